import { type GraphQLSchema, parse } from 'graphql'
import type { PersonClass } from '../oracle/classes.js'
import { Oracle } from '../oracle/oracle.js'
import type { Snapshot } from '../oracle/snapshot.js'
import { viewerIn } from '../oracle/viewer.js'
import type { TestHub } from '../support/hub.js'
import { TEST_NOW } from '../support/now.js'
import { askerOf, LEAK_ASKERS, type LeakAsker } from './askers.js'
import { addSeen, Checker, type Leak, nothingSeen, type Seen, Words } from './check.js'
import { Generator } from './generate.js'
import { poolsOf } from './pools.js'
import { Random } from './random.js'

export interface Outcome extends Seen {
  operations: number
  /** Operations in whose answer there was at least one record of a person. */
  withPersons: number
  /** Answers other than 200: the generator is to ask what is served. */
  refused: number
  /** By asker: leaves shown. */
  readonly byAsker: Record<string, number>
  /** What to run again. */
  readonly found: (Leak & { readonly who: string; readonly query: string; readonly variables: unknown })[]
  refusal: string | null
}

export interface Run {
  readonly hub: TestHub
  readonly snapshot: Snapshot
  readonly schema: GraphQLSchema
  readonly seed: number
  readonly operations: number
  readonly closed?: ReadonlySet<PersonClass>
  readonly progress?: (done: number) => void
}

/** How many askers send the same document, each with values of its own. */
const ASKERS_A_DOCUMENT = 5
const AT_ONCE = 4

/** Random operations of random askers, each answer held to the oracle. The same for the same seed. */
export async function runOperations(run: Run): Promise<Outcome> {
  const { hub, snapshot, schema, seed, closed } = run
  const random = new Random(seed)
  const generator = new Generator(schema, poolsOf(snapshot, new Random(seed + 1)), random)
  const words = new Words()
  const today = TEST_NOW.toISOString().slice(0, 10)
  const oracles = new Map(
    LEAK_ASKERS.map((asker) => [asker, new Oracle(snapshot, viewerIn(snapshot, askerOf(asker), today), closed)]),
  )
  const clients = new Map(LEAK_ASKERS.map((asker) => [asker, hub.as(asker.handle, asker.asked)]))
  const outcome: Outcome = {
    ...nothingSeen(),
    operations: 0,
    withPersons: 0,
    refused: 0,
    byAsker: {},
    found: [],
    refusal: null,
  }
  const ask = async (asker: LeakAsker, query: string, document: ReturnType<typeof parse>, variables: object) => {
    const [client, oracle] = [clients.get(asker), oracles.get(asker)]
    if (!client || !oracle) throw new Error(`nobody is ${asker.who}`)
    const answer = await client.ask(query, { ...variables })
    outcome.operations++
    if (answer.status !== 200) {
      outcome.refused++
      outcome.refusal ??= `${answer.text}\n${query}`
      return
    }
    const seen = nothingSeen()
    new Checker(schema, oracle, words, document, { ...variables }).check(answer.data, seen)
    if (seen.records > 0) outcome.withPersons++
    outcome.byAsker[asker.who] = (outcome.byAsker[asker.who] ?? 0) + seen.shown
    outcome.found.push(...seen.leaks.map((leak) => ({ ...leak, who: asker.who, query, variables })))
    addSeen(outcome, seen)
  }
  while (outcome.operations < run.operations) {
    const documents = Array.from({ length: AT_ONCE }, () => {
      const { query, variables } = generator.operation()
      const askers = random.some(LEAK_ASKERS, ASKERS_A_DOCUMENT)
      return { query, asked: askers.map((asker) => ({ asker, variables: variables(random) })) }
    })
    await Promise.all(
      documents.map(async ({ query, asked }) => {
        const document = parse(query)
        for (const { asker, variables } of asked) await ask(asker, query, document, variables)
      }),
    )
    run.progress?.(outcome.operations)
  }
  return outcome
}

export function describeOutcome(outcome: Outcome, seconds: number): string {
  const { operations, withPersons, records, shown, withheld, empty, refused, leaks, classes } = outcome
  const of = Object.entries(classes)
    .sort()
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
  return (
    `${operations} operations in ${seconds.toFixed(1)} s: ${leaks.length} leaks; ${withPersons} answers with persons, ` +
    `${records} records, ${shown} leaves shown (${of}), ${withheld} withheld, ${empty} open but empty, ${refused} refused`
  )
}
