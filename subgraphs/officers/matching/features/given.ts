import { isNear, isTypo, soundAlike } from '../closeness.js'
import type { LevelOf } from '../model.js'
import { isNickname, shareFormalName } from '../nicknames.js'
import type { NormalName } from '../normalize.js'

const isInitial = (word: string): boolean => word.length === 1

/** A given name that is the other's middle name, in full. */
const goesByMiddle = (a: NormalName, b: NormalName): boolean =>
  a.given.some((name) => name.length > 2 && b.middle.includes(name))

/** Symmetric. The first level that applies is the best. */
export function compareGiven(a: NormalName, b: NormalName): LevelOf<'given'> {
  const [first, other] = [a.given[0], b.given[0]]
  if (first === undefined || other === undefined) return 'ABSENT'
  const [joined, otherJoined] = [a.given.join(''), b.given.join('')]
  if (isInitial(first) || isInitial(other)) return compareInitials(a, b)
  // Further given names are compared as middle names.
  if (joined === otherJoined || first === other) return 'EXACT'
  if (isNickname(first, other) || isNickname(joined, otherJoined)) return 'NICKNAME'
  if (a.given.some((name) => !isInitial(name) && b.given.includes(name))) return 'ONE_OF_SEVERAL'
  if (goesByMiddle(a, b) || goesByMiddle(b, a)) return 'MIDDLE_AS_GIVEN'
  if (isTypo(first, other) || isTypo(joined, otherJoined)) return 'TYPO'
  if (shareFormalName(first, other)) return 'SHARED_FORMAL'
  if (soundAlike(first, other)) return 'SOUND'
  return isNear(joined, otherJoined) ? 'NEAR' : 'DIFFER'
}

/** "J. Edgar" and "John Edgar"; "A. J." and "AJ". */
function compareInitials(a: NormalName, b: NormalName): LevelOf<'given'> {
  const [joined, otherJoined] = [a.given.join(''), b.given.join('')]
  if (joined === otherJoined && joined.length > 1) return 'EXACT'
  if (a.given.some((name) => !isInitial(name) && b.given.includes(name))) return 'ONE_OF_SEVERAL'
  if (goesByMiddle(a, b) || goesByMiddle(b, a)) return 'MIDDLE_AS_GIVEN'
  return joined[0] === otherJoined[0] ? 'INITIAL' : 'DIFFER'
}
