import { describe, expect, it } from 'vitest'
import { epochDay } from '../../contract/clock.js'
import { TODAY } from './cases/viewers.js'
import { cedar } from './support/cedar.js'
import { inItsOwnProcess, inThisProcess } from './support/decide-run.js'
import type { Decide } from './support/decide-run.js'
import { randomLines } from './support/lines.js'
import type { Line } from './support/lines.js'
import { FILES, POLICIES } from './support/policy.js'
import { seeded } from './support/random.js'
import type { Sample } from './support/sample.js'

/** `npm run test:decide` asks for 100,000 of the command in a process of its own; every run of the suite for some here. */
const GIVEN = process.env['COMITY_DECIDE_LINES']
const LINES = Number(GIVEN ?? 1200)
const SEED = Number(process.env['COMITY_TEST_SEED'] ?? 13929)
const decide: Decide = GIVEN === undefined ? inThisProcess : inItsOwnProcess

/** What Cedar answers to a line, and which of its policies determined that. */
interface Expected {
  readonly effect: 'allow' | 'deny'
  readonly reason: readonly string[]
}

const ask = cedar(FILES, POLICIES)

/** A field is asked for only of a record that the viewer may know of: two questions to Cedar. */
function expectedOf(asks: Sample | null): Expected {
  if (asks === null) return { effect: 'deny', reason: [] }
  const { action, type } = asks
  if (!action.startsWith('read:') || type === 'Hub') return ask(asks)
  const knowing = ask({ ...asks, action: `know:${type}` })
  return knowing.effect === 'allow' ? ask(asks) : knowing
}

interface Answer {
  readonly line: number
  readonly effect: string
  readonly policy: string | null
  readonly code: string | null
}

function agrees({ asks }: Line, expected: Expected, answer: Answer): boolean {
  if ((answer.code === 'MALFORMED') !== (asks === null)) return false
  if (answer.effect !== expected.effect) return false
  return answer.policy === null ? expected.reason.length === 0 : expected.reason.includes(answer.policy)
}

/** One run of the command over random lines, held to Cedar line by line. */
async function compare() {
  const next = randomLines(seeded(SEED), GIVEN === undefined ? TODAY : epochDay(new Date()))
  const waiting = new Map<number, { readonly line: Line; readonly expected: Expected }>()
  const lines = async function* () {
    for (let number = 1; number <= LINES; number++) {
      const line = next()
      waiting.set(number, { line, expected: expectedOf(line.asks) })
      yield await Promise.resolve(`${line.text}\n`)
    }
  }
  const result = {
    answers: 0,
    allows: 0,
    malformed: 0,
    disagreements: [] as unknown[],
    decided: new Map<string, number>(),
  }
  for await (const text of decide(lines())) {
    const answer = JSON.parse(text) as Answer
    const asked = waiting.get(++result.answers)
    waiting.delete(result.answers)
    if (!asked || answer.line !== result.answers || !agrees(asked.line, asked.expected, answer)) {
      if (result.disagreements.push({ ...asked, answer }) > 20) break
      continue
    }
    if (asked.line.asks === null) result.malformed++
    if (asked.expected.effect === 'allow') result.allows++
    for (const id of asked.expected.reason) result.decided.set(id, (result.decided.get(id) ?? 0) + 1)
  }
  return result
}

describe(`comity policy decide against Cedar's isAuthorized (seed ${SEED}, ${LINES} lines)`, () => {
  it('agrees on every line, denies every malformed one, and is not vacuous', { timeout: 900_000 }, async () => {
    const started = performance.now()
    const { answers, allows, malformed, disagreements, decided } = await compare()
    const share = (count: number): number => count / LINES
    const least = POLICIES.heads
      .map(({ id }) => ({ id, share: share(decided.get(id) ?? 0) }))
      .sort((a, b) => a.share - b.share)
    const percent = (part: number): string => `${(part * 100).toFixed(2)} %`
    if (GIVEN !== undefined) {
      console.log(
        [
          `lines ${answers} (seed ${SEED}, malformed ${malformed})`,
          `allows ${percent(share(allows))}`,
          `least-deciding policy ${least[0]?.id} ${percent(least[0]?.share ?? 0)} of ${POLICIES.heads.length}`,
          `disagreements ${disagreements.length}`,
          `seconds ${((performance.now() - started) / 1000).toFixed(1)}`,
        ].join('\n'),
      )
    }
    expect(disagreements.slice(0, 1)).toEqual([])
    expect(answers).toBe(LINES)
    expect(malformed).toBeGreaterThan(LINES / 50)
    expect(least.filter(({ share: part }) => part < 0.01)).toEqual([])
    expect(share(allows)).toBeGreaterThan(0.05)
    expect(share(allows)).toBeLessThan(0.6)
  })
})
