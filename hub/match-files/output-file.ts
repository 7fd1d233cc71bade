import { rmSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { ComityError } from '../../contract/errors.js'
import { PartFile } from './part-file.js'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** A file that is there whole or not at all: written beside its place under another name, and renamed at the end. */
export class OutputFile {
  private readonly parts: string[] = []

  /**
   * `inputs`: files that must not be overwritten, whatever `force` says.
   * @throws ComityError MATCH_OUTPUT_REFUSED, so that nobody waits for a comparison whose result has no place
   */
  static async at(path: string, force: boolean, inputs: readonly string[]): Promise<OutputFile> {
    const there = await stat(path).catch(() => null)
    for (const input of inputs) {
      const other = await stat(input).catch(() => null)
      const same = there !== null && other?.dev === there.dev && other.ino === there.ino
      if (same || resolve(input) === resolve(path)) throw refused(path, 'it is a file that is to be read')
    }
    if (there !== null && !there.isFile()) throw refused(path, 'it is no plain file')
    if (there !== null && !force) throw refused(path, 'it is there already')
    const folder = await stat(dirname(resolve(path))).catch(() => null)
    if (!folder?.isDirectory()) throw refused(path, 'its folder is not there')
    return new OutputFile(path, force)
  }

  private constructor(
    private readonly path: string,
    private readonly force: boolean,
  ) {
    for (const signal of SIGNALS) process.on(signal, this.stopped)
  }

  /** Whoever stops the comparison finds nothing left behind either: the parts hold ids of people. */
  private readonly stopped = (signal: NodeJS.Signals): void => {
    for (const part of this.parts) rmSync(part, { force: true })
    this.forgetSignals()
    process.kill(process.pid, signal)
  }

  private forgetSignals(): void {
    for (const signal of SIGNALS) process.off(signal, this.stopped)
  }

  /** Opens the next file beside it; whoever else writes the same output has others. */
  async part(): Promise<PartFile> {
    const { path, parts } = this
    const part = resolve(dirname(path), `.${basename(path)}.${process.pid}-${parts.length}.part`)
    const opened = await PartFile.create(part, (error) => refused(path, unwritten(error)))
    parts.push(part)
    return opened
  }

  /** Puts the last part in the output's place and takes the others away. */
  async finish(): Promise<void> {
    const last = this.parts.at(-1)
    if (last === undefined) return
    if (!this.force && (await stat(this.path).catch(() => null)) !== null)
      throw refused(this.path, 'it is there now, and was not at the start')
    await rename(last, this.path).catch((error: unknown) => {
      throw refused(this.path, unwritten(error))
    })
    await this.abandon()
  }

  /** Leaves nothing behind but what is finished. */
  async abandon(): Promise<void> {
    this.forgetSignals()
    for (const part of this.parts.splice(0)) await rm(part, { force: true })
  }
}

const unwritten = (error: unknown): string => `it cannot be written (${(error as NodeJS.ErrnoException).code})`

function refused(path: string, why: string): ComityError {
  return new ComityError('MATCH_OUTPUT_REFUSED', `${path}: ${why}.`)
}
