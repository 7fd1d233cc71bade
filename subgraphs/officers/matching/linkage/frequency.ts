import { normalizeParts } from '../normalize.js'
import { dateKey, readDateCell } from './date.js'
import { closeChance } from './extra-column.js'
import { normalizeExtra } from './extra-value.js'
import { SeenFilter } from './seen-filter.js'
import type { LinkageRow, RowOptions } from './row.js'

/** The most frequent values of a column that stay counted; what is rarer counts as met once. */
const VALUES_MAX = 100_000
/** Distinct values of a further column that stand for all of it where chance closeness is estimated: 79,800 pairs. */
const SAMPLE = 400

/** Which of the two files a row is of; a file against itself is `left`. */
export type Side = 'left' | 'right'

export interface ColumnFrequencies {
  readonly filled: number
  readonly counts: ReadonlyMap<string, number>
  /** How often two different values that chance brings together are CLOSE, 0 to 1. */
  readonly closeChance: number
}

/** How frequent each value of each column is in the files that are compared. Names are keyed by their joined words. */
export interface Frequencies {
  /** Rows of the left and of the right file; of one file against itself `right` is null. */
  readonly rows: { readonly left: number; readonly right: number | null }
  /** Share of the rows that state a date of birth, 0 to 1: of the file that states fewer. */
  readonly datedShare: number
  readonly given: ColumnFrequencies
  readonly family: ColumnFrequencies
  readonly birth: ColumnFrequencies
  /** How often two rows taken at random state one year of birth, 0 to 1. */
  readonly sameYear: number
  readonly extra: Readonly<Record<string, ColumnFrequencies>>
}

/** Counts the values of one column; whenever twice as many as stay are met, the rarer half is dropped. */
class ColumnCounter {
  private counts = new Map<string, number>()
  private filled = 0
  private readonly sample: string[] = []

  add(value: string): void {
    if (value === '') return
    this.filled++
    const known = this.counts.get(value)
    this.counts.set(value, (known ?? 0) + 1)
    // The distinct values that come first: rows of a file are in no order that makes them alike.
    if (known === undefined && this.sample.length < SAMPLE) this.sample.push(value)
    if (this.counts.size > 2 * VALUES_MAX) this.prune()
  }

  private prune(): void {
    const frequent = [...this.counts].sort(([, a], [, b]) => b - a).slice(0, VALUES_MAX)
    this.counts = new Map(frequent)
  }

  table(column: string | null): ColumnFrequencies {
    const chance = column === null ? 0 : closeChance(column, this.sample)
    return { filled: this.filled, counts: this.counts, closeChance: chance }
  }
}

/** A first pass over the files: how frequent each value is, in memory that does not grow with them. */
export class FrequencyCounter {
  private readonly rows = { left: 0, right: 0 }
  private readonly dated = { left: 0, right: 0 }
  private readonly given = new ColumnCounter()
  private readonly family = new ColumnCounter()
  private readonly birth = new ColumnCounter()
  private readonly years = new Map<number, number>()
  private readonly seen = new SeenFilter()
  private readonly extra = new Map<string, ColumnCounter>()

  add(row: LinkageRow, side: Side = 'left', { dates = 'ymd' }: RowOptions = {}): void {
    this.rows[side]++
    const { date } = readDateCell(row.dateOfBirth, dates)
    if (date) {
      this.dated[side]++
      this.birth.add(dateKey(date))
      this.years.set(date.year, (this.years.get(date.year) ?? 0) + 1)
    }
    const { middle, suffix } = row
    const name = normalizeParts({ given: row.given, middle, family: row.family, suffix })
    const [given, family, born] = [name.given.join(''), name.family.join(''), date ? dateKey(date) : '']
    // Several rows of one person must not make a name look common: of one date of birth, a name counts once.
    if (this.seen.add(`g:${given}:${born || family}`)) this.given.add(given)
    if (this.seen.add(`f:${family}:${born || given}`)) this.family.add(family)
    for (const [column, cell] of Object.entries(row.extra)) this.counterOf(column).add(normalizeExtra(column, cell))
  }

  private counterOf(column: string): ColumnCounter {
    const known = this.extra.get(column)
    if (known) return known
    const made = new ColumnCounter()
    this.extra.set(column, made)
    return made
  }

  table(): Frequencies {
    const { left, right } = this.rows
    const shares = [left > 0 ? this.dated.left / left : 1, right > 0 ? this.dated.right / right : 1]
    return {
      rows: { left, right: right === 0 ? null : right },
      datedShare: Math.min(...shares),
      given: this.given.table(null),
      family: this.family.table(null),
      birth: this.birth.table(null),
      sameYear: sumOfSquares([...this.years.values()]),
      extra: Object.fromEntries([...this.extra].map(([column, counter]) => [column, counter.table(column)])),
    }
  }
}

/** Chance that two of the counted things are of one kind; 0 where there is nothing. */
function sumOfSquares(counts: readonly number[]): number {
  const all = counts.reduce((sum, count) => sum + count, 0)
  return counts.reduce((sum, count) => sum + (count / Math.max(1, all)) ** 2, 0)
}
