import { CATALOGUE, ComityError } from '../contract/errors.js'
import type { CliContext } from './context.js'

/** `CODE: meaning what to do`, without a stack; COMITY_LOG_LEVEL=debug or trace adds it, for whoever repairs the hub. */
export function report(error: unknown, { env, err }: CliContext): void {
  if (error instanceof ComityError) {
    const { whatToDo } = CATALOGUE[error.code]
    err(`${error.code}: ${error.message}${error.message.includes('\n') ? '\n' : ' '}${whatToDo}\n`)
  } else {
    const { meaning } = CATALOGUE.INTERNAL
    err(
      `INTERNAL: ${meaning} (${error instanceof Error ? error.name : typeof error}) COMITY_LOG_LEVEL=debug shows where.\n`,
    )
  }
  if (['debug', 'trace'].includes(env['COMITY_LOG_LEVEL'] ?? '') && error instanceof Error)
    err(`${error.stack ?? ''}\n`)
}
