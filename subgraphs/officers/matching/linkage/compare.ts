import { eighths } from '../bits.js'
import { edits } from '../closeness.js'
import { MODEL, type Level, type Model } from '../model.js'
import { logistic } from '../score.js'
import type { Outcome, Profile } from '../types.js'
import { compareExtra } from './extra-column.js'
import { dateKey } from './date.js'
import type { Frequencies } from './frequency.js'
import { compareRowDates, compareRowNames } from './levels.js'
import { birthShift, nameShifts } from './name-shift.js'
import type { PreparedRow } from './row.js'

export interface LinkageOptions {
  readonly model?: Model
  readonly frequencies: Frequencies
  readonly profile?: Profile
}

/** What a pair of rows is worth. */
export interface LinkedPair {
  /** 0 to 1, four decimals: the logistic of the total and of the prior odds of the files' sizes. */
  readonly score: number
  /** Bits (log2 of odds) without the prior: the sum of the explanation's figures. */
  readonly total: number
  /** LIKELY at the model's one threshold for files, POSSIBLE in the narrow band below it; null: not a match. */
  readonly outcome: Outcome | null
  /** `given EXACT +6.5; family TYPO +4.25; …`: levels and bits, never a value of a row. */
  readonly explanation: string
}

interface Line {
  readonly feature: string
  readonly level: string
  readonly points: number
}

/** Files smaller than this are a sample of more people than they hold. */
const ROWS_MIN = 1000

/** log2 odds that two rows taken at random are one person's, where about every row has one counterpart. */
export function priorOf({ rows }: Frequencies): number {
  return -eighths(Math.log2(Math.max(rows.left, rows.right ?? 0, ROWS_MIN)))
}

function certificateLevel(a: string, b: string): 'NUMBER_ONLY' | 'SHORT_NUMBER' | 'ONE_SLIP' | 'DIFFER' | 'ABSENT' {
  if (a === '' || b === '') return 'ABSENT'
  if (a === b) return a.length < 3 ? 'SHORT_NUMBER' : 'NUMBER_ONLY'
  return a.length > 3 && edits(a, b) === 1 ? 'ONE_SLIP' : 'DIFFER'
}

function outcomeOf(odds: number, held: boolean, { files }: Model): Outcome | null {
  if (odds < files.possible) return null
  return odds >= files.likely && !held ? 'LIKELY' : 'POSSIBLE'
}

/** Symmetric: comparePair(a, b) equals comparePair(b, a). */
export function comparePair(
  a: PreparedRow,
  b: PreparedRow,
  { model = MODEL, frequencies, profile = 'STRICT' }: LinkageOptions,
): LinkedPair {
  const names = compareRowNames(a.name, b.name)
  const dateOfBirth = compareRowDates(a.birth, b.birth, profile)
  const certificate = certificateLevel(a.certificate, b.certificate)
  const { levels } = model
  const shifts = nameShifts(a.name, b.name, frequencies, model)
  const line = (feature: string, level: string, { points }: Level, shift = 0): Line => ({
    feature,
    level,
    points: points <= 0 ? points : Math.max(0.5, points + shift),
  })
  const lines: Line[] = [
    line(
      'given',
      names.given,
      levels.given[names.given],
      names.given === 'EXACT' ? shifts.given : Math.min(0, shifts.given),
    ),
    line('middle', names.middle, levels.middle[names.middle]),
    line(
      'family',
      names.family,
      levels.family[names.family],
      names.family === 'EXACT' ? shifts.family : Math.min(0, shifts.family),
    ),
    line('suffix', names.suffix, levels.suffix[names.suffix]),
    line(
      'dateOfBirth',
      dateOfBirth,
      levels.dateOfBirth[dateOfBirth],
      dateOfBirth === 'DAY' && a.birth ? birthShift(dateKey(a.birth), frequencies, levels.dateOfBirth.DAY.points) : 0,
    ),
    line('certificate', certificate, levels.certificateNumber[certificate]),
    ...Object.entries(frequencies.extra).map(([column, known]) => {
      const { level, points } = compareExtra(column, a.extra[column] ?? '', b.extra[column] ?? '', known)
      return { feature: column, level, points }
    }),
  ]
  const total = lines.reduce((sum, { points }) => sum + points, 0)
  const odds = total + priorOf(frequencies)
  return {
    score: logistic(odds),
    total,
    outcome: outcomeOf(odds, false, model),
    explanation: explain(lines),
  }
}

function explain(lines: readonly Line[]): string {
  return lines
    .filter(({ level }) => level !== 'ABSENT')
    .map(({ feature, level, points }) => `${feature} ${level} ${points < 0 ? '' : '+'}${points}`)
    .join('; ')
}
