/** What `Agency.normalizedName` holds; the demo world's names have no abbreviations to write out. */
export function normalizeAgencyName(name: string): string {
  return name
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
