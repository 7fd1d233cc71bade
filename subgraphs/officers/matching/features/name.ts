import type { LevelOf } from '../model.js'
import type { NormalName } from '../normalize.js'
import { compareFamily, compareSwapped } from './family.js'
import { compareGiven } from './given.js'
import { compareMiddle } from './middle.js'
import { compareSuffix } from './suffix.js'

/** How two names compare, part by part. */
export interface NameComparison {
  readonly given: LevelOf<'given'>
  readonly middle: LevelOf<'middle'>
  readonly family: LevelOf<'family'>
  readonly suffix: LevelOf<'suffix'>
}

/** Symmetric: compareNames(a, b) equals compareNames(b, a). */
export function compareNames(a: NormalName, b: NormalName): NameComparison {
  const suffix = compareSuffix(a, b)
  const swapped = compareSwapped(a, b)
  if (swapped) return { given: 'SWAPPED', family: swapped, middle: compareMiddle(a, b, 'SWAPPED', swapped), suffix }
  const [given, family] = [compareGiven(a, b), compareFamily(a, b)]
  return { given, family, middle: compareMiddle(a, b, given, family), suffix }
}
