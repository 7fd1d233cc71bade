/** The part of pino that the gateway needs. Fields and messages never hold a person's data. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** Where an error came from, without its message: that may quote a row. */
export function traceOf(error: unknown): { readonly error: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] }
  // The message goes first: a line of it may look like a frame.
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  return { error: error.name, at: frames.slice(0, 5).map((line) => line.trim()) }
}

/**
 * What Apollo's packages log, as far as it is ours to keep: at start their words help the operator, afterwards they may
 * quote a request.
 */
export function apolloLogger(log: Log, isServing: () => boolean) {
  const text = (message: unknown) =>
    isServing() ? 'Apollo reports a fault; its words are not logged' : String(message)
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (message?: unknown) => log.warn({ component: 'apollo' }, text(message)),
    error: (message?: unknown) => log.error({ component: 'apollo' }, text(message)),
  }
}
