import { ComityError } from '../../contract/errors.js'

/** What is wrong with a file and where; never a cell of it. `line` counts from 1, null where it is about the whole file. */
export function wrongFile(path: string, line: number | null, what: string): ComityError {
  return new ComityError('MATCH_FILE_REFUSED', `${path}${line === null ? '' : `, line ${line}`}: ${what}.`)
}
