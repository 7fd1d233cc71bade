import { describe, expect, it } from 'vitest'
import { epochDay } from '../../../contract/clock.js'
import { loadPolicySet, type PolicyViewer, readPolicyFiles, type RecordFacts } from '../../../policy/index.js'
import { visibleHistory } from '../../../subgraphs/credentials/status-history.js'
import { statusText } from '../../../subgraphs/credentials/status-text.js'
import { CERTIFICATE_STATUSES } from '../../../subgraphs/credentials/enums.js'

const policies = loadPolicySet(readPolicyFiles())
const today = epochDay(new Date('2026-03-02T00:00:00Z'))
const day = (text: string) => new Date(`${text}T00:00:00Z`)

/** Lindqvist was decertified in Marrow, the order was overturned, and the certificate is in force again. */
const facts: RecordFacts = {
  id: 'crt_LINDQVIST',
  ownerJurisdiction: 'US-WA',
  ownerClass: 'STATE',
  ownerAgency: 'agc_COMMISSION',
  decidingAuthority: 'agc_COMMISSION',
  subjectRecord: 'idr_LINDQVIST',
  kind: 'NONE',
  ownerKind: 'US-WA/NONE',
  stage: 'NONE',
  admitted: true,
  admissionBasis: 'RECORDED',
  sealed: false,
  subjectNoticed: true,
  counterSigned: false,
  nexus: 'UNKNOWN',
  pointerAllowed: false,
  decidedEarliest: today - 4_000,
  decidedLatest: today - 4_000,
  validFrom: 0,
  validUntil: today + 10_000,
  namedOwners: [],
}
const entry = (status: string, stage: string, on: string) => ({
  id: `cst_${on}`,
  certificationId: facts.id,
  status,
  statusRaw: null,
  effectiveOn: day(on),
  precision: 'DAY',
  stage,
  recordedAt: day('2025-01-01'),
})
const history = [
  entry('ACTIVE', 'NONE', '2010-05-01'),
  entry('REVOKED', 'OVERTURNED', '2019-09-01'),
  entry('ACTIVE', 'NONE', '2020-03-01'),
]

const viewer = (change: Partial<PolicyViewer>): PolicyViewer => ({
  subject: 'somebody',
  agency: 'agc_ELSEWHERE',
  jurisdiction: 'US-OH',
  jurisdictionClass: 'LOCAL',
  roles: ['HIRING_INVESTIGATOR'],
  assurance: 2,
  ...change,
})
const request = {
  today,
  caseKind: 'NONE',
  caseLive: false,
  waiverCovers: false,
  granted: [],
  self: [],
  authorizations: [],
} as const
const access = {
  investigator: policies.forRequest(viewer({}), {
    ...request,
    purpose: 'J',
    caseKind: 'HIRING',
    caseLive: true,
    waiverCovers: true,
    granted: [facts.subjectRecord],
  }),
  commission: policies.forRequest(
    viewer({
      agency: 'agc_COMMISSION',
      jurisdiction: 'US-WA',
      jurisdictionClass: 'STATE',
      roles: ['COMMISSION_ANALYST'],
    }),
    { ...request, purpose: 'hub:CERT' },
  ),
  officer: policies.forRequest(viewer({ agency: 'NONE', roles: ['DATA_SUBJECT'] }), {
    ...request,
    purpose: 'hub:SELF',
    self: [facts.subjectRecord],
  }),
}
const statuses = (who: keyof typeof access, rows = history) =>
  visibleHistory(access[who], facts, rows).map(({ status }) => status)

describe('the history of a certificate', () => {
  it('keeps a revocation that was overturned from others', () => {
    expect(statuses('investigator')).toEqual(['ACTIVE', 'ACTIVE'])
  })

  it('shows it whole to its commission and to the officer', () => {
    expect(statuses('commission')).toEqual(['ACTIVE', 'REVOKED', 'ACTIVE'])
    expect(statuses('officer')).toEqual(['ACTIVE', 'REVOKED', 'ACTIVE'])
  })

  it.each(['FINAL', 'SEALED', 'EXPUNGED', 'HELD', 'APPEAL_PENDING', 'VACATED', 'EFFECTIVE_UNDER_APPEAL'])(
    'shows others a revocation that is %s only if it is final',
    (stage) => {
      const seen = statuses('investigator', [entry('REVOKED', stage, '2019-09-01')])
      expect(seen).toEqual(stage === 'FINAL' ? ['REVOKED'] : [])
    },
  )

  it('shows what is sealed to nobody', () => {
    const sealed = [entry('REVOKED', 'SEALED', '2019-09-01')]
    expect((['investigator', 'commission', 'officer'] as const).map((who) => statuses(who, sealed))).toEqual([
      [],
      [],
      [],
    ])
  })
})

describe('a status in words', () => {
  it('says nothing of the ground while an order is under appeal', () => {
    for (const status of CERTIFICATE_STATUSES) {
      expect(statusText(status, 'EFFECTIVE_UNDER_APPEAL')).toBe('Not currently valid; under appeal; contact source.')
    }
  })

  it('never clears anybody (rulings.md, Wording)', () => {
    for (const status of CERTIFICATE_STATUSES) {
      expect(statusText(status, 'NONE')).not.toMatch(/\bclear(ed)?\b|no record|eligible|non-compliant|match found/i)
    }
  })
})
