import { fileLines } from '../file-lines.js'
import { csvLine, shielded } from './cell.js'
import type { OutputFile } from './output-file.js'
import type { PartFile } from './part-file.js'
import type { ComparedPair } from './pass.js'

const COLUMNS = ['id_left', 'id_right', 'score', 'outcome', 'explanation']

/** A line of the output and the row of the left file that it belongs to. */
interface Kept {
  readonly ordinal: number
  readonly line: string
}

/** Bytes of one kept line: two ids and an explanation. */
const LINE_MAX = 16 * 1_024 * 1_024

/**
 * The pairs in the order of the left file and then of the right one, whatever the chunks were: each pass but the first
 * goes through what the passes before it found, and writes both. Two files are open at a time.
 */
export class PairsFile {
  private part: PartFile | null = null
  private last = true
  private before: AsyncGenerator<string | null> | null = null
  private next: Kept | null = null

  constructor(
    private readonly output: OutputFile,
    /** Ids as they are, also where a spreadsheet would run them. */
    private readonly rawIds: boolean,
  ) {}

  async pass(last: boolean): Promise<void> {
    const previous = this.part
    await this.endPass()
    this.last = last
    this.part = await this.output.part()
    if (last) await this.part.write(csvLine(COLUMNS))
    if (previous === null) return
    this.before = fileLines(previous.path, LINE_MAX)
    await this.advance()
  }

  async row(ordinal: number, pairs: readonly ComparedPair[]): Promise<void> {
    await this.copyUntil(ordinal)
    for (const { left, right, pair } of pairs) {
      const ids = this.rawIds ? [left, right] : [shielded(left), shielded(right)]
      // The explanation holds levels and figures alone, nothing of a row.
      const line = csvLine([...ids, pair.score.toFixed(4), pair.outcome ?? '', pair.explanation])
      await this.write({ ordinal, line })
    }
  }

  /** After the last pass. */
  async finish(): Promise<void> {
    await this.endPass()
    await this.output.finish()
  }

  async abandon(): Promise<void> {
    await this.before?.return(undefined)
    await this.part?.close().catch(() => undefined)
    await this.output.abandon()
  }

  private async endPass(): Promise<void> {
    await this.copyUntil(Infinity)
    await this.part?.end()
    this.part = null
  }

  /** What earlier passes found for rows up to this one, this one included: its chunks came before. */
  private async copyUntil(ordinal: number): Promise<void> {
    while (this.next !== null && this.next.ordinal <= ordinal) {
      await this.write(this.next)
      await this.advance()
    }
  }

  private async advance(): Promise<void> {
    const line = await this.before?.next()
    this.next = typeof line?.value === 'string' ? (JSON.parse(line.value) as Kept) : null
  }

  private async write(kept: Kept): Promise<void> {
    await this.part?.write(this.last ? kept.line : `${JSON.stringify(kept)}\n`)
  }
}
