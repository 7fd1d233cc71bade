/**
 * `npm run test:mutants`: plants mistakes, one at a time, in a copy of the sources, and runs `npm run test:policy` there.
 * Prints caught / planted, and the names of those that no test missed.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PLANTED } from './index.js'
import type { Copy } from './copy.js'
import { copyTo } from './copy.js'

const HELP = `Usage: npm run test:mutants -- [--only 3,17] [--rotate 10] [--workers 2] [--list]
  --only N,M    these, by number
  --rotate K    K of them, others every day
  --workers W   copies of the sources that run side by side (1)
  --list        print the mistakes and plant none
Exit code 0: all were caught; 1: one was missed, a test fails without any, or a mistake can no longer be planted.`

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rotate: { type: 'string' },
    workers: { type: 'string', default: '1' },
    list: { type: 'boolean' },
    help: { type: 'boolean' },
  },
})

const numbered = PLANTED.map((planted, index) => ({ number: index + 1, planted }))
type Numbered = (typeof numbered)[number]

function chosen(): Numbered[] {
  if (values.only) {
    const numbers = values.only.split(',').map(Number)
    const unknown = numbers.filter((number) => !numbered[number - 1])
    if (unknown.length > 0) throw new Error(`--only: there is no mistake ${unknown.join(', ')}`)
    return numbered.filter(({ number }) => numbers.includes(number))
  }
  if (values.rotate) {
    const count = Math.min(Number(values.rotate), numbered.length)
    // Consecutive days take consecutive parts, so that every mistake has its turn.
    const from = (Math.floor(Date.now() / 86_400_000) * count) % numbered.length
    return Array.from({ length: count }, (_, index) => numbered[(from + index) % numbered.length] as Numbered)
  }
  return numbered
}

const line = ({ number, planted }: Numbered): string =>
  `${String(number).padStart(2)} ${planted.name} (${planted.file})`

async function main(): Promise<number> {
  if (values.help) return console.log(HELP) ?? 0
  const todo = chosen()
  if (values.list) return console.log(todo.map(line).join('\n')) ?? 0
  const folder = mkdtempSync(join(tmpdir(), 'comity-mutants-'))
  process.once('SIGINT', () => process.exit(130))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const started = performance.now()
  const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

  const first = copyTo(join(folder, '1'))
  // All of them, also where a few are planted today: which lines a mistake needs is known at once when they go.
  const stale = numbered.flatMap((one) => first.fault(one.planted).map((fault) => `${line(one)}: ${fault}`))
  if (stale.length > 0) return console.log(`Can no longer be planted:\n${stale.join('\n')}`) ?? 1
  const whole = await first.tests([])
  console.log(`without a mistake: ${whole.passed ? 'green' : 'RED'}, ${seconds(started)}`)
  if (!whole.passed) return console.log(whole.output) ?? 1

  const missed: Numbered[] = []
  const queue = [...todo]
  const work = async (copy: Copy): Promise<void> => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      const since = performance.now()
      const caught = await copy.plant(one.planted)
      if (caught === null) missed.push(one)
      console.log(`${caught === null ? 'MISSED' : 'caught'} ${line(one)}: ${caught ?? 'no test'}, ${seconds(since)}`)
    }
  }
  const others = Array.from({ length: Math.max(1, Number(values.workers)) - 1 }, (_, index) =>
    copyTo(join(folder, String(index + 2))),
  )
  await Promise.all([first, ...others].map(work))
  console.log(`caught ${todo.length - missed.length} / planted ${todo.length} in ${seconds(started)}`)
  for (const one of missed) console.log(`missed: ${line(one)}`)
  return missed.length === 0 ? 0 : 1
}

process.exitCode = await main()
