import { edits } from '../closeness.js'
import type { LevelOf } from '../model.js'
import { words } from '../text.js'
import type { CandidateCertificate, RecordCertificate } from '../types.js'

/** Numbers shorter than this repeat between authorities and persons. */
const MIN_NUMBER = 3

/** Letters and digits in upper case, without leading zeros: "VA 00-123" and "va00123" are one number. */
export function normalizeNumber(number: string): string {
  return words(number)
    .join('')
    .toUpperCase()
    .replace(/^0+(?=.)/, '')
}

const normalizeAuthority = (name: string): string => words(name).join(' ')

type Pair = 'SAME_AUTHORITY' | 'NUMBER_ONLY' | 'SHORT_NUMBER' | 'ONE_SLIP' | 'DIFFER' | null

function comparePair(stated: CandidateCertificate, known: RecordCertificate): Pair {
  const [a, b] = [normalizeNumber(stated.number), normalizeNumber(known.number)]
  if (a === '' || b === '') return null
  if (stated.authority === null) return a !== b ? null : a.length < MIN_NUMBER ? 'SHORT_NUMBER' : 'NUMBER_ONLY'
  const names = [known.authority, ...(known.authorityNames ?? [])].map(normalizeAuthority)
  if (!names.includes(normalizeAuthority(stated.authority))) return null
  if (a === b) return a.length < MIN_NUMBER ? 'SHORT_NUMBER' : 'SAME_AUTHORITY'
  return a.length > MIN_NUMBER && edits(a, b) === 1 ? 'ONE_SLIP' : 'DIFFER'
}

/**
 * Authority by authority: one equal number outweighs another that the record knows of the same authority (a renewal),
 * while a stated number that meets only different ones contradicts.
 */
export function compareCertificates(
  stated: readonly CandidateCertificate[],
  known: readonly RecordCertificate[],
): LevelOf<'certificateNumber'> {
  const order = ['SAME_AUTHORITY', 'NUMBER_ONLY', 'SHORT_NUMBER', 'ONE_SLIP', 'DIFFER'] as const
  // For each authority of the record, the best that any stated number makes of it.
  const byAuthority = new Map<string, Set<Pair>>()
  for (const certificate of known) {
    const pairs = byAuthority.get(certificate.authority) ?? new Set<Pair>()
    for (const one of stated) pairs.add(comparePair(one, certificate))
    byAuthority.set(certificate.authority, pairs)
  }
  const best = [...byAuthority.values()].flatMap((pairs) => order.find((level) => pairs.has(level)) ?? [])
  const level = order.find((candidate) => best.includes(candidate))
  if (level === undefined) return 'ABSENT'
  const agrees = level === 'SAME_AUTHORITY' || level === 'NUMBER_ONLY'
  return agrees && best.includes('DIFFER') ? 'MIXED' : level
}
