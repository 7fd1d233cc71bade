import { isNear, isTypo, soundAlike, spellingFold } from '../closeness.js'
import type { LevelOf } from '../model.js'
import type { NormalName } from '../normalize.js'

/** Parts shorter than this are shared by chance (Li, Le, Ng). */
const MIN_PART = 3

/** Symmetric. Particles are compared only where they make two words one (de la Cruz, Delacruz). */
export function compareFamily(a: NormalName, b: NormalName): LevelOf<'family'> {
  const [joined, other] = [a.family.join(''), b.family.join('')]
  if (joined === '' || other === '') return 'ABSENT'
  if (joined === other) return 'EXACT'
  const [core, otherCore] = [a.familyCore.join(''), b.familyCore.join('')]
  if (core === otherCore || core === other || joined === otherCore) return 'VARIANT'
  if (spellingFold(joined) === spellingFold(other)) return 'VARIANT'
  if (isCompound(a, b) && a.familyCore.some((part) => part.length >= MIN_PART && b.familyCore.includes(part)))
    return 'PART'
  if (isTypo(joined, other) || isTypo(core, otherCore)) return 'TYPO'
  if (soundAlike(core, otherCore)) return 'SOUND'
  return isNear(joined, other) ? 'NEAR' : 'DIFFER'
}

const isCompound = (a: NormalName, b: NormalName): boolean => a.familyCore.length > 1 || b.familyCore.length > 1

/** Given name and surname in each other's cell, one of them with a slip at most; null: not so. Symmetric. */
export function compareSwapped(a: NormalName, b: NormalName): 'SWAPPED' | 'SWAPPED_TYPO' | null {
  const [given, family] = [a.given.join(''), a.family.join('')]
  const [otherGiven, otherFamily] = [b.given.join(''), b.family.join('')]
  if ([given, family, otherGiven, otherFamily].some((half) => half.length < 2)) return null
  if (given === family || otherGiven === otherFamily) return null
  const [there, back] = [given === otherFamily, family === otherGiven]
  if (there && back) return 'SWAPPED'
  const slip = (there && isTypo(family, otherGiven)) || (back && isTypo(given, otherFamily))
  return slip ? 'SWAPPED_TYPO' : null
}
