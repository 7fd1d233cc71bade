import { readFileSync } from 'node:fs'
import { systemClock } from '../contract/clock.js'
import { run } from './program.js'

/** The command line of a real process. `comity.mjs` calls it once everything is compiled. */
export function main(argv: readonly string[]): Promise<number> {
  process.stdin.setEncoding('utf8')
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  return run(argv, version(), {
    env: process.env,
    clock: systemClock,
    stdin: process.stdin as AsyncIterable<string>,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    ...(process.stderr.isTTY ? { terminal: process.stderr } : {}),
  })
}

/** From `dist/cli`, as it is shipped. */
function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
