import {
  type DateOrder,
  type Frequencies,
  FrequencyCounter,
  prepareRow,
  type Side,
} from '../../subgraphs/officers/matching/linkage/index.js'
import { hash32 } from './hash.js'
import { KeyCounts } from './key-counts.js'
import { LineOfId } from './line-of-id.js'
import type { RowSource } from './rows.js'
import { wrongFile } from './wrong-file.js'

/** What is known of a file once it was read through. */
export interface FileSurvey {
  readonly rows: number
  readonly withoutBirth: number
  /** Cells of the date of birth that hold something which is no date: taken as missing. */
  readonly unreadDates: number
  readonly repairedCells: number
}

/** Of both files, or of the one that is compared with itself. */
export interface Survey {
  readonly left: FileSurvey
  readonly right: FileSurvey | null
  readonly frequencies: Frequencies
  /** Pairs that share the key, at most. */
  readonly pairsUnder: (hash: number) => number
}

export type RowsRead = (file: RowSource, rows: number) => void

/**
 * The first pass: everything that is wrong with the files is found here, before anything is compared.
 * @throws ComityError MATCH_FILE_REFUSED with the line
 */
export async function survey(
  left: RowSource,
  right: RowSource | null,
  dates: DateOrder,
  progress: RowsRead,
): Promise<Survey> {
  const counter = new FrequencyCounter()
  const [onLeft, onRight] = [new KeyCounts(), right === null ? null : new KeyCounts()]
  const ofLeft = await surveyFile(left, { side: 'left', dates, counter, keys: onLeft, progress })
  const ofRight =
    right === null || onRight === null
      ? null
      : await surveyFile(right, { side: 'right', dates, counter, keys: onRight, progress })
  const pairsUnder = (hash: number): number => {
    const here = onLeft.of(hash)
    return onRight === null ? (here * (here - 1)) / 2 : here * onRight.of(hash)
  }
  return { left: ofLeft, right: ofRight, frequencies: counter.table(), pairsUnder }
}

interface Into {
  readonly side: Side
  readonly dates: DateOrder
  readonly counter: FrequencyCounter
  readonly keys: KeyCounts
  readonly progress: RowsRead
}

async function surveyFile(file: RowSource, { side, dates, counter, keys, progress }: Into): Promise<FileSurvey> {
  const lines = new LineOfId()
  const found = { rows: 0, withoutBirth: 0, unreadDates: 0, repairedCells: 0 }
  for await (const { row, line, repairedCells } of file.rows()) {
    if (row.id === '') throw wrongFile(file.path, line, 'the id is empty')
    const before = lines.add(row.id, line)
    if (before !== null) throw wrongFile(file.path, line, `the id is that of line ${before}`)
    counter.add(row, side, { dates })
    const prepared = prepareRow(row, { dates })
    for (const key of prepared.keys) keys.add(hash32(key))
    found.rows++
    found.repairedCells += repairedCells
    if (row.dateOfBirth === '') found.withoutBirth++
    if (prepared.unreadDate) found.unreadDates++
    if (found.rows % 1_000 === 0) progress(file, found.rows)
  }
  progress(file, found.rows)
  return found
}
