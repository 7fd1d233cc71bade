import { describe, expect, it } from 'vitest'
import { loadPolicySet } from '../../policy/index.js'
import type { PolicyViewer, RequestFacts } from '../../policy/index.js'
import { FILES, POLICIES } from './support/policy.js'
import { seeded } from './support/random.js'
import { sample } from './support/sample.js'

const VIEWER: PolicyViewer = {
  subject: 'one',
  agency: 'agc_1',
  jurisdiction: 'US-VA',
  jurisdictionClass: 'STATE',
  roles: ['HIRING_INVESTIGATOR'],
  assurance: 2,
}
const REQUEST: RequestFacts = {
  purpose: 'J',
  today: 20_000,
  caseKind: 'HIRING',
  caseLive: true,
  waiverCovers: true,
  granted: ['idr_1'],
  self: [],
  authorizations: [],
}
const AUTHORIZATION: RequestFacts['authorizations'][number] = {
  id: 'aut_1',
  owner: 'TRIBE-KESTREL',
  instrument: 'CONSENT',
  purposes: ['J'],
  recipients: ['*'],
  classes: ['P1'],
  kinds: ['*'],
}

const VIEWERS: Readonly<Record<Exclude<keyof PolicyViewer, 'subject'>, Partial<PolicyViewer>>> = {
  agency: { agency: 'agc_2' },
  jurisdiction: { jurisdiction: 'US-IA' },
  jurisdictionClass: { jurisdictionClass: 'LOCAL' },
  roles: { roles: ['PROSECUTOR'] },
  assurance: { assurance: 3 },
}
const REQUESTS: Readonly<Record<keyof RequestFacts, Partial<RequestFacts>>> = {
  purpose: { purpose: 'A' },
  today: { today: 20_001 },
  caseKind: { caseKind: 'PROSECUTION' },
  caseLive: { caseLive: false },
  waiverCovers: { waiverCovers: false },
  granted: { granted: ['idr_1', 'idr_2'] },
  self: { self: ['idr_3'] },
  authorizations: { authorizations: [AUTHORIZATION] },
}

describe('an access is kept for exactly the viewer and the facts that it was compiled for', () => {
  const first = POLICIES.forRequest(VIEWER, REQUEST)

  it('and found again for the same, whoever it is by name', () => {
    expect(POLICIES.forRequest({ ...VIEWER, subject: 'two' }, { ...REQUEST, granted: [...REQUEST.granted] })).toBe(
      first,
    )
  })

  it.each(Object.entries(VIEWERS))('another %s of the viewer is another access', (_name, change) => {
    expect(POLICIES.forRequest({ ...VIEWER, ...change }, REQUEST)).not.toBe(first)
  })

  it.each(Object.entries(REQUESTS))('another %s of the request is another access', (_name, change) => {
    expect(POLICIES.forRequest(VIEWER, { ...REQUEST, ...change })).not.toBe(first)
  })

  it.each([
    { id: 'aut_2' },
    { owner: 'TRIBE-OVENNA' },
    { purposes: ['J', 'C'] },
    { recipients: ['US-VA'] },
    { classes: ['P1', 'P4'] },
    { kinds: ['NONE'] },
  ] as const)('an authorization with %j is another access', (change) => {
    const asked = { ...REQUEST, authorizations: [AUTHORIZATION] }
    const changed = { ...REQUEST, authorizations: [{ ...AUTHORIZATION, ...change }] }
    expect(POLICIES.forRequest(VIEWER, changed)).not.toBe(POLICIES.forRequest(VIEWER, asked))
  })

  it('decisions do not depend on what was asked before', () => {
    const random = seeded(13929)
    const samples = Array.from({ length: 600 }, () => sample(random))
    const warm = samples.map((one) => decided(POLICIES, one))
    const fresh = loadPolicySet(FILES)
    expect([...samples].reverse().map((one) => decided(fresh, one))).toEqual([...warm].reverse())
  })
})

function decided(set: typeof POLICIES, { viewer, request, action, type, facts }: ReturnType<typeof sample>) {
  const access = set.forRequest(viewer, request)
  return type === 'Hub' ? access.decideViewer(action as 'read:P0') : access.decide(action, type, facts)
}

describe('a policy set is addressed by everything that it says', () => {
  const [file = ''] = Object.keys(FILES.policies)

  it.each([
    ['its schema', { ...FILES, schema: `${FILES.schema}\n// more` }],
    ['a policy', { ...FILES, policies: { ...FILES.policies, [file]: `${FILES.policies[file] ?? ''}\n// more` } }],
    ['the name of a file', { ...FILES, policies: { ...FILES.policies, 'rules/zz.cedar': '' } }],
  ])('%s', (_what, files) => {
    expect(loadPolicySet(files).hash).not.toBe(POLICIES.hash)
    expect(loadPolicySet(FILES).hash).toBe(POLICIES.hash)
  })
})
