import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { LinkageRow } from '../../subgraphs/officers/matching/linkage/index.js'
import type { Labelled } from './judge.js'
import { rowsOf } from './link.js'

/** Beside the repository and never in it. */
const FOLDER = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'matching')

export interface LabelledSet extends Labelled {
  readonly title: string
  readonly about: string
}

type Cells = Readonly<Record<string, string>>

const NONE = { middle: '', suffix: '', certificate: '', extra: {} }

/** `rec-122-org` and `rec-122-dup-0` are one person's. */
function febrl(file: string, title: string, about: string): LabelledSet {
  const rows = read(file).map((cells): LinkageRow => ({
    ...NONE,
    id: cells['rec_id'] ?? '',
    given: cells['given_name'] ?? '',
    family: cells['surname'] ?? '',
    dateOfBirth: cells['date_of_birth'] ?? '',
  }))
  return { title, about, left: rowsOf(file, rows), right: null, personOf: (id) => id.split('-')[1] ?? '' }
}

function fake1000(): LabelledSet {
  const file = 'fake_1000.csv'
  const cells = read(file)
  const persons = new Map(cells.map((row) => [row['unique_id'] ?? '', row['cluster'] ?? '']))
  const rows = cells.map((row): LinkageRow => ({
    ...NONE,
    id: row['unique_id'] ?? '',
    given: row['first_name'] ?? '',
    family: row['surname'] ?? '',
    dateOfBirth: row['dob'] ?? '',
    extra: { city: row['city'] ?? '', email: row['email'] ?? '' },
  }))
  return {
    title: 'fake_1000, all columns',
    about:
      "Splink's fake_1000 (MIT): given name, surname, date of birth, city and e-mail address, a fifth of the cells empty or garbled; truth is its column `cluster`.",
    left: rowsOf(file, rows),
    right: null,
    personOf: (id) => persons.get(id) ?? '',
  }
}

function read(file: string): Cells[] {
  return parse(readFileSync(join(FOLDER, file)), { columns: true, trim: true, bom: true })
}

/** Null where they are absent. */
export function sharedSets(): readonly LabelledSet[] | null {
  if (!existsSync(FOLDER)) return null
  return [
    febrl(
      'febrl1.csv',
      'FEBRL 1, given name, surname and date of birth',
      'FEBRL data set 1 (BSD-3): 500 invented people and one damaged copy of each; of its columns the three that a hiring desk has.',
    ),
    febrl(
      'febrl2.csv',
      'FEBRL 2, given name, surname and date of birth',
      'FEBRL data set 2 (BSD-3): 4,000 invented people and 1,000 damaged copies, up to five of one person; the same three columns.',
    ),
    fake1000(),
  ]
}
