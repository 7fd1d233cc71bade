import type { RecordFacts, RecordType } from '../../../policy/types.js'
import { TODAY } from './viewers.js'

export interface NamedRecord {
  readonly type: RecordType
  readonly facts: RecordFacts
}

type Some = Partial<Omit<RecordFacts, 'ownerKind'>>

/** A Virginia record of Reyes in good order, unless said otherwise. */
export function record(type: RecordType, some: Some = {}): NamedRecord {
  const facts = {
    id: 'rec_1',
    ownerJurisdiction: 'US-VA',
    ownerClass: 'LOCAL',
    ownerAgency: 'agc_norfolk',
    decidingAuthority: 'NONE',
    subjectRecord: 'idr_reyes',
    kind: 'NONE',
    stage: 'NONE',
    admitted: true,
    admissionBasis: 'RECORDED',
    sealed: false,
    subjectNoticed: true,
    counterSigned: false,
    nexus: 'UNKNOWN',
    pointerAllowed: false,
    decidedEarliest: TODAY - 900,
    decidedLatest: TODAY - 900,
    validFrom: TODAY - 800,
    validUntil: TODAY + 800,
    namedOwners: [],
    ...some,
  } as const satisfies Omit<RecordFacts, 'ownerKind'>
  return { type, facts: { ...facts, ownerKind: `${facts.ownerJurisdiction}/${facts.kind}` } }
}

const finding: Some = {
  kind: 'EXCESSIVE_FORCE_FINDING',
  stage: 'FINAL',
  nexus: 'FORCE',
  decidingAuthority: 'agc_va_dcjs',
}
const separation: Some = {
  kind: 'SEPARATION_UNDER_INVESTIGATION',
  stage: 'SEPARATED_UNDER_INVESTIGATION',
  nexus: 'FORCE',
  counterSigned: true,
  pointerAllowed: true,
}
const state: Some = { ownerClass: 'STATE', ownerAgency: 'agc_va_dcjs' }
const tribal: Some = {
  ownerJurisdiction: 'TRIBE-OVENNA',
  ownerClass: 'TRIBAL',
  ownerAgency: 'agc_ovenna',
  subjectRecord: 'idr_reyes_tribal',
}
const talmirra: Some = { ...tribal, ownerJurisdiction: 'TRIBE-TALMIRRA', ownerAgency: 'agc_talmirra' }
const california: Some = { ownerJurisdiction: 'US-CA', ownerAgency: 'agc_oakland' }
const delaware: Some = { ownerJurisdiction: 'US-DE', ownerAgency: 'agc_dover' }
const federal: Some = { ownerJurisdiction: 'US-FED', ownerClass: 'FEDERAL', ownerAgency: 'agc_marshals' }
const check = (ownerAgency: string, kind: RecordFacts['kind']): NamedRecord =>
  record('BackgroundCheck', { ownerJurisdiction: 'US-IA', ownerAgency, kind, subjectRecord: 'NONE' })
/** 2019-11-24, seven years before TODAY. */
const SEVEN_YEARS_AGO = 18_224

