import { phoneticCodes } from './closeness.js'
import { readDate, type KnownDate } from './dates.js'
import { normalizeNumber } from './features/certificate.js'
import { LIMITS } from './model.js'
import { canonicalGivens } from './nicknames.js'
import type { NormalName } from './normalize.js'
import { candidateNames, recordBirth, recordNames, type KeyedRecord } from './prepare.js'
import type { Candidate } from './types.js'

/** A given name is short for at most so many others here; the table's longest list is 18. */
const MAX_CANONICAL = 8
const MAX_SURNAME_PARTS = 4

const pad = (part: number): string => String(part).padStart(2, '0')

/** The surname as a whole, without particles, and its first and last parts. */
function surnames({ family, familyCore }: NormalName): string[] {
  const parts = [family.join(''), familyCore.join(''), familyCore[0], familyCore.at(-1)]
  return [...new Set(parts.filter((part): part is string => part !== undefined && part !== ''))].slice(
    0,
    MAX_SURNAME_PARTS,
  )
}

/** First given name, all of them as one word, and a middle name that may be in use as the given one. */
function givens({ given, middle }: NormalName): string[] {
  const inUse = middle.filter((name) => name.length > 2).slice(0, 1)
  return [
    ...new Set(
      [given[0], given.join(''), ...inUse].filter((name): name is string => name !== undefined && name !== ''),
    ),
  ]
}

/** s: sound of the surname and given initial. n: sound of the surname and a name that the given one is short for. */
function nameKeys(name: NormalName): string[] {
  const first = givens(name)
  const sounds = [...new Set(surnames(name).flatMap(phoneticCodes))]
  const initials = [...new Set(first.map((given) => given.charAt(0)))]
  const canonical = [...new Set(first.flatMap((given) => canonicalGivens(given, MAX_CANONICAL)))]
  return [
    ...sounds.flatMap((sound) => initials.map((initial) => `s:${sound}:${initial}`)),
    ...sounds.flatMap((sound) => canonical.map((given) => `n:${sound}:${given}`)),
    ...surnameEnds(name, first),
  ]
}

/** g, h: a given name and the first or last letters of the surname, for a slip that changes how the surname sounds. */
function surnameEnds(name: NormalName, first: readonly string[]): string[] {
  const family = name.family.join('')
  if (family.length < 4) return []
  const full = first.filter((given) => given.length > 1)
  return full.flatMap((given) => [`g:${given}:${family.slice(0, 3)}`, `h:${given}:${family.slice(-3)}`])
}

/** d: day of birth with the sound of the surname or the given initial. y: year of birth with both. */
function birthKeys(name: NormalName, { year, month, day }: KnownDate): string[] {
  const sounds = [...new Set(surnames(name).flatMap(phoneticCodes))]
  const initials = [...new Set(givens(name).map((given) => given.charAt(0)))]
  const years = sounds.flatMap((sound) => initials.map((initial) => `y:${year}:${sound}:${initial}`))
  if (month === null || day === null) return years
  const date = `${year}${pad(month)}${pad(day)}`
  return [...sounds, ...initials].map((part) => `d:${date}:${part}`).concat(years)
}

/** c: a certificate number whatever its authority, which candidates often do not state. */
function certificateKeys(certificates: readonly { readonly number: string }[]): string[] {
  const numbers = certificates.slice(0, LIMITS.certificates).map(({ number }) => normalizeNumber(number))
  return numbers.filter((number) => number !== '').map((number) => `c:${number}`)
}

/** What to store with an identity record. Sorted, without repetitions, at most `LIMITS.recordKeys`. */
export function keysForRecord(record: KeyedRecord): string[] {
  const birth = recordBirth(record)
  const names = recordNames(record)
  const strong = [
    ...certificateKeys(record.certificates),
    ...names.flatMap((name) => (birth ? birthKeys(name, birth) : [])),
  ]
  return bounded([...strong, ...names.flatMap(nameKeys)], LIMITS.recordKeys)
}

/** What to look up for a candidate; a record that shares one key is compared. At most `LIMITS.candidateKeys`. */
export function keysForCandidate(candidate: Candidate): string[] {
  const names = candidateNames(candidate)
  const births = birthReadings(readDate(candidate.dateOfBirth))
  // Cells exchanged: only the query is turned round, the index is written straight.
  const turned = names.map(({ given, family, ...rest }): NormalName => ({
    ...rest,
    given: family,
    family: given,
    familyCore: given,
  }))
  const all = [
    ...certificateKeys(candidate.certificates),
    ...births.flatMap((birth) => names.flatMap((name) => birthKeys(name, birth))),
    ...names.flatMap(nameKeys),
    ...turned.flatMap(nameKeys),
  ]
  return bounded(all, LIMITS.candidateKeys)
}

/** The date, and the date with day and month exchanged where that is one. */
function birthReadings(birth: KnownDate | null): KnownDate[] {
  if (!birth) return []
  const { year, month, day } = birth
  if (month === null || day === null || day > 12 || day === month) return [birth]
  return [birth, { year, month: day, day: month }]
}

/** The first ones are the strongest, so they stay. */
function bounded(keys: readonly string[], limit: number): string[] {
  return [...new Set(keys)].slice(0, limit).sort()
}
