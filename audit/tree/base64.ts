/** RFC 4648, section 4. Null for any text that is not the one form of its bytes: Node itself decodes leniently. */
export function fromBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}
