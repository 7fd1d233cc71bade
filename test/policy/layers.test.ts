import { beforeAll, describe, expect, it } from 'vitest'
import type { Access, DataClass, RecordFacts, RecordType } from '../../policy/index.js'
import { recordsOf } from '../../subgraphs/officers/check/candidates.repository.js'
import { accessWith, type Layers } from '../../subgraphs/kit/layers.js'
import { type Ask, type Asking, hiringUnderConsentOf, randomAsking, uncached } from './support/asking.js'
import { seeded } from './support/random.js'
import { allowed, expectedOf, type List, type Listable, randomLists, reveal } from './support/revealed.js'
import { randomWorld, subgraphsOver } from './support/world.js'

const SEED = Number(process.env['COMITY_TEST_SEED'] ?? 13929)
const VIEWERS = 14
/** No list of the world is longer. */
const WHOLE = 100

const random = seeded(SEED)
const world = randomWorld(random)
const records = world.facts.IdentityRecord.map(({ id }) => id)
const askings = [
  ...Array.from({ length: VIEWERS - 2 }, () => randomAsking(random, records)),
  // They know records of which they may not read the status: a filter by it must not find those.
  hiringUnderConsentOf('TRIBE-OVENNA', ['P1'], records),
  hiringUnderConsentOf('TRIBE-KESTREL', ['P1', 'P3a'], records),
]
const NONE: Layers = { shield: false, masks: false, scopes: false }

type Subgraphs = Awaited<ReturnType<typeof subgraphsOver>>

/** Every officer is a person by himself or herself. */
const UNLINKED = { personOf: (id: string) => id, officersOf: (id: string) => [id] }

const SUBGRAPH = { incidents: 'incidents', certifications: 'credentials', officers: 'officers' } as const

function listable({ type }: List): Listable[] {
  if (type === 'IdentityRecord') return [...world.officers].map(([id, facts]) => ({ id, facts }))
  return world.facts[type as 'Incident'].map((facts) => ({ id: facts.id, facts: [facts] }))
}

const may = (access: Access, action: 'know' | DataClass, type: RecordType, facts: RecordFacts): boolean =>
  access.decide(action === 'know' ? `know:${type}` : `read:${action}`, type, facts).effect === 'allow'

