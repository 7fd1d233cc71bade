import { dayToDate } from '../../../contract/clock.js'
import type { SignedRequest } from '../../../contract/viewer.js'
import { createAccess } from '../../../policy/access.js'
import type { Access, DataClass, PolicyViewer, RequestFacts } from '../../../policy/index.js'
import { sliceOf } from '../../../policy/policy-set.js'
import type { Layers } from '../../../subgraphs/kit/layers.js'
import type { Freshness, RawDb } from '../../../subgraphs/kit/freshness.js'
import type { PolicyStore } from '../../../subgraphs/kit/policy-store.js'
import type { ReferenceCache } from '../../../subgraphs/kit/reference-data.js'
import { createSubgraph } from '../../../subgraphs/kit/subgraph.js'
import type { SubgraphDefinition } from '../../../subgraphs/kit/subgraph.js'
import { TODAY } from '../cases/viewers.js'
import { POLICIES } from './policy.js'
import type { Random } from './random.js'
import { sample } from './sample.js'

/** A random viewer and what was resolved for their request. */
export interface Asking {
  readonly viewer: PolicyViewer
  readonly request: RequestFacts
}

/** A viewer whose case has opened some of these identity records, and who may be the person of one. */
export function randomAsking(random: Random, records: readonly string[]): Asking {
  const { viewer, request } = sample(random, false)
  const live = request.caseKind !== 'NONE' && request.caseLive
  return {
    viewer,
    request: {
      ...request,
      today: TODAY,
      caseLive: live,
      granted: live ? records.filter(() => random.chance(0.6)) : [],
      self: random.chance(0.8) ? [random.pick(records), random.pick(records)] : [],
    },
  }
}

/** A hiring investigator to whom everybody was opened, and a tribe's records as far as these classes. */
export function hiringUnderConsentOf(owner: string, classes: readonly DataClass[], records: readonly string[]): Asking {
  const viewer: PolicyViewer = {
    subject: 'investigator',
    agency: 'agc_9',
    jurisdiction: 'US-OH',
    jurisdictionClass: 'LOCAL',
    roles: ['HIRING_INVESTIGATOR'],
    assurance: 2,
  }
  const consent = {
    id: 'aut_9',
    owner,
    instrument: 'CONSENT',
    purposes: ['J'],
    recipients: ['*'],
    kinds: ['*'],
  } as const
  return {
    viewer,
    request: {
      purpose: 'J',
      today: TODAY,
      caseKind: 'HIRING',
      caseLive: true,
      waiverCovers: true,
      granted: records,
      self: [],
      authorizations: [{ ...consent, classes }],
    },
  }
}

const slice = sliceOf(POLICIES.rules, POLICIES.appliesTo)

/** What the rules allow, asked past every cache. */
export function uncached({ viewer, request }: Asking): Access {
  return createAccess(slice, viewer, request)
}

export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null
  readonly errors: readonly { readonly message: string; readonly extensions?: unknown; readonly path?: unknown }[]
}

export type Ask = (asking: Asking, query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>

/** One subgraph over a database, asked by anybody at all: the signature says who, and nothing is read of case and grants. */
export async function asked<Db extends RawDb>(
  { name, resolvers, orphanedTypes, references }: SubgraphDefinition<Db>,
  db: Db,
  layers: Layers,
): Promise<Ask> {
  let asking: Asking | undefined
  const current = (): Asking => {
    if (!asking) throw new Error('Nobody asks')
    return asking
  }
  const subgraph = await createSubgraph<Db>(
    { name, resolvers, orphanedTypes, references },
    {
      // Only the statement that reads case and grants is answered here.
      db: new Proxy(db, {
        get: (target, key) =>
          key === '$queryRawUnsafe' ? () => Promise.resolve([freshness(current())]) : Reflect.get(target, key),
      }),
      verifier: { verify: () => signed(current()) },
      policies: { byHash: () => Promise.resolve(POLICIES) } as unknown as PolicyStore,
      reference: {
        at: (epoch: bigint) =>
          Promise.resolve({ epoch, participation: [], authorizations: () => current().request.authorizations }),
      } as unknown as ReferenceCache,
      secrets: { cursor: Buffer.alloc(32, 1), candidate: Buffer.alloc(32, 2) },
      layers,
    },
  )
  return async (who, query, variables = {}) => {
    asking = who
    const answer = await subgraph.send({ query, variables, signature: '' })
    return JSON.parse(JSON.stringify({ data: answer.data ?? null, errors: answer.errors ?? [] })) as Answer
  }
}

function freshness({ request }: Asking): Freshness {
  const none = request.caseKind === 'NONE'
  return {
    epoch: 1n,
    caseId: none ? null : 'case',
    caseKind: none ? null : request.caseKind,
    caseClosed: !none && !request.caseLive,
    waiverCovers: request.waiverCovers,
    grants: [...request.granted],
    self: [...request.self],
  }
}

function signed({ viewer, request }: Asking): SignedRequest {
  return {
    viewer: {
      ...viewer,
      purpose: request.purpose,
      caseReference: null,
      issuer: 'test',
      service: null,
      displayName: 'test',
      employerName: 'test',
    },
    now: dayToDate(TODAY).toISOString(),
    policyVersion: POLICIES.hash,
    requestId: 'test',
  }
}
