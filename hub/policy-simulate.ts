import pg from 'pg'
import { type Clock, epochDay } from '../contract/clock.js'
import {
  ANY_PERSON,
  bundleFile,
  type EpochDay,
  type Flip,
  flipCounter,
  looksAt,
  type MatrixChanges,
  matrixChanges,
  type OwnerAuthorization,
  type PolicyFiles,
  type PolicySet,
  readPolicyFiles,
  type Recipient,
} from '../policy/index.js'
import type { JurisdictionClass } from '../policy/index.js'
import { openPrisma } from '../prisma/client.js'
import { ReferenceCache } from '../subgraphs/kit/reference-data.js'
import { Closers } from './closers.js'
import type { Config } from './config.js'
import { openDatabase } from './database.js'
import { filesInForce, readBundlesInForce } from './policy-in-force.js'
import { loadPolicies, type ReadBundle, readBundle, withBundle } from './policy-sets.js'
import { recordGroups } from './record-groups.js'

export interface SimulationRequest {
  readonly bundle: string
  readonly jurisdiction: string | null
  /** The day to decide on; null: today, or the first day on which the whole bundle holds. */
  readonly day: EpochDay | null
  /** The database whose rules in force and records are asked; null: the rules as shipped, and no records. */
  readonly database: Config | null
  readonly clock: Clock
  /** What is being done, in a few words. */
  readonly step: (text: string) => void
}

export interface Simulation extends MatrixChanges {
  readonly jurisdiction: string
  readonly day: EpochDay
  /** Hashes of the two sets. */
  readonly before: string
  readonly after: string
  /** Null where no database was asked. */
  readonly records: { readonly asked: number; readonly flips: readonly Flip[] } | null
}

/**
 * What a bundle would change if it were published now. Nothing is written.
 * @throws ComityError BAD_INPUT, BUNDLE_REFUSED, POLICY_INVALID, and those of opening the database
 */
export async function simulateBundle(request: SimulationRequest): Promise<Simulation> {
  const bundle = readBundle(request.bundle, request.jurisdiction)
  const today = epochDay(request.clock())
  // The rules that come with the program find most mistakes, before a database is opened.
  const shipped = readPolicyFiles()
  const day = request.day ?? firstDay(loadPolicies(withBundle(shipped, bundle)), bundle, today)
  if (request.database === null) return { ...changes(shipped, bundle, day), records: null }
  return overDatabase(request, request.database, shipped, bundle, day)
}

function firstDay(set: PolicySet, { jurisdiction }: ReadBundle, today: EpochDay): EpochDay {
  const days = set.rules.filter(({ file }) => file === bundleFile(jurisdiction)).map((rule) => rule.effectiveFrom ?? 0)
  return Math.max(today, ...days)
}

/** Milliseconds. */
const BREATH = 50

interface Compared {
  readonly sets: readonly [PolicySet, PolicySet]
  readonly changes: Omit<Simulation, 'records'>
}

function compared(inForce: PolicyFiles, bundle: ReadBundle, day: EpochDay): Compared {
  const sets = [loadPolicies(inForce), loadPolicies(withBundle(inForce, bundle))] as const
  const [before, after] = sets
  const { jurisdiction } = bundle
  return {
    sets,
    changes: { jurisdiction, day, before: before.hash, after: after.hash, ...matrixChanges(before, after, day) },
  }
}

function changes(inForce: PolicyFiles, bundle: ReadBundle, day: EpochDay): Omit<Simulation, 'records'> {
  return compared(inForce, bundle, day).changes
}

async function overDatabase(
  { clock, step }: SimulationRequest,
  config: Config,
  shipped: PolicyFiles,
  bundle: ReadBundle,
  day: EpochDay,
): Promise<Simulation> {
  const closers = new Closers()
  try {
    step('opening the database')
    const database = closers.add(await openDatabase(config, clock), (opened) => opened.close())
    const prisma = closers.add(openPrisma({ url: database.ownerUrl, max: 2 }), (opened) => opened.close())
    const client = closers.add(new pg.Client({ connectionString: database.ownerUrl }), (opened) => opened.end())
    await client.connect()

    step('comparing the rules')
    const { sets, changes: told } = compared(
      filesInForce(shipped, await readBundlesInForce(prisma.client, day)),
      bundle,
      day,
    )
    const authorizations = (await new ReferenceCache(prisma.client).at(0n)).authorizations(day)
    const recipients = await recipientsOf(client, authorizations)
    const [before, after] = sets
    const counter = flipCounter({ before, after, day, authorizations, recipients })
    const looked = [...before.rulesOn(day), ...after.rulesOn(day)].flatMap(({ condition }) => looksAt(condition).facts)
    let asked = 0
    let since = performance.now()
    for await (const group of recordGroups(client, looked, ANY_PERSON)) {
      counter.ask(group)
      asked += group.records
      if (performance.now() - since < BREATH) continue
      step(`asking about the records: ${asked}`)
      // Whoever has the embedded database open through this process waits no longer than this.
      await new Promise((resolve) => setImmediate(resolve))
      since = performance.now()
    }
    step(`asking about the records: ${asked}`)
    return { ...told, records: { asked, flips: counter.flips() } }
  } finally {
    await closers.close()
  }
}

/** The agencies and jurisdictions that authorizations in force name. */
async function recipientsOf(
  client: pg.ClientBase,
  authorizations: readonly OwnerAuthorization[],
): Promise<readonly Recipient[]> {
  const named = [...new Set(authorizations.flatMap(({ recipients }) => recipients))]
  const { rows } = await client.query<{ named: string; jurisdiction: string; class: string; agency: string | null }>(
    `select code as named, code as jurisdiction, class, null as agency from agencies.jurisdiction where code = any($1)
     union all
     select id, jurisdiction_code, jurisdiction_class, id from agencies.agency where id = any($1)
     order by 1`,
    [named],
  )
  return rows.map((row) => ({
    // An agency is told by its jurisdiction: an id says nothing to a reader.
    named: row.agency === null ? row.named : `an agency of ${row.jurisdiction}`,
    jurisdiction: row.jurisdiction,
    // CHECK constraints of the migrations hold the columns to the enumeration.
    jurisdictionClass: row.class as JurisdictionClass,
    agency: row.agency ?? 'ELSEWHERE',
  }))
}
