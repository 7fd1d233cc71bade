import type { IncidentKind, JurisdictionClass } from '../../policy/types.js'
import type { ImportPlan, IsoDate } from './plan.js'

/** Whoever the list is of: owner of every record in it, and the authority that decided. */
export interface SourceAuthority {
  readonly name: string
  /** How the source itself abbreviates the name. */
  readonly alsoWritten: readonly string[]
  readonly jurisdiction: {
    readonly code: string
    readonly name: string
    readonly class: JurisdictionClass
    readonly uspsCode: string
    readonly fipsCode: string
    readonly ncicCode: string
  }
  /** The office to call; no person. */
  readonly contact: string
  /** The law under which the list is kept. */
  readonly statute: string
  /** What the source's answer to a check rests on, where the hub has no terms of this jurisdiction yet. */
  readonly participation: {
    readonly kinds: readonly IncidentKind[]
    /** First day that the list covers. */
    readonly from: IsoDate
    /** Source-constant: the same for every candidate (rulings.md, Wording). */
    readonly statement: string
  }
}

export type Progress = (done: { readonly tab: string; readonly rows: number }) => void

export interface ImportProfile {
  readonly id: string
  readonly title: string
  /** The files it reads, for `--help` and for IMPORT_WRONG_FILE. */
  readonly reads: readonly string[]
  readonly authority: SourceAuthority
  /** Throws ComityError IMPORT_WRONG_FILE. `now` decides what lies in the future. */
  plan(path: string, now: Date, progress: Progress): Promise<ImportPlan>
}
