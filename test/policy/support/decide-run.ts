import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { run } from '../../../cli/program.js'
import { linesOf } from '../../../cli/lines.js'
import { dayToDate } from '../../../contract/clock.js'
import { TODAY } from '../cases/viewers.js'

/** Answers of `comity policy decide`, in the order of its lines. */
export type Decide = (lines: AsyncIterable<string>) => AsyncIterable<string>

/** The command without its process. Its answers are handed on when the run is over. */
export const inThisProcess: Decide = async function* (lines) {
  const answers: string[] = []
  await run(['node', 'comity', 'policy', 'decide'], 'test', {
    env: {},
    clock: () => dayToDate(TODAY),
    stdin: lines,
    out: (text) => answers.push(text),
    err: () => undefined,
  })
  yield* answers
}

const COMITY = join(import.meta.dirname, '..', '..', '..', 'cli', 'comity.mjs')

/** The command as an operator runs it, on the day that the machine has. */
export const inItsOwnProcess: Decide = async function* (lines) {
  const child = spawn(process.execPath, [COMITY, 'policy', 'decide'], { stdio: ['pipe', 'pipe', 'ignore'] })
  const closed = once(child, 'close')
  Readable.from(lines).pipe(child.stdin)
  child.stdout.setEncoding('utf8')
  yield* linesOf(child.stdout)
  await closed
}
