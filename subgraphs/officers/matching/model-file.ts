import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The shipped model: what `comity match train` wrote. A new one gets a new name, and the name travels with each score. */
const MODEL_FILE = 'em-2.json'
const FOLDER = join('subgraphs', 'officers', 'matching', 'model')

/** What a level is worth and why. `m` and `u`: its rates among one person's pairs and two persons', where data gave them. */
export interface ModelFileLevel {
  readonly points: number
  readonly basis: 'EM' | 'JUDGEMENT'
  readonly m?: number | undefined
  readonly u?: number | undefined
}

/** A share of so many trials, 0 to 1. */
export interface MeasuredRate {
  readonly value: number
  readonly of: number
}

/** What `comity match --self` would make of rows that the model was not trained on, at its threshold. */
export interface FileErrors {
  /** Of the LIKELY pairs those of two persons. */
  readonly wrong: MeasuredRate
  /** Of one person's pairs those that are not LIKELY. */
  readonly missed: MeasuredRate
}

/** What a background check makes of a candidate with a name and a date of birth, among so many records. */
export interface CheckErrors {
  /** Of people who are in nobody's record those for whom somebody is LIKELY. */
  readonly strangerLikely: MeasuredRate
  /** Of the same, those for whom anybody comes back, LIKELY or POSSIBLE. */
  readonly strangerBack: MeasuredRate
  /** Of people whom the records know and the candidate's form writes otherwise, those who do not come back. */
  readonly missed: MeasuredRate
  /** Of the same, those who are not LIKELY: they come back for a person to decide, or not at all. */
  readonly notLikely: MeasuredRate
}

export interface Thresholds {
  readonly likely: number
  readonly possible: number
}

/** The model as it is stored: weights, thresholds, and the figures that they rest on. */
export interface ModelFile {
  readonly version: string
  /** YYYY-MM-DD. */
  readonly trainedOn: string
  readonly corpus: Readonly<Record<string, string | number>>
  /** How often each kind of damage was done to a generated second record: chosen, not measured. */
  readonly damage: Readonly<Record<string, number>>
  readonly levels: Readonly<Record<string, Readonly<Record<string, ModelFileLevel>>>>
  readonly nameFrequency: { readonly given: number; readonly family: number }
  readonly sameYear: number
  /** Of a hub's check; points including the prior. */
  readonly hub: Thresholds & {
    readonly possibleToTheDay: number
    readonly possibleOtherGiven: number
    readonly prior: number
    readonly lead: number
    readonly unknownAgencies: number
  }
  /** Of `comity match`; points including the prior of the files' sizes. */
  readonly files: Thresholds
  /** Measured on generated people that the weights were not estimated from, at these thresholds. */
  readonly errors: { readonly files: FileErrors; readonly check: CheckErrors }
}

/** Weights and thresholds, of which nobody has measured yet what they do. */
export type UntestedModel = Omit<ModelFile, 'errors'>

/** tsc copies no data, so from dist/ as from source the files are those below the package's root. */
export function readModelData<Data>(file: string): Data {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const path = join(folder, FOLDER, file)
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Data
    if (dirname(folder) === folder) throw new Error(`${join(FOLDER, file)} is missing from this installation.`)
  }
}

export function readModelFile(): ModelFile {
  return readModelData<ModelFile>(MODEL_FILE)
}
