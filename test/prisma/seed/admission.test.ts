import { describe, expect, test } from 'vitest'
import { epochDay } from '../../../contract/clock.js'
import { loadPolicySet, readPolicyFiles } from '../../../policy/index.js'
import { admit, type AdmissionInput, type DaySpan } from '../../../subgraphs/incidents/admission/index.js'
import type { IncidentRow } from '../../../prisma/seed/rows.js'
import { NOW, smallWorld } from './worlds.js'

const world = smallWorld()
const day = (text: string): number => epochDay(new Date(`${text}T00:00:00Z`))
const spanOf = (value: string | null, from: string, until: string): DaySpan | null =>
  value === null ? null : { earliest: day(from), latest: day(until) }

/** What the submitter of the row would have stated. */
function stated(row: IncidentRow): AdmissionInput {
  const pointer = row.kind === 'SEPARATION_UNDER_INVESTIGATION'
  const response: DaySpan = { earliest: day(row.validFrom), latest: day(row.validFrom) }
  return {
    kind: row.kind as AdmissionInput['kind'],
    basis: row.admissionBasis === 'SOURCE_ATTESTED' ? 'SOURCE_ATTESTED' : 'RECORDED',
    statedStages: [row.stage],
    occurredOn: row.occurredOn === null ? null : { earliest: day(row.occurredOn), latest: day(row.occurredOn) },
    decidedOn: spanOf(row.decidedOn, row.decidedEarliest, row.decidedLatest),
    nexus: row.nexus,
    decidingAuthority: row.decidingAuthority,
    fairProcess: {
      notice: row.fairNotice as AdmissionInput['fairProcess']['notice'],
      noticedOn: null,
      opportunity: row.fairOpportunity as AdmissionInput['fairProcess']['opportunity'],
      respondedOn: pointer ? response : null,
      authority: row.fairAuthority,
      basis: row.fairBasis,
      attestedBy: row.fairAttestedBy,
    },
    groundNature: 'CAUSE',
    disposition: row.disposition,
    onDutyBasis: row.onDutyBasis,
    capacity: row.capacity,
    proofOfService: row.disposition === 'DEFAULT',
    investigationOpenAtSeparation: pointer,
    counterSigned: row.counterSigned,
    pointerAllowed: row.pointerAllowed,
  }
}

describe('the world through the admission gate', () => {
  test('what it calls admitted the gate admits, and nothing else', () => {
    const wrong = world['incidents.incident'].flatMap((row) => {
      // A pointer is asked about on its first day: most of them are live, some have expired since.
      const today = row.kind === 'SEPARATION_UNDER_INVESTIGATION' ? day(row.validFrom) : epochDay(NOW)
      const answer = admit(stated(row), today)
      const admitted = answer.admitted && answer.as !== 'CERTIFICATE_STATUS'
      return admitted === row.admitted
        ? []
        : [`${row.kind} ${row.stage}: ${answer.admitted ? 'admitted' : answer.code}`]
    })
    expect(wrong).toEqual([])
  })
})

describe('the world through the rules', () => {
  const access = loadPolicySet(readPolicyFiles()).forRequest(
    {
      subject: 'test',
      agency: 'agc_OF_NOBODY',
      jurisdiction: 'US-OH',
      jurisdictionClass: 'LOCAL',
      roles: ['HIRING_INVESTIGATOR'],
      assurance: 2,
    },
    {
      purpose: 'J',
      today: epochDay(NOW),
      caseKind: 'HIRING',
      caseLive: true,
      waiverCovers: true,
      granted: world['officers.identity_record'].map(({ id }) => id),
      self: [],
      authorizations: [],
    },
  )
  const visible = (row: IncidentRow): boolean =>
    access.allows('know:Incident', 'Incident', {
      ...row,
      decidedEarliest: day(row.decidedEarliest),
      decidedLatest: day(row.decidedLatest),
      validFrom: day(row.validFrom),
      validUntil: day(row.validUntil),
    })

  test('of everyone’s instances a hiring case opens the final ones and live pointers, of no tribe without consent', () => {
    const seen = world['incidents.incident'].filter(visible)
    expect(new Set(seen.map(({ stage }) => stage))).toEqual(new Set(['FINAL', 'SEPARATED_UNDER_INVESTIGATION']))
    expect(seen.filter(({ ownerClass }) => ownerClass === 'TRIBAL')).toEqual([])
    expect(seen.length).toBeGreaterThan(30)
    expect(seen.length).toBeLessThan(world['incidents.incident'].length)
  })
})
