import { compareRowDates, compareRowNames } from '../linkage/levels.js'
import type { PreparedRow } from '../linkage/row.js'
import type { LevelVector } from './em.js'

/**
 * Levels that can come about only where less is known on one side (their rates would be those of the missing part), and
 * what only a check tells: files see forms that sound alike as slips.
 */
const LEFT_OUT = ['ABSENT', 'INITIAL', 'ONE_OF_SEVERAL', 'MONTH', 'YEAR', 'YEAR_NEAR', 'COMPATIBLE', 'SOUND']

/** The levels of a pair of rows; what is missing on one side, or known in part only, is left out. */
export function vectorOf(a: PreparedRow, b: PreparedRow): LevelVector {
  const { given, middle, family, suffix } = compareRowNames(a.name, b.name)
  const whole = a.birth?.day != null && b.birth?.day != null
  const dateOfBirth = whole ? compareRowDates(a.birth, b.birth, 'STRICT') : 'ABSENT'
  return Object.fromEntries(
    Object.entries({ given, middle, family, suffix, dateOfBirth }).filter(([feature, level]) =>
      feature === 'middle' ? level !== 'ABSENT' : !LEFT_OUT.includes(level),
    ),
  )
}
