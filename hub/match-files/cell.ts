/**
 * What a spreadsheet runs as a formula if a cell begins with it (OWASP, "CSV Injection"), the full-width signs of
 * East-Asian input included.
 */
const RUNS = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/
/** A cell that begins with an apostrophe gets one too, so that taking one away always gives back what was there. */
const SHIELDED = /^'/

/** The cell with an apostrophe before it where a spreadsheet would run it; the same text where it would not. */
export function shielded(cell: string): string {
  return RUNS.test(cell) || SHIELDED.test(cell) ? `'${cell}` : cell
}

/** RFC 4180. */
export function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
  return `${quoted.join(',')}\n`
}
