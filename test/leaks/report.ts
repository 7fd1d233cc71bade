import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { FoundLeak, Outcome } from './run-operations.js'
import { type Tally, tallyOf } from './tally.js'

/** What a process of `npm run test:leaks` tells the one that started it. */
export type ReportLine =
  | { readonly of: 'NOTE'; readonly text: string }
  | { readonly of: 'LEAK'; readonly leak: FoundLeak }
  /** All that it has done; `next` is the first batch that it has not. */
  | { readonly of: 'TALLY'; readonly tally: Tally; readonly seconds: number; readonly next: number }

class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** Milliseconds between two tallies. */
const OFTEN = 2_000

/** Writes lines for the other process, which reads the file as it grows. Without a file nobody does. */
export class Report {
  #leaks = 0
  #written = 0

  constructor(
    private readonly file: string | undefined,
    private readonly processes: number,
  ) {}

  note(text: string): void {
    this.write({ of: 'NOTE', text })
  }

  /**
   * After each batch; leaks are written at once.
   * @throws Stopped
   */
  progress(sofar: Outcome, batch: number): void {
    const leaks = sofar.found.slice(this.#leaks)
    for (const leak of leaks) this.write({ of: 'LEAK', leak })
    this.#leaks = sofar.found.length
    const stopped = this.file !== undefined && existsSync(stopFile(this.file))
    if (stopped || leaks.length > 0 || performance.now() - this.#written > OFTEN) this.tally(sofar, batch)
    if (stopped) throw new Stopped('the process that started this one was ended')
  }

  /** `batch` is the last one asked. */
  tally(sofar: Outcome, batch: number): void {
    this.#written = performance.now()
    const { seconds } = sofar
    this.write({ of: 'TALLY', tally: tallyOf(sofar), seconds, next: batch + this.processes })
  }

  private write(line: ReportLine): void {
    if (this.file) appendFileSync(this.file, `${JSON.stringify(line)}\n`)
  }
}

/** In the file's own folder, since a signal would leave a database server behind. */
const stopFile = (report: string): string => `${report}.stop`

/** Ends the process that writes the report after the batch that it is at, with all that it has opened. */
export function stop(report: string): void {
  writeFileSync(stopFile(report), '')
}

/** What has been written whole. */
export function readReport(file: string): ReportLine[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line) as ReportLine)
}
