import { describe, expect, it } from 'vitest'
import { authorizedFor, classAsked, contextFor } from '../../policy/authorized.js'
import type { OwnerAuthorization, PolicyViewer, RequestFacts } from '../../policy/index.js'

const VIEWER: PolicyViewer = {
  subject: 'one',
  agency: 'agc_1',
  jurisdiction: 'US-IA',
  jurisdictionClass: 'LOCAL',
  roles: ['HIRING_INVESTIGATOR'],
  assurance: 2,
}
const AUTHORIZATION: OwnerAuthorization = {
  id: 'aut_1',
  owner: 'TRIBE-KESTREL',
  instrument: 'CONSENT',
  purposes: ['J', 'C'],
  recipients: ['US-IA'],
  classes: ['P1', 'P4'],
  kinds: ['DECERTIFICATION', 'NONE'],
}
const BOTH = ['TRIBE-KESTREL/DECERTIFICATION', 'TRIBE-KESTREL/NONE']

const requestOf = (...authorizations: readonly OwnerAuthorization[]): RequestFacts => ({
  purpose: 'J',
  today: 20_000,
  caseKind: 'HIRING',
  caseLive: true,
  waiverCovers: true,
  granted: [],
  self: [],
  authorizations,
})

const given = (change: Partial<OwnerAuthorization>, viewer: Partial<PolicyViewer> = {}) => [
  ...authorizedFor({ ...VIEWER, ...viewer }, requestOf({ ...AUTHORIZATION, ...change }), 'P4'),
]

describe('what an owner authorizes', () => {
  it('is the kinds that it names, to the recipient, for the purpose, of the class', () => {
    expect(given({})).toEqual(BOTH)
  })

  it.each([
    ['another purpose', { purposes: ['C'] }],
    ['no purpose', { purposes: [] }],
    ['another class', { classes: ['P1'] }],
    ['another jurisdiction', { recipients: ['US-VA'] }],
    ['another agency', { recipients: ['agc_2'] }],
    ['another class of jurisdictions', { recipients: ['STATE'] }],
    ['nobody', { recipients: [] }],
    ['no kind', { kinds: [] }],
  ] as const)('and nothing of it for %s', (_what, change) => {
    expect(given(change)).toEqual([])
  })

  it.each([
    ['everyone', { recipients: ['*'] }],
    ['the class of jurisdictions', { recipients: ['LOCAL'] }],
    ['the agency', { recipients: ['agc_1'] }],
  ] as const)('reaches %s', (_what, change) => {
    expect(given(change)).toEqual(BOTH)
  })

  it('reaches no agency where the viewer has none', () => {
    expect(given({ recipients: ['NONE'] }, { agency: 'NONE' })).toEqual([])
  })

  it('is every kind where it names all', () => {
    expect(given({ kinds: ['*'] })).toHaveLength(7)
  })

  it('is asked for P1 where a record is known, compared or stored, and for nothing where an operation is done', () => {
    expect(
      ['know:Incident', 'match', 'store', 'read:P4', 'do:disclosures'].map((one) => classAsked(one as 'store')),
    ).toEqual(['P1', 'P1', 'P1', 'P4', null])
    expect([...authorizedFor(VIEWER, requestOf(AUTHORIZATION), null)]).toEqual([])
  })
})

describe('a record of no person', () => {
  it('is in no list of persons', () => {
    const request = { ...requestOf(), granted: ['idr_1', 'NONE'], self: ['NONE', 'idr_2'] }
    const { granted, self } = contextFor(VIEWER, request, 'read:P4')
    expect([[...granted], [...self]]).toEqual([['idr_1'], ['idr_2']])
  })
})
