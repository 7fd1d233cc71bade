import { describe, expect, it } from 'vitest'
import { dayToDate } from '../../contract/clock.js'
import type { SubgraphContext } from '../../subgraphs/kit/context.js'
import type { Freshness, RawDb } from '../../subgraphs/kit/freshness.js'
import { Ctx, Directive, Field, ID, ObjectType, Query, Resolver } from '../../subgraphs/kit/graphql.js'
import { ALL_LAYERS } from '../../subgraphs/kit/layers.js'
import type { PolicyStore } from '../../subgraphs/kit/policy-store.js'
import type { ReferenceCache } from '../../subgraphs/kit/reference-data.js'
import { createSubgraph } from '../../subgraphs/kit/subgraph.js'
import { RECORDS } from './cases/records.js'
import { TODAY, VIEWERS } from './cases/viewers.js'
import { POLICIES } from './support/policy.js'

type Context = SubgraphContext<RawDb>

let made = 0

/** Every subgraph has an entity: without one there is no `_entities` for the shield to know. */
@Directive('@key(fields: "id")')
@ObjectType()
class Probed {
  @Field(() => ID)
  id!: string
}

/** What a fetch sees, before and after a write within it. */
@Resolver()
class Probe {
  @Query(() => String)
  async aroundAWrite(@Ctx() context: Context): Promise<string> {
    const before = seen(context)
    await context.refresh()
    return JSON.stringify({ before, after: seen(context) })
  }
}

function seen(context: Context) {
  const { type, facts } = RECORDS.reyesFinalFinding
  return {
    known: context.access.allows(`know:${type}`, type, facts),
    inScope: JSON.stringify(context.access.scope(`know:${type}`, type)) !== JSON.stringify(NO_ROW),
    compared: context.access.allows('match', 'IdentityRecord', RECORDS.reyesIdentity.facts),
    loader: context.shared('loader', () => ++made),
  }
}

const NO_ROW = { predicate: { op: 'const', value: false } }
const { viewer, facts } = VIEWERS.iowaHiringInvestigator
const BEFORE: Freshness = {
  epoch: 1n,
  caseId: 'case',
  caseKind: 'HIRING',
  caseClosed: false,
  waiverCovers: true,
  grants: [],
  self: [],
}

/** A subgraph of nothing but the probe, that reads these one after the other. */
async function probe(reads: readonly Freshness[], shield: boolean) {
  const left = [...reads]
  const subgraph = await createSubgraph<RawDb>(
    { name: 'incidents', resolvers: [Probe], orphanedTypes: [Probed], references: { Probed: () => null } },
    {
      db: { $queryRawUnsafe: () => Promise.resolve([left.shift()]) } as unknown as RawDb,
      verifier: {
        verify: () => ({
          viewer: {
            ...viewer,
            purpose: facts.purpose,
            caseReference: 'H-1',
            issuer: '',
            service: null,
            displayName: '',
            employerName: '',
          },
          now: dayToDate(TODAY).toISOString(),
          policyVersion: POLICIES.hash,
          requestId: 'test',
        }),
      },
      policies: { byHash: () => Promise.resolve(POLICIES) } as unknown as PolicyStore,
      reference: {
        at: () => Promise.resolve({ epoch: 1n, participation: [], authorizations: () => [] }),
      } as unknown as ReferenceCache,
      secrets: { cursor: Buffer.alloc(32), candidate: Buffer.alloc(32) },
      layers: { ...ALL_LAYERS, shield },
    },
  )
  return subgraph.send({ query: '{ aroundAWrite }', variables: {}, signature: '' })
}

async function aroundAWrite(...reads: readonly Freshness[]) {
  const { data, errors } = await probe(reads, false)
  expect(errors).toBeUndefined()
  return JSON.parse(String(data?.['aroundAWrite'])) as Record<'before' | 'after', ReturnType<typeof seen>>
}

const granted = { ...BEFORE, grants: [...facts.granted] }

describe('a write within a fetch', () => {
  it('that opens a person opens the records at once, and what was loaded before is loaded again', async () => {
    const { before, after } = await aroundAWrite(BEFORE, granted)
    expect(before).toMatchObject({ known: false, inScope: false })
    expect(after).toMatchObject({ known: true, inScope: true })
    expect(after.loader).not.toBe(before.loader)
  })

  it('that closes the case shuts everything', async () => {
    const { before, after } = await aroundAWrite(granted, { ...granted, caseClosed: true })
    expect(before).toMatchObject({ known: true, inScope: true, compared: true })
    expect(after).toMatchObject({ known: false, inScope: false, compared: false })
  })

  it('that withdraws the waiver does so too', async () => {
    const { after } = await aroundAWrite(granted, { ...granted, waiverCovers: false })
    expect(after).toMatchObject({ known: false, inScope: false, compared: false })
  })
})

describe('a field that nobody classified', () => {
  it('is withheld', async () => {
    const { data, errors } = await probe([granted, granted], true)
    expect(data ?? null).toBeNull()
    expect(errors).toHaveLength(1)
  })
})
