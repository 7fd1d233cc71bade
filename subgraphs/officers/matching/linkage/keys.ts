import { phoneticCodes } from '../closeness.js'
import type { KnownDate } from '../dates.js'
import { canonicalGivens } from '../nicknames.js'
import type { NormalName } from '../normalize.js'
import { kindOf } from './extra-value.js'
import type { PreparedRow } from './row.js'

/** Keys of one row. An index over them is what the memory of a run goes to. */
export const KEYS_MAX = 40
const CANONICAL_MAX = 3

const pad = (part: number | null): string => String(part ?? 0).padStart(2, '0')

/**
 * Either half of the name may stand in the other's cell, so most keys take both without saying which is which.
 * b: the date of birth. i: a certificate. e: e-mail or number. w: two of the date's parts and the beginning of a name.
 * n: given name and sound of the surname. g, h: given name and either end of the surname. s: both sounds.
 */
export function keysOfRow({ name, birth, certificate, extra }: Omit<PreparedRow, 'keys' | 'unreadDate'>): string[] {
  const halves = [name.given.join(''), name.family.join('')].filter((half) => half.length > 1)
  const keys = [
    ...(certificate.length > 3 ? [`i:${certificate}`] : []),
    ...Object.entries(extra).flatMap(([column, value]) => identifierKeys(column, value)),
    ...(birth ? birthKeys(birth, halves) : []),
    ...nameKeys(name, halves),
  ]
  return [...new Set(keys)].slice(0, KEYS_MAX)
}

function identifierKeys(column: string, value: string): string[] {
  const kind = kindOf(column)
  if (value.length < 5 || (kind !== 'EMAIL' && kind !== 'NUMBER')) return []
  if (kind === 'NUMBER') return [`e:${column}:${value}`]
  const [local = '', domain = ''] = value.split('@')
  return [`e:${column}:${value}`, `l:${local}`, `m:${value.slice(0, 6)}`, ...(domain.length > 4 ? [`@:${domain}`] : [])]
}

function birthKeys({ year, month, day }: KnownDate, halves: readonly string[]): string[] {
  const starts = [...new Set(halves.map((half) => half.slice(0, 3)))]
  if (month === null || day === null) return starts.map((start) => `w:${year}:${start}`)
  const [low, high] = day < month ? [day, month] : [month, day]
  return [
    // Day and month without their order: exchanged, they are one key.
    `b:${year}:${pad(low)}${pad(high)}`,
    ...starts.flatMap((start) => [
      `w:${year}${pad(month)}:${start}`,
      `w:${year}.${pad(day)}:${start}`,
      `w:${pad(month)}${pad(day)}:${start}`,
      `w:${year}:${start}`,
    ]),
    `v:${year}${pad(month)}`,
    `v:${year}.${pad(day)}`,
    `v:${pad(month)}${pad(day)}`,
  ]
}

function nameKeys({ given, family, familyCore }: NormalName, halves: readonly string[]): string[] {
  const [first, second] = [...halves].sort()
  const exact = first !== undefined && second !== undefined ? [`x:${first}:${second}`] : []
  const joined = family.join('')
  const sounds = [...new Set([joined, familyCore.join(''), familyCore[0] ?? '', familyCore.at(-1) ?? ''])]
    .filter((part) => part !== '')
    .flatMap(phoneticCodes)
  const canonical = given[0] === undefined ? [] : canonicalGivens(given[0], CANONICAL_MAX)
  return [
    ...exact,
    ...canonical.flatMap((one) => sounds.map((sound) => `n:${sound}:${one}`)),
    ...phoneticCodes(given[0] ?? '').flatMap((one) => sounds.map((sound) => `s:${sound}:${one}`)),
    ...(joined.length > 3 ? canonical.map((one) => `g:${one}:${joined.slice(0, 3)}`) : []),
    ...(joined.length > 3 ? canonical.map((one) => `h:${one}:${joined.slice(-3)}`) : []),
    ...(given[0] === undefined ? [] : [`p:${joined}:${given[0].slice(0, 2)}`]),
    ...halves.map((half) => `o:${half}`),
  ]
}
