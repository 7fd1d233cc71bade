import { setMaxListeners } from 'node:events'
import type { ServerResponse } from 'node:http'
import { ComityError } from '../../contract/errors.js'

/**
 * The end of the time for a request: `milliseconds` from now, or when its client goes away. All that is done for it is
 * given this signal; its reason is what the client is told, if it is still there.
 */
export function deadlineOf(response: ServerResponse, milliseconds: number): AbortSignal {
  const controller = new AbortController()
  // An operation waits for as many fetches at once as it has; Node would warn of a leak from eleven on, in plain text.
  setMaxListeners(0, controller.signal)
  const late = () => controller.abort(new ComityError('DEADLINE_EXCEEDED'))
  const timer = setTimeout(late, milliseconds)
  response.once('finish', () => clearTimeout(timer))
  response.once('close', () => {
    clearTimeout(timer)
    if (!response.writableFinished) late()
  })
  return controller.signal
}

/** Stops waiting at the end of the time, whatever becomes of the work. @throws the signal's reason */
export async function within<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (signal === undefined) return work
  let stop = (): void => undefined
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason as Error)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
