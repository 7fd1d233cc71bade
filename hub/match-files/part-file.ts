import { type FileHandle, open } from 'node:fs/promises'

/** Characters that are kept before they are written. */
const BUFFER = 65_536

/** A new file, written from its beginning. It holds ids of people: it is for its owner alone. */
export class PartFile {
  private text = ''

  /** Throws what `failed` makes of an error, here and in everything below: a full disk, no right to write. */
  static async create(path: string, failed: (error: unknown) => Error): Promise<PartFile> {
    try {
      return new PartFile(path, await open(path, 'wx', 0o600), failed)
    } catch (error) {
      throw failed(error)
    }
  }

  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
    private readonly failed: (error: unknown) => Error,
  ) {}

  async write(text: string): Promise<void> {
    this.text += text
    if (this.text.length >= BUFFER) await this.flush()
  }

  /** On the disk, and closed. */
  async end(): Promise<void> {
    await this.flush()
    try {
      await this.handle.sync()
    } catch (error) {
      throw this.failed(error)
    }
    await this.handle.close()
  }

  /** Closed as it is; for one that is given up. */
  async close(): Promise<void> {
    await this.handle.close()
  }

  private async flush(): Promise<void> {
    const text = this.text
    this.text = ''
    try {
      await this.handle.appendFile(text)
    } catch (error) {
      throw this.failed(error)
    }
  }
}
