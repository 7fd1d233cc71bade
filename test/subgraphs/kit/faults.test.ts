import { generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { createSigner, createVerifier } from '../../../contract/signature.js'
import { PUBLIC_VIEWER } from '../../../gateway/identity/public.js'
import { traceOf } from '../../../gateway/log.js'
import { DEFINITIONS } from '../../../subgraphs/index.js'
import type { SubgraphContext } from '../../../subgraphs/kit/context.js'
import { serveSubgraph } from '../../../subgraphs/kit/http.js'
import { PolicyStore } from '../../../subgraphs/kit/policy-store.js'
import { ReferenceCache } from '../../../subgraphs/kit/reference-data.js'
import { createSubgraph, type SubgraphDefinition } from '../../../subgraphs/kit/subgraph.js'

const NOW = new Date('2026-11-24T12:00:00Z')
const QUERY = '{ __typename }'
const keys = generateKeyPairSync('ed25519')
const signature = () =>
  createSigner(keys.privateKey, () => NOW).sign(
    { viewer: PUBLIC_VIEWER, now: NOW.toISOString(), policyVersion: 'none', requestId: 'req-7' },
    'agencies',
    QUERY,
    {},
  )

/** A subgraph whose database fails with what a row of it says. */
async function failing(onFault: (fault: unknown, requestId: string | null) => void) {
  const fault = new Error('duplicate key (family)=(Okonquist)\n    at Okonquist, a line that looks like a frame')
  const db = {
    $queryRawUnsafe: () => Promise.reject(fault),
    policySetRow: { findUnique: () => Promise.reject(fault) },
    participation: { findMany: () => Promise.reject(fault) },
    ownerAuthorization: { findMany: () => Promise.reject(fault) },
  }
  type Db = typeof db
  const definition = DEFINITIONS.agencies as unknown as SubgraphDefinition<Db>
  const service = await createSubgraph<Db>(definition, {
    db,
    verifier: createVerifier([keys.publicKey], 'agencies', () => NOW),
    policies: new PolicyStore(db),
    reference: new ReferenceCache(db),
    secrets: { cursor: new Uint8Array(32), candidate: new Uint8Array(32) } satisfies SubgraphContext<Db>['secrets'],
    onFault,
  })
  return { service, fault }
}

it('What fails is told to the operator, with the number of the request, and not to the gateway', async () => {
  const told: [unknown, string | null][] = []
  const { service, fault } = await failing((...each) => told.push(each))
  const answer = await service.send({ query: QUERY, variables: {}, signature: signature() })
  expect(answer.errors?.map(({ extensions }) => extensions['code'])).toEqual(['INTERNAL'])
  expect(JSON.stringify(answer)).not.toContain('Okonquist')
  expect(told).toEqual([[fault, 'req-7']])
})

it('What is refused by a catalogued error is no fault', async () => {
  const told: unknown[] = []
  const { service } = await failing((fault) => told.push(fault))
  const answer = await service.send({ query: QUERY, variables: {}, signature: 'none' })
  expect(answer.errors?.map(({ extensions }) => extensions['code'])).toEqual(['SIGNATURE_REFUSED'])
  expect(told).toEqual([])
})

it('A trace names where it failed, and nothing of what the message says', async () => {
  const { fault } = await failing(() => undefined)
  const { error, at } = traceOf(fault)
  expect(error).toBe('Error')
  expect(at.length).toBeGreaterThan(0)
  expect(at.join('\n')).not.toContain('Okonquist')
})

it('A service tells of each request how it ended and how long it took, and of no probe', async () => {
  const answered: object[] = []
  const { service } = await failing(() => undefined)
  const app = serveSubgraph(
    service,
    () => Promise.resolve(true),
    (each) => answered.push(each),
  )
  await app.inject({ method: 'POST', url: '/', payload: { query: QUERY } })
  await app.inject({ method: 'GET', url: '/health/ready' })
  expect(answered).toEqual([{ status: 401, milliseconds: expect.any(Number) as number }])
  await app.close()
})
