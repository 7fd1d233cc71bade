import { dayToDate } from '../../../contract/clock.js'
import type { RecordFacts, RecordType } from '../../../policy/types.js'
import type { Random } from './random.js'
import { sample } from './sample.js'
import type { Row } from './tables.js'

/** The record types that lists of the API are made of. */
export const LISTED = ['IdentityRecord', 'Employment', 'Certification', 'Incident'] as const
export type Listed = (typeof LISTED)[number]

/** A record's facts and its row, as it would come from the database. */
export interface StoredRecord {
  readonly facts: RecordFacts
  readonly row: Row
}

/** Random facts, unknown and NONE values included, on a record of its own. */
export function randomFacts(random: Random, id: string, subjectRecord?: string): RecordFacts {
  const { facts } = sample(random, false)
  return { ...facts, id, ...(subjectRecord === undefined ? {} : { subjectRecord }) }
}

/** The fact columns: days are dates there. */
export function columnsOf(facts: RecordFacts): Row {
  const { decidedEarliest, decidedLatest, validFrom, validUntil, ...rest } = facts
  return {
    ...rest,
    decidedEarliest: dayToDate(decidedEarliest),
    decidedLatest: dayToDate(decidedLatest),
    validFrom: dayToDate(validFrom),
    validUntil: dayToDate(validUntil),
  }
}

/** What a row holds besides its facts: something in every column, so that nothing is null for want of a value. */
export const CONTENT: Readonly<Record<Listed, Row>> = {
  Incident: {
    agencyId: 'agc_1',
    occurredOn: dayToDate(19_000),
    occurredPrecision: 'DAY',
    decidedOn: dayToDate(19_100),
    decidedPrecision: 'DAY',
    groundCode: 'G-1',
    groundCodeSystem: 'TEST',
    groundRaw: 'raw ground',
    statusRaw: 'raw status',
    fairNotice: 'SERVED',
    fairOpportunity: 'HEARD',
    fairAuthority: 'authority',
    fairBasis: 'DOCUMENTED',
    fairAttestedBy: 'somebody',
    onDutyBasis: 'ELEMENT',
    disposition: 'VERDICT',
    capacity: 'INDIVIDUAL',
    sourceAgencyId: 'agc_1',
    sourceContact: 'contact',
    sourceFileRef: 'file',
    allegationText: 'an allegation',
    outcomeOf: null,
  },
  Certification: {
    authorityId: 'agc_1',
    number: 'N-1',
    certificateClass: 'LAW_ENFORCEMENT',
    classRaw: 'raw class',
    status: 'ACTIVE',
    statusRaw: 'raw status',
    statusOn: dayToDate(19_000),
    statusPrecision: 'DAY',
    issuedOn: dayToDate(18_000),
    issuedPrecision: 'DAY',
    history: [],
  },
  IdentityRecord: {
    given: 'Ada',
    middle: null,
    family: 'Example',
    suffix: null,
    birthDate: dayToDate(7_000),
    birthPrecision: 'DAY',
    matchKeys: ['key'],
    normalizedFamily: 'example',
    normalizedGiven: 'ada',
    aliases: [],
    certificates: [],
    effectiveAt: dayToDate(19_000),
  },
  Employment: {
    agencyId: 'agc_1',
    employerName: 'Example Police',
    startDate: dayToDate(18_000),
    startPrecision: 'DAY',
    endDate: dayToDate(19_000),
    endPrecision: 'DAY',
    ended: true,
    rank: 'Officer',
    officerClass: 'SWORN',
    separation: 'RESIGNED',
    separationRaw: 'raw separation',
    separationCodeSystem: 'TEST',
    separationCodeVersion: '1',
    investigationActive: 'NO',
    investigationRelatesForce: 'NO',
  },
}

export function storedRecord(
  type: Exclude<RecordType, 'BackgroundCheck'>,
  facts: RecordFacts,
  more: Row = {},
): StoredRecord {
  return { facts, row: { ...CONTENT[type], ...columnsOf(facts), ...more } }
}
