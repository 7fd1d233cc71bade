import { eighths, signed } from '../bits.js'
import { edits } from '../closeness.js'
import { MODEL, type Level, type Model } from '../model.js'
import { logistic } from '../score.js'
import type { Outcome, Profile } from '../types.js'
import { compareExtra } from './extra-column.js'
import { dateKey } from './date.js'
import type { Frequencies } from './frequency.js'
import { FORBIDDEN, UNKNOWN_ODDS } from './groups.js'
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
  /** The same with the prior of the files' sizes: what `score` is the logistic of. */
  readonly bits: number
  /** Bits with the prior of the files' sizes, for `GroupBuilder`; far below where something holds the pair back. */
  readonly odds: number
  /** LIKELY at the model's one threshold for files, POSSIBLE in the narrow band below it; null: not a match. */
  readonly outcome: Outcome | null
  /** `given EXACT +6.5; family TYPO +4.25; …`: levels and bits, never a value of a row. */
  readonly explanation: string
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

/** A row of the explanation; `name` where it is of the name alone. */
interface Line {
  readonly feature: string
  readonly level: string
  readonly points: number
  readonly name?: true
  readonly forbids?: boolean
}

/** As many rows must state a date of birth for its absence in one of them to be an exception. */
const MOSTLY_DATED = 0.5

/**
 * What holds a pair back whatever its bits. Certificates or suffixes that tell two persons apart forbid it. A name alone
 * is never enough (rulings.md) in files of names; where dates of birth are the rule and one row lacks its own, or where
 * the two differ, a name so rare in these files that its bits alone reach the threshold stands for a person to look at.
 */
function heldBack(lines: readonly Line[], { datedShare }: Frequencies): 'FORBIDDEN' | 'NAME_ALONE' | null {
  if (lines.some(({ forbids }) => forbids === true)) return 'FORBIDDEN'
  const alone = lines.every(({ name, points }) => name === true || points <= 0)
  return alone && datedShare < MOSTLY_DATED ? 'NAME_ALONE' : null
}

function linesOf(a: PreparedRow, b: PreparedRow, options: LinkageOptions & { readonly model: Model }): Line[] {
  const { model, frequencies, profile = 'STRICT' } = options
  const { levels } = model
  const names = compareRowNames(a.name, b.name)
  const birth = compareRowDates(a.birth, b.birth, profile)
  const number = certificateLevel(a.certificate, b.certificate)
  const shifts = nameShifts(a.name, b.name, names, frequencies, model)
  const full = levels.dateOfBirth.DAY.points
  const dated = a.birth ? birthShift(birth, dateKey(a.birth), frequencies, full) : 0
  return [
    { feature: 'given', level: names.given, points: shifted(levels.given[names.given], shifts.given), name: true },
    { feature: 'middle', level: names.middle, points: levels.middle[names.middle].points, name: true },
    { feature: 'family', level: names.family, points: shifted(levels.family[names.family], shifts.family), name: true },
    {
      feature: 'suffix',
      level: names.suffix,
      points: levels.suffix[names.suffix].points,
      name: true,
      forbids: names.suffix === 'DIFFER',
    },
    { feature: 'dob', level: birth, points: shifted(levels.dateOfBirth[birth], dated) },
    {
      feature: 'certificate',
      level: number,
      points: levels.certificateNumber[number].points,
      forbids: number === 'DIFFER',
    },
    ...Object.entries(frequencies.extra).map(([feature, known]) => ({
      feature,
      ...compareExtra(feature, a.extra[feature] ?? '', b.extra[feature] ?? '', known),
    })),
  ]
}

/** Agreement stays agreement, however common the value: one more thing that agrees never lowers a total. */
function shifted({ points }: Level, shift: number): number {
  return points <= 0 ? points : Math.max(0.5, points + shift)
}

/** Symmetric: comparePair(a, b) equals comparePair(b, a). */
export function comparePair(a: PreparedRow, b: PreparedRow, options: LinkageOptions): LinkedPair {
  const { model = MODEL, frequencies } = options
  const lines = linesOf(a, b, { ...options, model })
  const total = lines.reduce((sum, { points }) => sum + points, 0)
  const bits = total + priorOf(frequencies)
  const held = heldBack(lines, frequencies)
  const odds = held === 'FORBIDDEN' ? FORBIDDEN : held ? Math.min(bits, UNKNOWN_ODDS) : bits
  const { likely, possible } = model.files
  const outcome = bits < possible ? null : odds >= likely ? 'LIKELY' : 'POSSIBLE'
  return { score: logistic(bits), total, bits, odds, outcome, explanation: explain(lines) }
}

function explain(lines: readonly Line[]): string {
  return lines
    .filter(({ level }) => level !== 'ABSENT')
    .map(({ feature, level, points }) => `${feature} ${level} ${signed(points)}`)
    .join('; ')
}
