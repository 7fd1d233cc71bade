import { isNear, isTypo, soundAlike } from '../closeness.js'
import type { LevelOf } from '../model.js'
import { isNickname, shareFormalName } from '../nicknames.js'
import type { NormalName } from '../normalize.js'
import { compareReading, givenCore, isHalf, isOtherTone, isRomanisedGiven } from './romanised.js'

const isInitial = (word: string): boolean => word.length === 1

/** Half of a Vietnamese given name, on its own: no name that two people share. */
const isMarker = (word: string): boolean => word === 'van' || word === 'thi'

/** A given name that is the other's middle name, in full. */
const goesByMiddle = (a: NormalName, b: NormalName): boolean =>
  a.given.some((name) => name.length > 2 && !isMarker(name) && b.middle.includes(name))

/** A given name of two halves (Min-jin) that is the other's middle name as a whole; one half alone says nothing. */
const wholeIsMiddle = (a: NormalName, b: NormalName): boolean =>
  a.given.join('').length > 2 && a.given.join('') === b.middle.join('')

/** José María is a man, María José a woman: there the order tells (Spanish custom). */
const isOtherOrder = (a: readonly string[], b: readonly string[]): boolean =>
  ['josemaria', 'mariajose'].every((name) => a.join('') === name || b.join('') === name)

/** Symmetric. The first level that applies is the best. */
export function compareGiven(a: NormalName, b: NormalName): LevelOf<'given'> {
  const [names, otherNames] = [givenCore(a), givenCore(b)]
  const [first, other] = [names[0], otherNames[0]]
  if (first === undefined || other === undefined) return 'ABSENT'
  const [joined, otherJoined] = [names.join(''), otherNames.join('')]
  const reading = compareReading(a, b, 'given')
  if (reading) return reading
  if (isInitial(first) || isInitial(other)) return compareInitials(a, b)
  if (joined === otherJoined) return isOtherTone(a, b, 'given') ? 'NEAR' : 'EXACT'
  const halved = isHalf(a) && isHalf(b)
  // Further given names are compared as middle names.
  if ((first === other && !halved) || isWithMiddle(a, b)) return 'EXACT'
  if (isNickname(first, other) || isNickname(joined, otherJoined)) return 'NICKNAME'
  if (isRomanisedGiven(a, b)) return 'ROMANISED'
  if (halved && (wholeIsMiddle(a, b) || wholeIsMiddle(b, a))) return 'MIDDLE_AS_GIVEN'
  if (halved) return isTypo(joined, otherJoined) ? 'TYPO' : isNear(joined, otherJoined) ? 'NEAR' : 'DIFFER'
  if (isOtherOrder(names, otherNames)) return 'NEAR'
  if (names.some((name) => !isInitial(name) && otherNames.includes(name))) return 'ONE_OF_SEVERAL'
  if (goesByMiddle(a, b) || goesByMiddle(b, a)) return 'MIDDLE_AS_GIVEN'
  if (isTypo(first, other) || isTypo(joined, otherJoined)) return 'TYPO'
  if (shareFormalName(first, other)) return 'SHARED_FORMAL'
  if (soundAlike(first, other)) return 'SOUND'
  return isNear(joined, otherJoined) ? 'NEAR' : 'DIFFER'
}

/** The second half of Mary Ann or Xiao Ming stands in the middle cell of one, where American forms put it. */
function isWithMiddle(a: NormalName, b: NormalName): boolean {
  const [left, right] = [a.given.join(''), b.given.join('')]
  return left + a.middle.join('') === right || left === right + b.middle.join('')
}

/** "J. Edgar" and "John Edgar"; "A. J." and "AJ". */
function compareInitials(a: NormalName, b: NormalName): LevelOf<'given'> {
  const [joined, otherJoined] = [a.given.join(''), b.given.join('')]
  if (joined === otherJoined && joined.length > 1) return 'EXACT'
  if (a.given.some((name) => !isInitial(name) && b.given.includes(name))) return 'ONE_OF_SEVERAL'
  if (goesByMiddle(a, b) || goesByMiddle(b, a)) return 'MIDDLE_AS_GIVEN'
  return joined[0] === otherJoined[0] ? 'INITIAL' : 'DIFFER'
}
