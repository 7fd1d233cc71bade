/** Signals by which an operator or a container ends the process. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Resolves at the first of them. A second one ends the process at once: whoever sends it has stopped waiting. */
export function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals) => {
      for (const name of SIGNALS) process.off(name, stop)
      resolve(signal)
    }
    for (const name of SIGNALS) process.on(name, stop)
  })
}
