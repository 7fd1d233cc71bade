import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { matchFiles, type FilesToMatch, type MatchFilesReport, parseColumns } from '../../../hub/match-files.js'

export const COLUMNS = parseColumns('--map', 'id=id,given=given,family=family,dob=dob')

/** A folder of a test's own, and the command's work within it. */
export class ScratchFolder {
  private readonly path = mkdtempSync(join(tmpdir(), 'comity-match-'))

  at = (name: string): string => join(this.path, name)

  /** Path of a new file. */
  write(name: string, content: string | Buffer): string {
    writeFileSync(this.at(name), content)
    return this.at(name)
  }

  read(name: string): string {
    return readFileSync(this.at(name), 'utf8')
  }

  /** Rights of a file, as an octal number. */
  mode(name: string): number {
    return statSync(this.at(name)).mode & 0o777
  }

  delete(name: string): void {
    rmSync(this.at(name))
  }

  list(): string[] {
    return readdirSync(this.path).sort()
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }

  /** Pairs of left.csv and right.csv, or of left.csv with itself, in pairs.csv. */
  match(how: Partial<FilesToMatch> = {}): Promise<MatchFilesReport> {
    return matchFiles({
      left: this.at('left.csv'),
      right: this.at('right.csv'),
      columns: COLUMNS,
      rightColumns: new Map(),
      out: this.at('pairs.csv'),
      force: false,
      rawIds: false,
      profile: 'STRICT',
      dates: 'ymd',
      chunk: 1_000,
      keyPairs: 1_000_000,
      progress: { reading: () => undefined, comparing: () => undefined },
      ...how,
    })
  }
}
