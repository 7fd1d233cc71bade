import { edits } from '../closeness.js'
import { words } from '../text.js'

/** What a further column holds, told by its name in `--map`. */
export type ExtraKind = 'EMAIL' | 'NUMBER' | 'PLACE' | 'OTHER'

const KINDS: readonly (readonly [RegExp, ExtraKind])[] = [
  [/e[-_ ]?mail/i, 'EMAIL'],
  [/phone|mobile|\btel|ssn|soc_?sec|social|_id$|^id|number|licen[cs]e|badge|passport/i, 'NUMBER'],
  [/city|town|suburb|place|post|zip|street|address|county|state|village|region/i, 'PLACE'],
]

export function kindOf(column: string): ExtraKind {
  return KINDS.find(([pattern]) => pattern.test(column))?.[1] ?? 'OTHER'
}

/** Comparable form of a cell; '' where it holds nothing. */
export function normalizeExtra(column: string, cell: string): string {
  const text = cell.trim()
  if (text === '') return ''
  if (kindOf(column) === 'EMAIL') return text.toLowerCase().slice(0, 120)
  return words(text).join('')
}

/** The same letters but for two at most, in any order: what a garbled word keeps. */
export function sameLetters(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false
  const left = [...b]
  let missing = 0
  for (const letter of a) {
    const at = left.indexOf(letter)
    if (at < 0) missing++
    else left.splice(at, 1)
  }
  return missing <= 1 && left.length <= 2
}

/** Two different values that may be one with slips. Symmetric. */
export function isClose(column: string, a: string, b: string): boolean {
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)]
  if (kindOf(column) === 'NUMBER') return shorter >= 5 && edits(a, b) === 1
  if (shorter < 4) return false
  if (edits(a, b) <= Math.max(1, Math.floor(longer / 5))) return true
  if (shorter >= 6 && sameLetters(a, b)) return true
  if (kindOf(column) !== 'EMAIL') return longer >= 2 * shorter && (a.endsWith(b) || b.endsWith(a))
  const [left, right] = [a.split('@')[0] as string, b.split('@')[0] as string]
  return left === right && left.length >= 5
}
