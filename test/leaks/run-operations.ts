import { type DocumentNode, type GraphQLSchema, parse } from 'graphql'
import type { PersonClass } from '../oracle/classes.js'
import { Oracle } from '../oracle/oracle.js'
import type { Snapshot } from '../oracle/snapshot.js'
import { viewerIn } from '../oracle/viewer.js'
import type { Client, TestHub } from '../support/hub.js'
import { TEST_NOW } from '../support/now.js'
import { askerOf, LEAK_ASKERS } from './askers.js'
import { Checker } from './check.js'
import { addSeen, type Leak, nothingSeen, type Seen } from './seen.js'
import { Words } from './words.js'
import { Generator, type KnownIds } from './generate.js'
import { inOrderOfCases, poolsOf } from './pools.js'
import { Random } from './random.js'

/** A leak, and what to send again to see it. */
export type FoundLeak = Leak & { readonly who: string; readonly query: string; readonly variables: unknown }

export interface Outcome {
  readonly seed: number
  readonly seen: Seen
  operations: number
  /** Operations in whose answer there was at least one record of a person. */
  withPersons: number
  /** The first answer that was not 200: the generator is to ask what is served. */
  refusal: string | null
  readonly found: FoundLeak[]
  /** Leaves shown to each asker of whom the oracle says that there is something to be shown. */
  readonly byAsker: ReadonlyMap<string, number>
  seconds: number
}

export interface Run {
  readonly hub: TestHub
  readonly snapshot: Snapshot
  readonly schema: GraphQLSchema
  readonly seed: number
  readonly operations: number
  /** Classes that the oracle takes for closed: every leaf of them is a leak then. */
  readonly closed?: ReadonlySet<PersonClass>
  readonly progress?: (done: number) => void
}

/** How many askers send the same document, each with values of its own: planning is what costs most. */
const ASKERS_A_DOCUMENT = 10
const AT_ONCE = 4

interface Ready {
  readonly who: string
  readonly client: Client
  readonly oracle: Oracle
  readonly known: KnownIds
}

/** Random operations of random askers, each answer held to the oracle. The same operations for the same seed. */
export async function runOperations(run: Run): Promise<Outcome> {
  const { snapshot, schema, seed } = run
  const began = performance.now()
  const random = new Random(seed)
  const generator = new Generator(schema, poolsOf(snapshot, new Random(seed + 1)), random)
  const words = new Words()
  const askers = readyAskers(run)
  const entitled = askers.filter(({ known }) => Object.values(known).some((ids) => ids.length > 0))
  const byAsker = new Map(entitled.map(({ who }) => [who, 0]))
  const seen = nothingSeen()
  const outcome: Outcome = { seed, seen, operations: 0, withPersons: 0, refusal: null, found: [], byAsker, seconds: 0 }
  const ask = async ({ who, client, oracle }: Ready, document: DocumentNode, query: string, variables: object) => {
    const answer = await client.ask(query, { ...variables })
    outcome.operations++
    if (answer.status !== 200) outcome.refusal ??= `${answer.text}\n${query}`
    const of = nothingSeen()
    new Checker(schema, oracle, words, document, { ...variables }).check(answer.data, of)
    if (of.records > 0) outcome.withPersons++
    const before = byAsker.get(who)
    if (before !== undefined) byAsker.set(who, before + of.shown)
    outcome.found.push(...of.leaks.map((leak) => ({ ...leak, who, query, variables })))
    addSeen(seen, of)
  }
  while (outcome.operations < run.operations) {
    const documents = Array.from({ length: AT_ONCE }, () => {
      const operation = generator.operation()
      const asked = random.some(askers, ASKERS_A_DOCUMENT / 2)
      asked.push(...random.some(entitled, ASKERS_A_DOCUMENT - asked.length))
      return {
        query: operation.query,
        asked: asked.map((asker) => ({ asker, values: operation.variables(random, asker.known) })),
      }
    })
    await Promise.all(
      documents.map(async ({ query, asked }) => {
        const document = parse(query)
        for (const { asker, values } of asked) await ask(asker, document, query, values)
      }),
    )
    run.progress?.(outcome.operations)
  }
  return { ...outcome, seconds: (performance.now() - began) / 1000 }
}

function readyAskers({ hub, snapshot, closed, seed }: Run): Ready[] {
  const today = TEST_NOW.toISOString().slice(0, 10)
  return LEAK_ASKERS.map((asker) => {
    const oracle = new Oracle(snapshot, viewerIn(snapshot, askerOf(asker), today), closed)
    const random = new Random(seed + 2)
    const some = (type: Parameters<Oracle['known']>[0]) => random.some([...oracle.known(type)].sort(), 30)
    const checks = inOrderOfCases(snapshot).filter((id) => oracle.known('BackgroundCheck').has(id))
    const known = {
      officer: some('Officer'),
      incident: some('Incident'),
      certification: some('Certification'),
      backgroundCheck: random.some(checks, 30),
    }
    return {
      who: asker.who,
      client: hub.as(asker.handle, asker.asked),
      oracle,
      known: { ...known, why: [...known.officer, ...known.incident, ...known.certification] },
    }
  })
}

export function describeOutcome(outcome: Outcome): string {
  const { seed, operations, withPersons, seconds, found } = outcome
  const { records, shown, withheld, empty, classes } = outcome.seen
  const of = Object.entries(classes)
    .sort()
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
  return (
    `seed ${seed}: ${operations} operations in ${seconds.toFixed(1)} s, ${found.length} leaks; ${withPersons} answers with ` +
    `persons, ${records} records, ${shown} leaves shown (${of}), ${withheld} withheld, ${empty} open and null`
  )
}
