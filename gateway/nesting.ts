/**
 * How deep brackets stand within each other, found in one pass without recursion, before anything walks the text that
 * would recurse. Strings and comments do not count. Of a text that is not well-formed the number is no less than what its
 * parser could reach before it gives up.
 */
export const NESTING_MAX = 64

const OPENING = new Set('([{')
const CLOSING = new Set(')]}')

/** Of JSON (RFC 8259). */
export function jsonNesting(text: string): number {
  return deepest(text, (at) => (text[at] === '"' ? endOfString(text, at) : at))
}

/** Of a GraphQL document: https://spec.graphql.org/draft/#sec-Language.Source-Text. */
export function documentNesting(text: string): number {
  return deepest(text, (at) => {
    if (text.startsWith('"""', at)) return endOfBlockString(text, at)
    if (text[at] === '"') return endOfString(text, at)
    return text[at] === '#' ? endOfLine(text, at) : at
  })
}

/** `skip`: a place -> the last place of the string or comment that begins there, or the place itself. */
function deepest(text: string, skip: (at: number) => number): number {
  let depth = 0
  let most = 0
  for (let at = 0; at < text.length; at++) {
    at = skip(at)
    const character = text[at] ?? ''
    if (OPENING.has(character)) most = Math.max(most, ++depth)
    else if (CLOSING.has(character)) depth = Math.max(0, depth - 1)
  }
  return most
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === '"' || character === '\n' || character === '\r') return at
  }
  return text.length
}

function endOfBlockString(text: string, start: number): number {
  for (let at = start + 3; at < text.length; at++) {
    if (text.startsWith('\\"""', at)) at += 3
    else if (text.startsWith('"""', at)) return at + 2
  }
  return text.length
}

function endOfLine(text: string, start: number): number {
  for (let at = start; at < text.length; at++) if (text[at] === '\n' || text[at] === '\r') return at
  return text.length
}
