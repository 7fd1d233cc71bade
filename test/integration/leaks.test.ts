import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphQLSchema } from 'graphql'
import pg from 'pg'
import { CAST, type CastMember } from '../../prisma/seed/index.js'
import { ALL_LAYERS } from '../../subgraphs/kit/layers.js'
import { apiSchema } from '../leaks/api-schema.js'
import { openCases } from '../leaks/askers.js'
import { partsOf, type Share } from '../leaks/batch.js'
import { Generator, NOT_ASKED } from '../leaks/generate.js'
import { checkOf, guessNames } from '../leaks/guess-names.js'
import { Report } from '../leaks/report.js'
import { describeOutcome, type FoundLeak, type Outcome, runOperations } from '../leaks/run-operations.js'
import { type Snapshot, takeSnapshot } from '../oracle/snapshot.js'
import { freshDatabase, type TestDatabase } from '../support/database.js'
import { openTestHub, type TestHub, type TestHubOptions } from '../support/hub.js'

/** rulings.md, "Sizes of the tests"; the larger numbers are for `npm run test:leaks`. */
const onPostgres = process.env['COMITY_TEST_DATABASE'] === 'postgres'
const operations = Number(process.env['COMITY_LEAK_OPERATIONS'] ?? (onPostgres ? 1_000 : 3_000))
const withoutLayer = onPostgres ? 0 : Math.min(operations, 500)
/** The same in every run; `COMITY_LEAK_SEED` or `npm run test:leaks -- --seed` asks other operations. */
const seed = Number(process.env['COMITY_LEAK_SEED'] ?? 13_929)
/** The first operation, and which of several processes this is: it asks its share of the batches. */
const from = Number(process.env['COMITY_LEAK_FROM'] ?? 0)
const processes = Number(process.env['COMITY_LEAK_PROCESSES'] ?? 1)
const which = Number(process.env['COMITY_LEAK_PROCESS'] ?? 0)
/** Where `npm run test:leaks` reads how far this is. */
const told = new Report(process.env['COMITY_LEAK_REPORT'], processes)
/** Generous: a shared machine may be slow, and a run that is cut off says nothing. */
const timeout = 600_000 + operations * 1_000

const names = Number(process.env['COMITY_LEAK_NAMES'] ?? 300)

/** The signature check is a layer too; test/integration/subgraphs/signature.test.ts asks subgraphs without one. */
const WITHOUT: Readonly<Record<string, TestHubOptions>> = {
  'the gateway filter': { gatewayFilter: false },
  'the shield': { layers: { ...ALL_LAYERS, shield: false } },
  'the mask': { layers: { ...ALL_LAYERS, masks: false } },
  'the row scope': { layers: { ...ALL_LAYERS, scopes: false } },
}

/** A hub with what the askers have opened in it, and what it holds. */
interface World {
  readonly database: TestDatabase
  readonly hub: TestHub
  readonly snapshot: Snapshot
  readonly schema: GraphQLSchema
  close(): Promise<void>
}

/** Points a minute: who asks without a pause would be refused, and nothing be checked. */
const PLENTY = 1_000_000_000

async function openWorld(): Promise<World> {
  const database = await freshDatabase()
  const limits = { ...database.config.limits, rates: { viewer: PLENTY, agency: PLENTY, address: PLENTY } }
  const hub = await openTestHub({ database, config: { limits } })
  await openCases(hub)
  return {
    database,
    hub,
    snapshot: await takeSnapshot(hub.hub.database.ownerUrl),
    schema: apiSchema(hub.hub.gateway.supergraphSdl),
    async close() {
      await hub.close()
      await database.drop()
    },
  }
}

let world: World
let database: TestDatabase
let hub: TestHub
let snapshot: Snapshot
let schema: GraphQLSchema

beforeAll(async () => {
  world = await openWorld()
  ;({ database, hub, snapshot, schema } = world)
})
afterAll(() => world.close())

function run(against: TestHub, count: number, more: Partial<Parameters<typeof runOperations>[0]> = {}) {
  return runOperations({ hub: against, snapshot, schema, seed, operations: count, ...more })
}

/** What each part comes to is written down as it does; each is asked of a hub of its own. */
async function runInParts(share: Share): Promise<Outcome> {
  let sofar: Outcome | undefined
  let last = -1
  const progress = (outcome: Outcome, batch: number) => told.progress(outcome, (last = batch))
  for (const part of partsOf(share)) {
    const own = sofar === undefined ? world : await openWorld()
    const [asked, met] = [sofar?.operations ?? 0, sofar?.withPersons ?? 0]
    try {
      sofar = await runOperations({ ...own, seed, ...part, ...(sofar && { sofar }), progress })
    } finally {
      if (own !== world) await own.close()
    }
    // Not vacuously: a hub that shows nothing leaks nothing.
    const more = sofar.operations - asked
    if (more >= 500) expect((sofar.withPersons - met) / more).toBeGreaterThan(0.2)
  }
  if (sofar === undefined) throw new RangeError('no operations are asked for')
  told.tally(sofar, last)
  return sofar
}

function say(text: string): void {
  console.info(text)
  told.note(text)
}

/** What each run did, and at a failure its first leaks with what to send again. */
function report(name: string, outcome: Outcome, excepted: (leak: FoundLeak) => boolean = () => false): void {
  say(`${name}: ${describeOutcome(outcome)}`)
  const found = outcome.found.filter((leak) => !excepted(leak))
  expect({ seed, refusal: outcome.refusal }).toEqual({ seed, refusal: null })
  expect({ seed, leaks: found.slice(0, 3), of: found.length }).toEqual({ seed, leaks: [], of: 0 })
}

