const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bdepts?\b/g, 'department'],
  [/\bpd\b/g, 'police department'],
  [/\bco\b/g, 'county'],
  [/\buniv\b/g, 'university'],
  [/\bcomm\b/g, 'community'],
  [/\breg\b/g, 'regional'],
  [/\bauth\b/g, 'authority'],
  [/\bwm\b/g, 'william'],
  [/\bso\b/g, 'sheriffs office'],
]

/**
 * What two spellings of one agency's name have in common: lower case, no punctuation, `&` as `and`, the usual
 * abbreviations written out. Places are never altered: Richmond and Richmond County are two agencies.
 */
export function normalizeAgencyName(name: string): string {
  let text = name
    .toLowerCase()
    .replace(/[’‘`´ʼ']/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  for (const [short, long] of ABBREVIATIONS) text = text.replace(short, long)
  return text.replace(/\s+/g, ' ')
}
