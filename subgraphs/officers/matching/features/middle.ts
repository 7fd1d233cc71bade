import { isTypo } from '../closeness.js'
import type { LevelOf } from '../model.js'
import { isNickname } from '../nicknames.js'
import type { NormalName } from '../normalize.js'

const isSurnameOf = (name: string, { familyCore }: NormalName): boolean =>
  name.length > 2 && familyCore.length > 1 && familyCore.includes(name)

/** The middle cell, or what follows the first given name where there is none. */
function middleNames(name: NormalName, givenJoined: boolean): readonly string[] {
  return name.middle.length > 0 || givenJoined ? name.middle : name.given.slice(1)
}

/** Symmetric. The levels of the other halves say whether a middle name was used there: it is not used again. */
export function compareMiddle(
  a: NormalName,
  b: NormalName,
  given: LevelOf<'given'>,
  family: LevelOf<'family'>,
): LevelOf<'middle'> {
  if (family === 'AS_MIDDLE') return 'ABSENT'
  // A first surname in the middle cell (García | Márquez), which the other has among its surnames.
  if (family !== 'EXACT' && [...a.middle, ...b.middle].some((name) => isSurnameOf(name, a) || isSurnameOf(name, b)))
    return 'ABSENT'
  if (given === 'MIDDLE_AS_GIVEN' || given === 'ONE_OF_SEVERAL' || given === 'SWAPPED') return 'ABSENT'
  // Of Abdul Rahman and Abdurrahman, or Jung Eun and Jong-un, the second word is no middle name.
  const isOneName = given === 'READING' || given === 'ROMANISED'
  const sameGivens = isOneName || a.given.join('') === b.given.join('')
  const [left, right] = [middleNames(a, sameGivens), middleNames(b, sameGivens)]
  if (left.length === 0 || right.length === 0) return 'ABSENT'
  if (left.some((name) => name.length > 1 && right.includes(name))) return 'EXACT'
  if (left.join('') === right.join('')) return left.join('').length > 1 ? 'EXACT' : 'INITIAL'
  const pairs = left.flatMap((name) => right.map((other) => [name, other] as const))
  if (pairs.some(([name, other]) => (name.length === 1 || other.length === 1) && name[0] === other[0])) return 'INITIAL'
  return pairs.some(([name, other]) => isTypo(name, other) || isNickname(name, other)) ? 'CLOSE' : 'DIFFER'
}
