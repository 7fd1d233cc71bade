import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayToDate } from '../../../contract/clock.js'
import type { OpenDatabase } from '../../../hub/database.js'
import { openPrisma, type OpenPrisma } from '../../../prisma/client.js'
import type { PrismaClient } from '../../../prisma/client/client.js'
import { ALL_LAYERS } from '../../../subgraphs/kit/layers.js'
import { freshDatabase, type TestDatabase } from '../../support/database.js'
import { randomAsking, uncached } from '../../policy/support/asking.js'
import { seeded } from '../../policy/support/random.js'
import { allowed, expectedOf, type List, type Listable, randomLists, reveal } from '../../policy/support/revealed.js'
import type { Listed } from '../../policy/support/records.js'
import type { Row } from '../../policy/support/tables.js'
import { randomWorld, subgraphsOver, type World } from '../../policy/support/world.js'

const SEED = Number(process.env['COMITY_TEST_SEED'] ?? 13929)
const VIEWERS = Number(process.env['COMITY_TEST_VIEWERS'] ?? 12)
const WRITTEN = dayToDate(20_000)

/** What every row of a table holds besides. */
const REST: Readonly<Record<Listed, Row>> = {
  IdentityRecord: { knownThrough: 'ROSTER' },
  Employment: {},
  Certification: {},
  Incident: {},
}
const RELATIONS = new Set(['history', 'aliases', 'certificates', 'employments', 'record'])

function columns(type: Listed, rows: readonly Row[]): never[] {
  return rows.map((row) => ({
    effectiveAt: WRITTEN,
    recordedAt: WRITTEN,
    synthetic: true,
    ...REST[type],
    ...Object.fromEntries(Object.entries(row).filter(([name]) => !RELATIONS.has(name))),
    // Prisma's own input types are one a table.
  })) as never[]
}

describe(`rows that the API reveals are those that decide allows (seed ${SEED}, ${VIEWERS} viewers)`, () => {
  const random = seeded(SEED)
  const drawn = randomWorld(random)
  /** A spell is of a person: those that the draw gave to nobody are none. */
  const spells = drawn.rows.Employment.filter((row) => row['recordId'] !== 'NONE')
  const world: World = {
    ...drawn,
    rows: { ...drawn.rows, Employment: spells },
    facts: { ...drawn.facts, Employment: drawn.facts.Employment.filter((facts) => facts.subjectRecord !== 'NONE') },
  }
  const records = world.facts.IdentityRecord.map(({ id }) => id)
  let under: TestDatabase
  let open: OpenDatabase
  let prisma: OpenPrisma

  beforeAll(async () => {
    under = await freshDatabase({ world: false })
    open = await under.open()
    prisma = openPrisma({ url: open.ownerUrl, max: 2 })
    await fill(prisma.client)
  })
  afterAll(async () => {
    await prisma.close()
    await open.close()
    await under.drop()
  })

  async function fill({ officer, identityRecord, employment, incident, certification }: PrismaClient): Promise<void> {
    await officer.createMany({ data: [...world.officers.keys()].map((id) => ({ id, createdAt: WRITTEN })) })
    await identityRecord.createMany({ data: columns('IdentityRecord', world.rows.IdentityRecord) })
    await employment.createMany({ data: columns('Employment', world.rows.Employment) })
    await incident.createMany({ data: columns('Incident', world.rows.Incident) })
    await certification.createMany({ data: columns('Certification', world.rows.Certification) })
  }

  const listable = ({ type }: List): Listable[] =>
    type === 'IdentityRecord'
      ? [...world.officers].map(([id, facts]) => ({ id, facts }))
      : world.facts[type as Listed].map((facts) => ({ id: facts.id, facts: [facts] }))

  const SUBGRAPH = { incidents: 'incidents', certifications: 'credentials', officers: 'officers' } as const

  test('holds what its rules are about: values that are unknown, and dates on either side of today', () => {
    for (const [name, value] of [
      ['stage', 'NONE'],
      ['stage', 'HELD'],
      ['kind', 'NONE'],
      ['nexus', 'UNKNOWN'],
      ['subjectRecord', 'NONE'],
      ['decidingAuthority', 'NONE'],
      ['sealed', true],
    ] as const) {
      expect([name, world.facts.Incident.some((facts) => facts[name] === value)]).toEqual([name, true])
    }
  })

  test.each([
    ['all layers', ALL_LAYERS],
    // What the masks would drop, the statement must not return.
    ['the row scope alone', { shield: false, masks: false, scopes: true }],
  ])('lists, searches, totalCount, cursors and hasNextPage, with %s', async (_name, layers) => {
    const subgraphs = await subgraphsOver(prisma.client, layers)
    const shares: number[] = []
    for (let viewer = 0; viewer < VIEWERS; viewer++) {
      const asking = randomAsking(random, records)
      const access = uncached(asking)
      for (const list of randomLists(random, world.facts, () => true)) {
        const ids = allowed(access, list, listable(list))
        const first = random.pick([2, 7, 100])
        const revealed = await reveal(subgraphs[SUBGRAPH[list.field as keyof typeof SUBGRAPH]], asking, list, first)
        expect({ list, ...revealed }).toEqual({ list, ...expectedOf(ids, first) })
        shares.push(ids.length / listable(list).length)
      }
    }
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
    expect(mean).toBeGreaterThan(0.05)
    expect(mean).toBeLessThan(0.6)
    expect(shares.filter((share) => share > 0 && share < 1).length).toBeGreaterThan(shares.length / 10)
  })

  test('spells and records of officers, one by one', async () => {
    const { officers } = await subgraphsOver(prisma.client, ALL_LAYERS)
    let [some, all] = [0, 0]
    for (let viewer = 0; viewer < VIEWERS; viewer++) {
      const asking = randomAsking(random, records)
      const access = uncached(asking)
      const of = (id: string) =>
        `${id}: officer(id: "${id}") { recordIds employments(first: 100) { nodes { id } totalCount { value } } }`
      const { data } = await officers(asking, `{ ${[...world.officers.keys()].map(of).join(' ')} }`)
      for (const [id, identities] of world.officers) {
        const officer = data?.[id] as {
          recordIds: string[]
          employments: { nodes: { id: string }[]; totalCount: { value: number } }
        } | null
        const known = identities
          .filter((facts) => access.allows('know:IdentityRecord', 'IdentityRecord', facts))
          .map((facts) => facts.id)
        const open = world.facts.Employment.filter(
          (facts) => known.includes(facts.subjectRecord) && access.allows('know:Employment', 'Employment', facts),
        )
        expect([...(officer?.recordIds ?? [])].sort()).toEqual(known)
        expect((officer?.employments.nodes ?? []).map((node) => node.id).sort()).toEqual(open.map((facts) => facts.id))
        expect(officer?.employments.totalCount.value ?? 0).toBe(open.length)
        some += known.length
        all += identities.length
      }
    }
    expect(some / all).toBeGreaterThan(0.05)
    expect(some / all).toBeLessThan(0.6)
  })
})