export const RECORDS = {
  reyesIdentity: record('IdentityRecord'),
  reyesIdentityNotAdmitted: record('IdentityRecord', { admitted: false }),
  reyesIdentitySealed: record('IdentityRecord', { sealed: true }),
  reyesTribalIdentity: record('IdentityRecord', tribal),
  otherIdentity: record('IdentityRecord', { subjectRecord: 'idr_other' }),
  reyesSpell: record('Employment'),
  reyesSpellNotAdmitted: record('Employment', { admitted: false }),
  reyesSpellSealed: record('Employment', { sealed: true }),
  reyesTribalSpell: record('Employment', tribal),
  reyesSpellNotNoticed: record('Employment', { subjectNoticed: false }),
  reyesSpellUnderAppeal: record('Employment', { stage: 'EFFECTIVE_UNDER_APPEAL', pointerAllowed: true }),
  // Kept by an agency of Virginia under the law of Maryland.
  reyesIdentityUnderMaryland: record('IdentityRecord', { ownerJurisdiction: 'US-MD' }),
  reyesFinalFinding: record('Incident', finding),
  reyesFindingBeforeItsDay: record('Incident', { ...finding, validFrom: TODAY + 1 }),
  reyesFindingOnItsFirstDay: record('Incident', { ...finding, validFrom: TODAY }),
  reyesFindingOnItsLastDay: record('Incident', { ...finding, validUntil: TODAY + 1 }),
  reyesFindingAfterItsDay: record('Incident', { ...finding, validUntil: TODAY }),
  reyesModifiedFinding: record('Incident', { ...finding, stage: 'MODIFIED' }),
  reyesOverturnedFinding: record('Incident', { ...finding, stage: 'OVERTURNED' }),
  reyesVacatedFinding: record('Incident', { ...finding, stage: 'VACATED', admitted: false }),
  reyesVoidFinding: record('Incident', { ...finding, stage: 'VOID', admitted: false }),
  reyesHeldFinding: record('Incident', { ...finding, stage: 'HELD', admitted: false }),
  reyesFindingWithoutFairProcess: record('Incident', { ...finding, admitted: false, admissionBasis: 'NONE' }),
  reyesIncidentWithoutStage: record('Incident', { ...finding, stage: 'NONE' }),
  reyesAllegation: record('Incident', { ...finding, stage: 'ALLEGED', admitted: false, subjectNoticed: false }),
  reyesSealedFinding: record('Incident', { ...finding, sealed: true }),
  reyesFindingAtStageSealed: record('Incident', { ...finding, stage: 'SEALED' }),
  reyesExpungedFinding: record('Incident', { ...finding, stage: 'EXPUNGED' }),
  reyesSeparation: record('Incident', separation),
  reyesSeparationNotNoticed: record('Incident', { ...separation, subjectNoticed: false }),
  reyesSeparationNotCounterSigned: record('Incident', { ...separation, counterSigned: false }),
  reyesSeparationNotAllowed: record('Incident', { ...separation, pointerAllowed: false }),
  reyesSeparationOfOtherNexus: record('Incident', { ...separation, nexus: 'OTHER_3B' }),
  reyesSeparationNotAdmitted: record('Incident', { ...separation, admitted: false }),
  reyesSeparationStillInvestigated: record('Incident', { ...separation, stage: 'INVESTIGATING' }),
  reyesTerminationUnderInvestigation: record('Incident', { ...separation, kind: 'TERMINATION' }),
  reyesSeparationExpired: record('Incident', { ...separation, validUntil: TODAY }),
  reyesCertificate: record('Certification', state),
  reyesCertificateUnderAppeal: record('Certification', {
    ...state,
    stage: 'EFFECTIVE_UNDER_APPEAL',
    pointerAllowed: true,
  }),
  reyesCertificateUnderAppealNotAllowed: record('Certification', { ...state, stage: 'EFFECTIVE_UNDER_APPEAL' }),
  reyesCertificateUnderAppealNotAdmitted: record('Certification', {
    ...state,
    stage: 'EFFECTIVE_UNDER_APPEAL',
    pointerAllowed: true,
    admitted: false,
  }),
  reyesCertificateAppealPending: record('Certification', { ...state, stage: 'APPEAL_PENDING', pointerAllowed: true }),
  otherCertificateUnderAppeal: record('Certification', {
    ...state,
    subjectRecord: 'idr_other',
    stage: 'EFFECTIVE_UNDER_APPEAL',
    pointerAllowed: true,
  }),
  courtConviction: record('Incident', {
    ...finding,
    kind: 'CONVICTION_ON_DUTY',
    ownerJurisdiction: 'US-MD',
    ownerAgency: 'agc_md_court',
    ownerClass: 'STATE',
  }),
  otherFinding: record('Incident', { ...finding, subjectRecord: 'idr_other' }),
  // Of jurisdictions that have bundles.
  reyesTalmirraSpell: record('Employment', talmirra),
  reyesTalmirraFinding: record('Incident', { ...finding, ...talmirra }),
  reyesTalmirraSeparation: record('Incident', { ...separation, ...talmirra }),
  reyesCaliforniaSpell: record('Employment', california),
  reyesCaliforniaFinding: record('Incident', { ...finding, ...california }),
  reyesCaliforniaTermination: record('Incident', { ...finding, ...california, kind: 'TERMINATION' }),
  reyesCaliforniaSeparation: record('Incident', { ...separation, ...california }),
  reyesCaliforniaConviction: record('Incident', { ...finding, ...california, kind: 'CONVICTION_ON_DUTY' }),
  reyesDelawareSpell: record('Employment', delaware),
  reyesDelawareFinding: record('Incident', { ...finding, ...delaware }),
  reyesDelawareTermination: record('Incident', { ...finding, ...delaware, kind: 'TERMINATION' }),
  reyesDelawareDecertification: record('Incident', { ...finding, ...delaware, kind: 'DECERTIFICATION' }),
  reyesFederalIdentity: record('IdentityRecord', federal),
  reyesFederalFinding: record('Incident', { ...finding, ...federal }),
  reyesFederalFindingOfSevenYearsAgo: record('Incident', { ...finding, ...federal, decidedLatest: SEVEN_YEARS_AGO }),
  reyesFederalFindingOfLongAgo: record('Incident', { ...finding, ...federal, decidedLatest: SEVEN_YEARS_AGO - 1 }),
  reyesFindingOfLongAgo: record('Incident', { ...finding, decidedLatest: SEVEN_YEARS_AGO - 1 }),
  iowaCheck: record('BackgroundCheck', {
    ownerJurisdiction: 'US-IA',
    ownerAgency: 'agc_iowa_city',
    subjectRecord: 'NONE',
  }),
  iowaCheckOutOfItsDays: record('BackgroundCheck', {
    ownerJurisdiction: 'US-IA',
    ownerAgency: 'agc_iowa_city',
    subjectRecord: 'NONE',
    admitted: false,
    validUntil: TODAY,
  }),
  virginiaCheck: record('BackgroundCheck', { subjectRecord: 'NONE' }),
  // Made in cases of the other two kinds, or by agencies that have such cases.
  ileaCertificationCheck: check('agc_ia_ilea', 'CERTIFICATION'),
  ileaProsecutionCheck: check('agc_ia_ilea', 'PROSECUTION'),
  ileaHiringCheck: check('agc_ia_ilea', 'NONE'),
  polkProsecutionCheck: check('agc_polk_da', 'PROSECUTION'),
  polkHiringCheck: check('agc_polk_da', 'NONE'),
  iowaProsecutionCheck: check('agc_iowa_city', 'PROSECUTION'),
} as const satisfies Record<string, NamedRecord>

export type RecordName = keyof typeof RECORDS
