import { ComityError } from '../contract/errors.js'

/** More than this many line numbers are counted instead of named. */
const NAMED_MAX = 20

/** Once every line has been answered. @throws ComityError BAD_INPUT naming the lines of standard input that were malformed */
export function refuseMalformed(lines: readonly number[]): void {
  if (lines.length === 0) return
  const rest = lines.length - NAMED_MAX
  const named = lines.slice(0, NAMED_MAX).join(', ')
  throw new ComityError(
    'BAD_INPUT',
    `Malformed on standard input: line ${named}${rest > 0 ? ` and ${rest} more` : ''}.`,
  )
}
