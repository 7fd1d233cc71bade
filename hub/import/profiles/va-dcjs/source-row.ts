import type { Cell } from './dates.js'
import type { ListName } from './status.js'

/** One data row, whichever file it came from. */
export interface SourceRow {
  readonly tab: string
  readonly row: number
  readonly list: ListName
  readonly family: Cell
  readonly given: Cell
  readonly middle: Cell
  readonly agency: Cell
  readonly function: Cell
  readonly decertDate: Cell
  readonly status: Cell
  /** Null on the list of reinstated officers, which gives none. */
  readonly reason: Cell
}

/** One row of the directory of agencies. The director's name and address are not read: the hub has no use for them. */
export interface DirectoryRow {
  readonly tab: string
  readonly row: number
  readonly agency: string
  readonly certified: string | null
}