/** The database counts: of rows that no page loads, the row scope alone decides (proved below). */
const isCount = ({ why }: FoundLeak) => why.startsWith('counts ')

it('Every way into the graph is asked for, but for those that lead to no person', () => {
  const all = Object.keys(schema.getQueryType()?.getFields() ?? {})
  expect(all.filter((name) => !(name in NOT_ASKED)).sort()).toEqual(Generator.roots(schema).sort())
  expect(Generator.roots(schema).sort()).toEqual([
    'agencies',
    'agency',
    'backgroundCheck',
    'certification',
    'certifications',
    'disclosures',
    'incident',
    'incidents',
    'jurisdictions',
    'officer',
    'officers',
    'viewer',
    'why',
  ])
})

describe('Random operations', () => {
  it('show nothing that the oracle does not allow, and much that it does', { timeout }, async () => {
    const outcome = await runInParts({ from, operations, process: which, processes })
    report('all layers', outcome)
    if (outcome.operations < 500) return
    const { seen, byAsker } = outcome
    expect(seen.shown).toBeGreaterThan(outcome.operations)
    expect(seen.withheld).toBeGreaterThan(outcome.operations / 20)
    // Every asker and every class has its turn where there are enough operations for all of them.
    if (outcome.operations < 3_000) return
    expect([...byAsker].filter(([, shown]) => shown === 0)).toEqual([])
    for (const name of ['P1', 'P2', 'P3a', 'P3b', 'P4', 'P5', 'P6', 'P10']) {
      expect({ name, shown: (seen.classes[name] ?? 0) > 0 }).toEqual({ name, shown: true })
    }
  })

  it('find a leak that is planted: an oracle that is told that a class is closed', { timeout }, async () => {
    const outcome = await run(hub, 120, { closed: new Set(['P4']) })
    expect(outcome.found.length).toBeGreaterThan(0)
    expect(new Set(outcome.found.map(({ why }) => why))).toContain('closed to this viewer')
  })
})

describe.runIf(withoutLayer > 0).each(Object.entries(WITHOUT))('Random operations without %s', (name, off) => {
  it('show nothing that the oracle does not allow', { timeout }, async () => {
    const lesser = await openTestHub({ database, ...off })
    try {
      report(`without ${name}`, await run(lesser, withoutLayer), name === 'the row scope' ? isCount : undefined)
    } finally {
      await lesser.close()
    }
  })
})

describe('The row scope is the only layer', () => {
  it('under a count: rows beyond the page are counted by the database and never loaded, so that no mask sees them', async () => {
    const lesser = await openTestHub({ database, layers: { ...ALL_LAYERS, scopes: false } })
    try {
      const count = async (of: TestHub) => {
        const { data } = await of.as('commission').ask<Counted>(COUNT)
        return data?.incidents.totalCount.value ?? 0
      }
      expect(await count(hub)).toBeGreaterThan(1)
      expect(await count(lesser)).toBeGreaterThan(await count(hub))
    } finally {
      await lesser.close()
    }
  })
})

interface Counted {
  readonly incidents: { readonly totalCount: { readonly value: number } }
}
const COUNT = '{ incidents(first: 1, filter: { jurisdiction: "US-VA" }) { totalCount { value } } }'

describe('A name alone', () => {
  it.runIf(names > 0)('opens nobody to an investigator who guesses', { timeout: 60_000 + names * 1_000 }, async () => {
    const guesses = await guessNames(hub, snapshot, seed, names)
    say(`seed ${seed}: ${guesses.names} names guessed, ${guesses.met} met somebody, ${guesses.refused} refused`)
    expect({ seed, opened: guesses.opened.slice(0, 3) }).toEqual({ seed, opened: [] })
    expect(guesses.met / guesses.names).toBeGreaterThan(0.2)
    expect(guesses.refused / guesses.names).toBeLessThan(0.2)
  })

  it.each([
    ['known through a matter that is not admitted', CAST.matterOnly, false],
    ['of a tribe that has consented to nothing', CAST.tribalWithholding, false],
    ['sealed', CAST.twin, true],
  ])('of a record that is %s: every source answers as to a name that nobody has', async (_, member, seal) => {
    if (seal) await sealRecords(member)
    const employers = member.spells.map(({ agency, from, to }) => ({ agency: agency.name, from, to }))
    const { given, family } = member.name
    const hidden = await checkOf(hub, 'hiring-sheriff', `HIDDEN-${member.key}`, { given, family, employers })
    const none = await checkOf(hub, 'hiring-sheriff', `NONE-${member.key}`, {
      given: 'Nobody',
      family: 'Whoever',
      employers,
    })
    expect(hidden.check?.matches).toEqual([])
    expect(hidden.check?.sources.length).toBeGreaterThan(50)
    expect(JSON.stringify(hidden.check)).toBe(JSON.stringify(none.check))
  })
})

async function sealRecords({ recordIds }: CastMember): Promise<void> {
  const owner = new pg.Client({ connectionString: hub.hub.database.ownerUrl })
  await owner.connect()
  await owner.query('update officers.identity_record set sealed = true where id = any($1)', [recordIds])
  await owner.end()
}
