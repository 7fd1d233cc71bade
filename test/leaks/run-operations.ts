import { type DocumentNode, type GraphQLSchema, parse } from 'graphql'
import type { PersonClass } from '../oracle/classes.js'
import { Oracle } from '../oracle/oracle.js'
import type { Snapshot } from '../oracle/snapshot.js'
import { viewerIn } from '../oracle/viewer.js'
import type { Client, TestHub } from '../support/hub.js'
import { TEST_NOW } from '../support/now.js'
import { askerOf, LEAK_ASKERS } from './askers.js'
import { ASKERS_A_DOCUMENT, batchesOf, DOCUMENTS_A_BATCH, randomOf, type Share } from './batch.js'
import { Checker } from './check.js'
import { addSeen, type Leak, nothingSeen, type Seen } from './seen.js'
import { describeTally, tallyOf } from './tally.js'
import { Words } from './words.js'
import { Generator, type KnownIds } from './generate.js'
import { inOrderOfCases, poolsOf } from './pools.js'
import { Random } from './random.js'

/** A leak, and what to send again to see it. */
export type FoundLeak = Leak & {
  readonly batch: number
  readonly who: string
  readonly query: string
  readonly variables: unknown
}

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
  readonly byAsker: Map<string, number>
  seconds: number
}

export interface Run extends Partial<Omit<Share, 'operations'>> {
  readonly hub: TestHub
  readonly snapshot: Snapshot
  readonly schema: GraphQLSchema
  readonly seed: number
  /** By all processes, of which this one asks its share. */
  readonly operations: number
  /** What earlier parts came to, and this one is added to. */
  readonly sofar?: Outcome
  /** Classes that the oracle takes for closed: every leaf of them is a leak then. */
  readonly closed?: ReadonlySet<PersonClass>
  /** After each batch; `batch` is its number. */
  readonly progress?: (sofar: Outcome, batch: number) => void
}

/** With so many there is nothing more to be learned, and they are kept. */
const LEAKS_MAX = 10_000

interface Ready {
  readonly who: string
  readonly client: Client
  readonly oracle: Oracle
  readonly known: KnownIds
}

/** Random operations of random askers, each answer held to the oracle. The same operations for the same seed and batch. */
export async function runOperations(run: Run): Promise<Outcome> {
  const { snapshot, schema, seed } = run
  const share: Share = { from: 0, process: 0, processes: 1, ...run }
  const outcome = run.sofar ?? nothingAsked(seed)
  const { byAsker, seen } = outcome
  const began = performance.now() - outcome.seconds * 1000
  const pools = poolsOf(snapshot, new Random(seed + 1))
  const words = new Words()
  const askers = readyAskers(run)
  const entitled = askers.filter(({ known }) => Object.values(known).some((ids) => ids.length > 0))
  for (const { who } of entitled) byAsker.set(who, byAsker.get(who) ?? 0)
  const ask = async (batch: number, { who, client, oracle }: Ready, document: DocumentNode, sent: Sent) => {
    const { query, variables } = sent
    const answer = await client.ask(query, { ...variables })
    outcome.operations++
    if (answer.status !== 200) outcome.refusal ??= `${answer.text}\n${query}`
    const of = nothingSeen()
    new Checker(schema, oracle, words, document, { ...variables }).check(answer.data, of)
    if (of.records > 0) outcome.withPersons++
    const before = byAsker.get(who)
    if (before !== undefined) byAsker.set(who, before + of.shown)
    outcome.found.push(...of.leaks.map((leak) => ({ ...leak, batch, who, query, variables })))
    addSeen(seen, of)
  }
  for (const batch of batchesOf(share)) {
    const random = randomOf(seed, batch)
    const generator = new Generator(schema, pools, random)
    const documents = Array.from({ length: DOCUMENTS_A_BATCH }, () => {
      const operation = generator.operation()
      const asked = random.some(askers, ASKERS_A_DOCUMENT / 2)
      asked.push(...random.some(entitled, ASKERS_A_DOCUMENT - asked.length))
      return {
        query: operation.query,
        asked: asked.map((asker) => ({ asker, variables: operation.variables(random, asker.known) })),
      }
    })
    await Promise.all(
      documents.map(async ({ query, asked }) => {
        const document = parse(query)
        for (const { asker, variables } of asked) await ask(batch, asker, document, { query, variables })
      }),
    )
    outcome.seconds = (performance.now() - began) / 1000
    run.progress?.(outcome, batch)
    if (outcome.found.length >= LEAKS_MAX) break
  }
  return outcome
}

interface Sent {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

function nothingAsked(seed: number): Outcome {
  const counts = { operations: 0, withPersons: 0, refusal: null, seconds: 0 }
  return { seed, seen: nothingSeen(), ...counts, found: [], byAsker: new Map() }
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

export const describeOutcome = (outcome: Outcome): string =>
  `seed ${outcome.seed}: ${describeTally(tallyOf(outcome), outcome.seconds)}`
