/**
 * What the bytes 0x80 to 0x9F are in Windows-1252 (WHATWG Encoding, index-windows-1252), in their order; U+FFFD where
 * the byte is none. A text in UTF-8 that somebody read as Windows-1252 shows these signs.
 */
const WINDOWS_1252 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ'

const BYTES: ReadonlyMap<string, number> = new Map(
  [...WINDOWS_1252].flatMap((sign, i) => (sign === '\ufffd' ? [] : [[sign, 0x80 + i] as const])),
)

const TAIL = `[\\u0080-\\u00bf${WINDOWS_1252.replaceAll('\ufffd', '')}]`
/**
 * A lead byte and the bytes that must follow it: one character that became two or three. Of the two-byte ones, those of
 * Latin and Cyrillic letters alone: É before a dash or a closing quotation mark is an É.
 */
const DOUBLY_ENCODED = new RegExp(`[\\u00c2-\\u00c5\\u00d0\\u00d1]${TAIL}|[\\u00e1-\\u00ef]${TAIL}${TAIL}`, 'gu')

const decoder = new TextDecoder('utf-8')
const byteOf = (sign: string): number => BYTES.get(sign) ?? sign.charCodeAt(0)
const decoded = (signs: string): string => decoder.decode(Uint8Array.from([...signs], byteOf))

/** O'Neill's character references, as a web page's list leaves them. */
const REFERENCES = /&(?:#0{0,4}(?:39|96|8216|8217)|#x0{0,4}(?:27|2019|2018)|apos|rsquo|lsquo);/giu

/**
 * Undoes UTF-8 that was read as Windows-1252 (`Oâ€™Neill`, `NÃºÃ±ez`) and HTML's references to apostrophes. What is no
 * such sequence stays: letters like Ã before a letter are names' own.
 */
export function repaired(cell: string): string {
  return cell.replace(REFERENCES, "'").replace(DOUBLY_ENCODED, decoded)
}
