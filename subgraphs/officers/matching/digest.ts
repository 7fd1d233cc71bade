import { readDate } from './dates.js'
import { normalizeParts } from './normalize.js'
import type { Candidate } from './types.js'

/**
 * The canonical text of who the candidate is, for the keyed digest that binds a case and a waiver to one person.
 * Equal under case, diacritics, hyphens and spacing. Further names, certificates and employers may be added later, so
 * they are not part of it; of the middle name only the initial is, since forms ask now for one and now for the other.
 */
export function candidateDigestInput(candidate: Candidate): string {
  const { givenName: given, middleName: middle, familyName: family, suffix } = candidate
  const name = normalizeParts({ given, middle, family, suffix })
  const birth = readDate(candidate.dateOfBirth)
  return JSON.stringify([
    'candidate/1',
    name.given.join(''),
    name.middle[0]?.charAt(0) ?? '',
    name.family.join(''),
    name.suffix ?? '',
    birth ? [birth.year, birth.month, birth.day] : null,
  ])
}
