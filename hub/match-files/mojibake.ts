/** Windows-1252: character -> byte. */
const BYTES = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map((char, byte) => [
    char,
    byte,
  ]),
)

/** A lead byte of UTF-8 and what follows it, each shown as the Windows-1252 character of that byte. */
const SUSPECT =
  /[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/
const UTF8 = new TextDecoder('utf-8', { fatal: true })

/**
 * "JosÃ©" -> "José": text that was written as UTF-8 and read as Windows-1252 by somebody before us. The whole cell must
 * be bytes of valid UTF-8, or it stays as it is: null.
 */
export function repaired(cell: string): string | null {
  if (!SUSPECT.test(cell)) return null
  const bytes: number[] = []
  for (const char of cell) {
    const byte = BYTES.get(char)
    if (byte === undefined) return null
    bytes.push(byte)
  }
  try {
    return UTF8.decode(Uint8Array.from(bytes))
  } catch {
    return null
  }
}