/** Shares of what was expected, of all that there is: a comparison that expects nothing, or everything, compares nothing. */
class Shares {
  readonly #shares: number[] = []
  add(some: number, all: number): void {
    this.#shares.push(some / all)
  }
  expectSome(): void {
    expect(this.#shares.some((share) => share > 0 && share < 1)).toBe(true)
  }
  expectTelling(): void {
    const mean = this.#shares.reduce((sum, share) => sum + share, 0) / this.#shares.length
    expect(mean).toBeGreaterThan(0.05)
    expect(mean).toBeLessThan(0.6)
    expect(this.#shares.filter((share) => share > 0 && share < 1).length).toBeGreaterThan(this.#shares.length / 10)
  }
}

describe.each([
  ['all layers', { shield: true, masks: true, scopes: true }],
  ['row scopes alone', { ...NONE, scopes: true }],
  ['masks alone', { ...NONE, masks: true }],
] as const)(`rows, with %s (seed ${SEED})`, (_name, layers) => {
  let subgraphs: Subgraphs
  beforeAll(async () => {
    subgraphs = await subgraphsOver(world.db, layers)
  })

  it('lists, searches, counts, cursors and hasNextPage reveal what decide allows', async () => {
    const shares = new Shares()
    for (const asking of askings) {
      const access = uncached(asking)
      for (const list of randomLists(random, world.facts, () => true)) {
        const all = listable(list)
        const ids = allowed(access, list, all)
        // Rows that the masks drop are missing from the page that the statement filled: a short page is allowed there.
        const first = layers.scopes ? random.pick([3, 7, WHOLE]) : WHOLE
        const ask = subgraphs[SUBGRAPH[list.field as keyof typeof SUBGRAPH]]
        expect({ list, ...(await reveal(ask, asking, list, first)) }).toEqual({ list, ...expectedOf(ids, first) })
        shares.add(ids.length, all.length)
      }
    }
    shares.expectTelling()
  })

  it('a record by its id, and the records of an officer and of an agency', async () => {
    const shares = new Shares()
    const officer = { __typename: 'Officer', recordId: 'NONE', recordIds: records }
    for (const asking of askings) {
      const access = uncached(asking)
      for (const [ask, field, type] of [
        [subgraphs.incidents, 'incident', 'Incident'],
        [subgraphs.credentials, 'certification', 'Certification'],
      ] as const) {
        const all = world.facts[type]
        const answer = await ask(asking, `{ ${all.map(({ id }) => `${id}: ${field}(id: "${id}") { id }`).join(' ')} }`)
        const found = all.filter(({ id }) => answer.data?.[id] != null).map(({ id }) => id)
        const known = all.filter((facts) => may(access, 'know', type, facts))
        expect(found).toEqual(known.map(({ id }) => id))
        const about = known.filter(({ subjectRecord }) => records.includes(subjectRecord)).map(({ id }) => id)
        expect(await idsBelow(ask, asking, officer, `${field}s`, layers.scopes ? 3 : WHOLE)).toEqual(about)
        shares.add(found.length, all.length)
      }
    }
    shares.expectTelling()
  })

  it('officers, each from the identity records that may be known, with their spells', async () => {
    const shares = new Shares()
    for (const asking of askings) {
      const access = uncached(asking)
      let open = 0
      const query = `{ ${[...world.officers.keys()].map((id) => `${id}: officer(id: "${id}") { recordIds employments(first: 100) { nodes { id } } }`).join(' ')} }`
      const { data } = await subgraphs.officers(asking, query)
      for (const [id, identities] of world.officers) {
        const officer = data?.[id] as { recordIds: string[]; employments: { nodes: { id: string }[] } } | null
        const known = identities
          .filter((facts) => may(access, 'know', 'IdentityRecord', facts))
          .map((facts) => facts.id)
        const spells = world.facts.Employment.filter(
          (facts) => known.includes(facts.subjectRecord) && may(access, 'know', 'Employment', facts),
        )
        expect([...(officer?.recordIds ?? [])].sort()).toEqual(known)
        expect((officer?.employments.nodes ?? []).map((node) => node.id).sort()).toEqual(
          spells.map((facts) => facts.id),
        )
        open += known.length
      }
      shares.add(open, records.length)
    }
    shares.expectTelling()
  })

  it('a candidate is compared with the records that may be matched', async () => {
    const shares = new Shares()
    for (const asking of askings) {
      const oracle = uncached(asking)
      const access = accessWith(layers, uncached(asking))
      const scopes = { record: access.scope('match', 'IdentityRecord'), spell: access.scope('match', 'Employment') }
      const compared = await recordsOf(world.db, access, scopes, UNLINKED, [...world.officers.keys()])
      const matchable = world.facts.IdentityRecord.filter((facts) => oracle.allows('match', 'IdentityRecord', facts))
      expect(compared.map(({ record }) => record.recordId)).toEqual(matchable.map(({ id }) => id))
      const spells = world.facts.Employment.filter(
        (facts) =>
          matchable.some(({ id }) => id === facts.subjectRecord) && oracle.allows('match', 'Employment', facts),
      )
      expect(compared.flatMap(({ record }) => record.employments)).toHaveLength(spells.length)
      shares.add(matchable.length, records.length)
    }
    shares.expectSome()
  })
})

/** Selections of a row, each of another class. */
const FIELDS = {
  incidents: {
    P1: 'officer { recordId }',
    P4: 'stage source { contact }',
    P5: 'groundRaw statusRaw allegationText',
  },
  certifications: { P1: 'number officer { recordId }', P4: 'status history { status }', P5: 'classRaw statusRaw' },
} as const

describe.each([
  ['all layers', { shield: true, masks: true, scopes: true }],
  ['masks alone', { ...NONE, masks: true }],
  ['the shield alone', { ...NONE, shield: true }],
] as const)('fields, with %s', (_name, layers) => {
  let subgraphs: Subgraphs
  beforeAll(async () => {
    subgraphs = await subgraphsOver(world.db, layers)
  })
  const listed = (access: Access, type: RecordType, facts: RecordFacts): boolean =>
    !(layers.scopes || layers.masks) || may(access, 'know', type, facts)

  it.each([
    ['incidents', 'Incident'],
    ['certifications', 'Certification'],
  ] as const)('%s show what decide allows, row by row, and withhold the rest with an error', async (field, type) => {
    const shares = new Shares()
    const selections: Readonly<Record<string, string>> = FIELDS[field]
    const query = `{ ${field}(first: 100) { nodes { id ${Object.values(selections).join(' ')} } } }`
    for (const asking of askings.slice(0, VIEWERS / 2)) {
      const access = uncached(asking)
      const answer = await subgraphs[SUBGRAPH[field]](asking, query)
      const { nodes } = answer.data?.[field] as { nodes: Readonly<Record<string, unknown>>[] }
      const rows = world.facts[type].filter((facts) => listed(access, type, facts))
      expect(nodes.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
      let withheld = 0
      for (const [index, facts] of rows.entries()) {
        for (const [dataClass, selection] of Object.entries(selections)) {
          const names = selection
            .replace(/\{.*?\}/g, '')
            .trim()
            .split(/\s+/)
          const open = may(access, dataClass as DataClass, type, facts)
          // A record of no person refers to nobody.
          const filled = names.filter((name) => name !== 'officer' || facts.subjectRecord !== 'NONE')
          const shown = names.filter((name) => nodes[index]?.[name] !== null)
          expect({ id: facts.id, dataClass, shown }).toEqual({ id: facts.id, dataClass, shown: open ? filled : [] })
          if (!open) withheld += names.length
          shares.add(open ? 1 : 0, 1)
        }
      }
      expect(answer.errors).toHaveLength(withheld)
    }
  })

  it('officers show what the identity records that open it hold', async () => {
    const query = `{ ${[...world.officers.keys()].map((id) => `${id}: officer(id: "${id}") { name { family } sources dateOfBirth { value } employments(first: 100) { nodes { id rank separation separationRaw } } }`).join(' ')} }`
    let [names, births] = [0, 0]
    for (const asking of askings.slice(0, VIEWERS / 2)) {
      const access = uncached(asking)
      const { data } = await subgraphs.officers(asking, query)
      for (const [id, identities] of world.officers) {
        const known = identities.filter((facts) => listed(access, 'IdentityRecord', facts))
        const officer = data?.[id] as Readonly<Record<string, unknown>> | null
        expect(officer === null).toBe(known.length === 0)
        if (officer === null) continue
        const opened = (dataClass: DataClass) =>
          known.filter((facts) => may(access, dataClass, 'IdentityRecord', facts))
        const sources = [...new Set(opened('P1').map((facts) => facts.ownerJurisdiction))].sort()
        expect(officer['sources']).toEqual(sources.length === 0 ? null : sources)
        expect(officer['name'] === null).toBe(opened('P1').length === 0)
        expect(officer['dateOfBirth'] === null).toBe(opened('P2').length === 0)
        if (officer['name'] !== null) names++
        if (officer['dateOfBirth'] !== null) births++
        const { nodes } = officer['employments'] as { nodes: Readonly<Record<string, unknown>>[] }
        for (const node of nodes) {
          const facts = world.facts.Employment.find((one) => one.id === node['id']) as RecordFacts
          const shown = ['rank', 'separation', 'separationRaw'].filter((name) => node[name] !== null)
          const open = (['P3a', 'P3b', 'P6'] as const).map((dataClass) => may(access, dataClass, 'Employment', facts))
          expect(shown).toEqual(['rank', 'separation', 'separationRaw'].filter((_, index) => open[index]))
        }
      }
    }
    expect(Math.min(names, births)).toBeGreaterThan(2)
    expect(births).toBeLessThan(names)
  })
})

/** The records in a list of an entity, page by page to the end. */
async function idsBelow(ask: Ask, asking: Asking, entity: Entity, field: string, first: number): Promise<string[]> {
  const query = `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on ${entity.__typename} {
    ${field}(first: ${first}, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } } }`
  const ids: string[] = []
  for (let after: string | null = null; ;) {
    const { data, errors } = await ask(asking, query, { of: [entity], after })
    const [found] = data?.['_entities'] as Readonly<Record<string, Page>>[]
    const page = found?.[field]
    if (errors.length > 0 || !page) throw new Error(JSON.stringify(errors))
    ids.push(...page.nodes.map(({ id }) => id))
    after = page.pageInfo.endCursor
    if (!page.pageInfo.hasNextPage) return ids
  }
}

interface Entity {
  readonly __typename: string
  readonly recordId: string
  readonly recordIds: readonly string[]
}

interface Page {
  readonly nodes: readonly { readonly id: string }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}
