import { isTypo, soundAlike, spellingFold } from '../closeness.js'
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
  return soundAlike(core, otherCore) ? 'SOUND' : 'DIFFER'
}

const isCompound = (a: NormalName, b: NormalName): boolean => a.familyCore.length > 1 || b.familyCore.length > 1

/** Given name and surname in each other's cell. Symmetric. */
export function isSwapped(a: NormalName, b: NormalName): boolean {
  const [given, family] = [a.given.join(''), a.family.join('')]
  const full = given.length > 1 && family.length > 1 && given !== family
  return full && given === b.family.join('') && family === b.given.join('')
}
