/**
 * `npm run test:leaks`: the leak test with larger numbers, by several processes and, with `--from`, in parts. Each process
 * is a run of test/integration/leaks.test.ts over a hub and a database of its own.
 */
import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { wholeNumbers } from '../support/whole-numbers.mjs'
import { BATCH } from './batch.js'
import { readReport, stop } from './report.js'
import type { FoundLeak } from './run-operations.js'
import { describeTally, NOTHING, sum } from './tally.js'

const HELP = `Usage: npm run test:leaks -- [--operations 100000] [--from 0] [--processes P] [--seed 13929] [--names N]
  --operations N  random operations with every layer on, in batches of ${BATCH} (3000)
  --from N        the first of them, a multiple of ${BATCH}: a large number can be asked in parts, and added up (0)
  --processes P   processes that take a batch each in turn, each with a hub and a database of its own
                  (1; as many as there are cores for 10000 operations and more)
  --seed S        other operations; those of a seed and a batch are always the same (13929)
  --names N       names guessed by the first process (10000; none with --from)
The first process also plants a leak that has to be found and, on the embedded database, asks 500 without each layer.
COMITY_TEST_DATABASE=postgres asks hubs over a PostgreSQL server instead of the embedded database, in less time.
A leak is printed with what to send again; of the batch B, so does --from ${BATCH}*B --operations ${BATCH} --names 0.
Ctrl-C ends it after the batches that are being asked, adds up what was, and says where to go on.
Exit code 0: nothing was shown that the oracle does not allow; 1: something was, or not all was asked.`

if (process.argv.includes('--help')) {
  console.info(HELP)
  process.exit(0)
}

/** Seconds between two lines of progress. */
const OFTEN = 30
const SHOWN_LEAKS = 10

const options = wholeNumbers('operations', 'from', 'processes', 'seed', 'names')
const numbers = options.map((text) => (text === undefined ? undefined : Number(text)))
const [operations = 3_000, from = 0, wanted, seed = 13_929] = numbers
const names = numbers[4] ?? (from === 0 ? 10_000 : 0)
const processes = Math.max(1, wanted ?? (operations >= 10_000 ? availableParallelism() : 1))
if (from % BATCH !== 0) {
  console.error(`--from takes a multiple of ${BATCH}, not "${from}".`)
  process.exit(1)
}

const folder = mkdtempSync(join(tmpdir(), 'comity-leaks-'))
const began = performance.now()
const secondsSince = (start: number) => (performance.now() - start) / 1000

/** The others are there for more operations alone. */
const MAIN_ALONE = ['-t', 'show nothing that the oracle does not allow, and much that it does']

const VITEST = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))

class Worker {
  status: number | null = null
  readonly #report: string
  readonly #output: string

  constructor(which: number) {
    this.#report = join(folder, `${which}.jsonl`)
    this.#output = join(folder, `${which}.txt`)
    const output = openSync(this.#output, 'w')
    const test = ['--project', 'integration', 'test/integration/leaks.test.ts', '--disable-console-intercept']
    const child = spawn(process.execPath, [VITEST, 'run', '--bail=1', ...test, ...(which === 0 ? [] : MAIN_ALONE)], {
      stdio: ['ignore', output, output],
      // A terminal's Ctrl-C is for this process: it lets the others end by themselves.
      detached: true,
      env: {
        ...process.env,
        COMITY_LEAK_OPERATIONS: String(operations),
        COMITY_LEAK_FROM: String(from),
        COMITY_LEAK_PROCESSES: String(processes),
        COMITY_LEAK_PROCESS: String(which),
        COMITY_LEAK_SEED: String(seed),
        COMITY_LEAK_NAMES: String(which === 0 ? names : 0),
        COMITY_LEAK_REPORT: this.#report,
      },
    })
    closeSync(output)
    child.on('error', () => (this.status = 1))
    child.on('exit', (code) => (this.status = code ?? 1))
  }

  stop(): void {
    stop(this.#report)
  }

  read() {
    const lines = readReport(this.#report)
    const last = lines.findLast((line) => line.of === 'TALLY')
    return {
      tally: last?.tally ?? NOTHING,
      seconds: last?.seconds ?? 0,
      next: last?.next ?? null,
      notes: lines.flatMap((line) => (line.of === 'NOTE' ? [line.text] : [])),
      leaks: lines.flatMap((line) => (line.of === 'LEAK' ? [line.leak] : [])),
    }
  }

  output(): string {
    return readFileSync(this.#output, 'utf8')
  }
}

/** What to do to see it again. */
function describeLeak({ batch, who, query, variables, ...leak }: FoundLeak): string {
  return [
    `LEAK: ${leak.coordinate} at ${leak.path}, of ${leak.record}: ${leak.why}; it is ${JSON.stringify(leak.value)}`,
    `  seed ${seed}, batch ${batch}, asked by ${who}`,
    `  query ${query.trim()}`,
    `  variables ${JSON.stringify(variables)}`,
    `  npm run test:leaks -- --seed ${seed} --from ${batch * BATCH} --operations ${BATCH} --names 0`,
  ].join('\n')
}

/** A minute with seconds, an hour with minutes. */
function duration(seconds: number): string {
  const whole = Math.round(seconds)
  const [hours, minutes] = [Math.floor(whole / 3_600), Math.floor((whole % 3_600) / 60)]
  return hours > 0 ? `${hours} h ${minutes} min` : minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`
}

const total = Math.ceil(operations / BATCH) * BATCH
const workers = Array.from({ length: processes }, (_, which) => new Worker(which))
let [printed, told, asked] = [0, began, 0]

function look(): void {
  const states = workers.map((worker) => worker.read())
  const leaks = states.flatMap((state) => state.leaks)
  if (printed < SHOWN_LEAKS) for (const leak of leaks.slice(printed, SHOWN_LEAKS)) console.error(describeLeak(leak))
  printed = Math.max(printed, leaks.length)
  const done = sum(states.map(({ tally }) => tally)).operations
  if (done === total || done === asked || secondsSince(told) < OFTEN) return
  const [rate, left] = [(done - asked) / secondsSince(told), total - done]
  told = performance.now()
  asked = done
  console.info(
    `${done} of ${total} operations, ${leaks.length} leaks, ${rate.toFixed(1)} a second, ${duration(left / rate)} left`,
  )
}

let stopped = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopped = true
    for (const worker of workers) worker.stop()
  })
}
while (workers.some(({ status }) => status === null)) {
  await sleep(1_000)
  look()
}
look()

const states = workers.map((worker) => worker.read())
const failed = workers.filter(({ status }) => status !== 0)
if (!stopped) for (const worker of failed) console.error(worker.output())
for (const note of states.flatMap(({ notes }) => notes)) if (!note.startsWith('all layers')) console.info(note)
const tally = sum(states.map((state) => state.tally))
const seconds = Math.max(...states.map((state) => state.seconds))
// A process that was ended has not asked all: from the first batch that is missing it can be gone on with.
if (tally.operations < total) {
  const next = Math.min(...states.map((state, which) => state.next ?? Math.floor(from / BATCH) + which))
  console.error(`Not all was asked: the next part begins with --from ${next * BATCH}.`)
}
console.info(
  `seed ${seed}, from ${from}, ${processes} processes: ${describeTally(tally, seconds)}; ` +
    `${(tally.operations / seconds).toFixed(1)} operations a second, ${duration(secondsSince(began))} in all`,
)
rmSync(folder, { recursive: true, force: true })
process.exit(failed.length > 0 || tally.leaks > 0 || tally.operations < total ? 1 : 0)
