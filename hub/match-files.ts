import { resolve } from 'node:path'
import { ComityError } from '../contract/errors.js'
import { MODEL } from '../subgraphs/officers/matching/index.js'
import type { DateOrder, LinkedPair, Profile } from '../subgraphs/officers/matching/linkage/index.js'
import { type Columns, requireFields } from './match-files/columns.js'
import { shielded } from './match-files/cell.js'
import { comparePairs, type ComparisonProgress } from './match-files/compare.js'
import type { LeftOut } from './match-files/left-out.js'
import { OutputFile } from './match-files/output-file.js'
import { PairsFile } from './match-files/pairs-file.js'
import type { ComparedPair } from './match-files/pass.js'
import { type CsvSource, openFile } from './match-files/rows.js'
import type { FileSurvey } from './match-files/survey.js'
import type { Encoding } from './match-files/text-file.js'

export { parseColumns, type Columns } from './match-files/columns.js'
export type { ComparisonProgress } from './match-files/compare.js'
export { PROFILES, type DateOrder, type Profile } from '../subgraphs/officers/matching/linkage/index.js'

/** Rows of the right file that are in memory at a time, where nobody says otherwise. */
export const DEFAULT_CHUNK = 50_000
/** Pairs under one key, where nobody says otherwise: 100 rows of each file, or 141 of one. */
export const DEFAULT_KEY_PAIRS = 10_000

export interface FilesToMatch {
  readonly left: string
  /** Null: the left file with itself, for duplicates. */
  readonly right: string | null
  readonly columns: Columns
  /** Columns of the right file where it calls them otherwise. */
  readonly rightColumns: Columns
  readonly out: string
  /** Replaces an output that is there. */
  readonly force: boolean
  readonly rawIds: boolean
  readonly profile: Profile
  readonly dates: DateOrder
  readonly chunk: number
  readonly keyPairs: number
  readonly progress: ComparisonProgress
}

export interface MatchedFile extends FileSurvey {
  readonly file: string
  readonly encoding: Encoding
}

export interface MatchFilesReport {
  readonly left: MatchedFile
  readonly right: MatchedFile | null
  readonly out: string
  /** Pairs of the output. */
  readonly likely: number
  readonly possible: number
  /** Pairs that share a key, each once. */
  readonly compared: number
  readonly leftOut: LeftOut
  /** Whether the rows of one file were put into groups; null of two files. */
  readonly grouped: boolean | null
  /** Lines of the output in which an id has an apostrophe before it. */
  readonly shieldedLines: number
  readonly profile: Profile
  readonly dates: DateOrder
  readonly model: string
}

/**
 * Compares the rows of two files, or of one with itself, and writes the pairs that may be one person's. No hub, no
 * database, no network; memory does not grow with the files but for 24 bytes a row.
 * @throws ComityError MATCH_FILE_REFUSED with file and line, MATCH_OUTPUT_REFUSED, BAD_INPUT (columns); then there is no
 * output, and one that was there is as it was
 */
export async function matchFiles(request: FilesToMatch): Promise<MatchFilesReport> {
  const { left: leftPath, right: rightPath, columns, force, rawIds } = request
  const rightColumns = new Map([...columns, ...request.rightColumns])
  requireFields(columns)
  if (rightPath !== null && resolve(leftPath) === resolve(rightPath))
    throw new ComityError('BAD_INPUT', '--right is the file of --left; --self finds the duplicates within one.')
  const inputs = rightPath === null ? [leftPath] : [leftPath, rightPath]
  const output = await OutputFile.at(request.out, force, inputs)
  const file = new PairsFile(output, rawIds)
  const counts = new OutcomeCounts(rawIds)
  try {
    const left = await openFile(leftPath, columns)
    const right = rightPath === null ? null : await openFile(rightPath, rightColumns)
    const { survey, pairs, leftOut, grouped } = await comparePairs(
      { ...request, left, right },
      {
        wants: ({ outcome }: LinkedPair) => outcome !== null,
        pass: (last) => file.pass(last),
        row: (ordinal, found) => {
          counts.add(found)
          return file.row(ordinal, found)
        },
      },
    )
    await file.finish()
    return {
      left: matched(left, survey.left),
      right: right === null || survey.right === null ? null : matched(right, survey.right),
      out: request.out,
      likely: counts.likely,
      possible: counts.possible,
      compared: pairs,
      leftOut,
      grouped,
      shieldedLines: counts.shieldedLines,
      profile: request.profile,
      dates: request.dates,
      model: MODEL.version,
    }
  } finally {
    await file.abandon()
  }
}

function matched({ path, encoding }: CsvSource, surveyed: FileSurvey): MatchedFile {
  return { file: path, encoding, ...surveyed }
}

class OutcomeCounts {
  likely = 0
  possible = 0
  shieldedLines = 0

  constructor(private readonly rawIds: boolean) {}

  add(found: readonly ComparedPair[]): void {
    for (const { left, right, pair } of found) {
      if (pair.outcome === 'LIKELY') this.likely++
      else this.possible++
      if (!this.rawIds && (shielded(left) !== left || shielded(right) !== right)) this.shieldedLines++
    }
  }
}
