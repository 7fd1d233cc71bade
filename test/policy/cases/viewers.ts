import type { OwnerAuthorization, PolicyViewer, RequestFacts } from '../../../policy/types.js'

/** 2026-11-24 in whole days since 1970-01-01. */
export const TODAY = 20_781

/** A viewer with the facts of their request. All people and agencies are invented. */
export interface Asking {
  readonly viewer: PolicyViewer
  readonly facts: RequestFacts
}

const NO_CASE: RequestFacts = {
  purpose: 'NONE',
  today: TODAY,
  caseKind: 'NONE',
  caseLive: false,
  waiverCovers: false,
  granted: [],
  self: [],
  authorizations: [],
}

function asking(
  viewer: Omit<PolicyViewer, 'subject' | 'assurance'>,
  facts: Partial<RequestFacts>,
  assurance = 2,
): Asking {
  return { viewer: { subject: 'case', assurance, ...viewer }, facts: { ...NO_CASE, ...facts } }
}

const OVENNA_CONSENT: OwnerAuthorization = {
  id: 'aut_consent',
  owner: 'TRIBE-OVENNA',
  instrument: 'CONSENT',
  purposes: ['J'],
  recipients: ['LOCAL'],
  classes: ['P1', 'P3a', 'P3b', 'P4'],
  kinds: ['*'],
}
const VIRGINIA_APPEALS: OwnerAuthorization = {
  id: 'aut_appeals',
  owner: 'US-VA',
  instrument: 'STATUTE',
  purposes: ['J'],
  recipients: ['*'],
  classes: ['P1', 'P4'],
  kinds: ['NONE'],
}

/** Detail for whoever asks of final matters, by a compact or a statute. */
const VIRGINIA_DETAIL: OwnerAuthorization = {
  ...VIRGINIA_APPEALS,
  id: 'aut_detail',
  instrument: 'COMPACT',
  purposes: ['J', 'hub:CERT', 'C', 'hub:AUDIT'],
  classes: ['P5'],
  kinds: ['*'],
}
const VIRGINIA_POINTERS: OwnerAuthorization = {
  ...VIRGINIA_APPEALS,
  id: 'aut_pointers',
  purposes: ['C'],
  kinds: ['SEPARATION_UNDER_INVESTIGATION'],
}
const OVENNA_AUDIT: OwnerAuthorization = {
  ...OVENNA_CONSENT,
  id: 'aut_audit',
  purposes: ['hub:AUDIT'],
  recipients: ['US-FED'],
}

const TALMIRRA_CONSENT: OwnerAuthorization = { ...OVENNA_CONSENT, id: 'aut_talmirra', owner: 'TRIBE-TALMIRRA' }
const ROUTINE_USE: OwnerAuthorization = {
  ...OVENNA_CONSENT,
  id: 'aut_routine_use',
  owner: 'US-FED',
  instrument: 'ROUTINE_USE',
  classes: ['P1', 'P3a', 'P4'],
}

const iowaCity = {
  agency: 'agc_iowa_city',
  jurisdiction: 'US-IA',
  jurisdictionClass: 'LOCAL',
  roles: ['HIRING_INVESTIGATOR'],
} as const
const hiringReyes: Partial<RequestFacts> = {
  purpose: 'J',
  caseKind: 'HIRING',
  caseLive: true,
  waiverCovers: true,
  granted: ['idr_reyes', 'idr_reyes_tribal'],
}
const certifyingReyes: Partial<RequestFacts> = {
  purpose: 'hub:CERT',
  caseKind: 'CERTIFICATION',
  caseLive: true,
  granted: ['idr_reyes'],
}
const prosecutingReyes: Partial<RequestFacts> = {
  purpose: 'C',
  caseKind: 'PROSECUTION',
  caseLive: true,
  granted: ['idr_reyes'],
}
const virginia = {
  agency: 'agc_va_dcjs',
  jurisdiction: 'US-VA',
  jurisdictionClass: 'STATE',
  roles: ['COMMISSION_ANALYST'],
} as const
const iowaCommission = {
  agency: 'agc_ia_ilea',
  jurisdiction: 'US-IA',
  jurisdictionClass: 'STATE',
  roles: ['COMMISSION_ANALYST'],
} as const
const norfolk = {
  agency: 'agc_norfolk',
  jurisdiction: 'US-VA',
  jurisdictionClass: 'LOCAL',
  roles: ['RECORDS_OFFICER'],
} as const
const virginiaPolicy = { ...virginia, roles: ['POLICY_OFFICER'] } as const
const norfolkPolicy = { ...norfolk, roles: ['POLICY_OFFICER'] } as const
const inspector = {
  agency: 'agc_inspector',
  jurisdiction: 'US-FED',
  jurisdictionClass: 'FEDERAL',
  roles: ['AUDITOR'],
} as const
const prosecutor = {
  agency: 'agc_polk_da',
  jurisdiction: 'US-IA',
  jurisdictionClass: 'LOCAL',
  roles: ['PROSECUTOR'],
} as const
const reyes = { agency: 'NONE', jurisdiction: 'US-VA', jurisdictionClass: 'LOCAL', roles: ['DATA_SUBJECT'] } as const
const tribalRecords = {
  agency: 'agc_ovenna',
  jurisdiction: 'TRIBE-OVENNA',
  jurisdictionClass: 'TRIBAL',
  roles: ['RECORDS_OFFICER'],
} as const

export const VIEWERS = {
  iowaHiringInvestigator: asking(iowaCity, hiringReyes),
  iowaHiringInvestigatorWithoutGrant: asking(iowaCity, { ...hiringReyes, granted: [] }),
  iowaHiringInvestigatorAfterClosing: asking(iowaCity, { ...hiringReyes, caseLive: false }),
  iowaHiringInvestigatorWithdrawnWaiver: asking(iowaCity, { ...hiringReyes, waiverCovers: false }),
  iowaHiringInvestigatorOnPassword: asking(iowaCity, hiringReyes, 1),
  iowaHiringInvestigatorOfNoAgency: asking({ ...iowaCity, agency: 'NONE' }, hiringReyes),
  iowaHiringInvestigatorAlsoAuditor: asking({ ...iowaCity, roles: ['HIRING_INVESTIGATOR', 'AUDITOR'] }, hiringReyes),
  iowaHiringInvestigatorForMaintenance: asking(iowaCity, { ...hiringReyes, purpose: 'A' }),
  iowaHiringInvestigatorWithConsent: asking(iowaCity, { ...hiringReyes, authorizations: [OVENNA_CONSENT] }),
  iowaHiringInvestigatorWithP4Alone: asking(iowaCity, {
    ...hiringReyes,
    authorizations: [{ ...OVENNA_CONSENT, classes: ['P4'] }],
  }),
  iowaHiringInvestigatorWithAppeals: asking(iowaCity, { ...hiringReyes, authorizations: [VIRGINIA_APPEALS] }),
  iowaHiringInvestigatorWithDetail: asking(iowaCity, { ...hiringReyes, authorizations: [VIRGINIA_DETAIL] }),
  virginiaCommission: asking(virginia, { purpose: 'hub:CERT' }),
  virginiaCommissionForHiring: asking(virginia, { purpose: 'J' }),
  iowaCommission: asking(iowaCommission, { purpose: 'hub:CERT' }),
  iowaCommissionOnCase: asking(iowaCommission, certifyingReyes),
  iowaCommissionOnCaseWithCompact: asking(iowaCommission, { ...certifyingReyes, authorizations: [VIRGINIA_DETAIL] }),
  norfolkRecordsOfficer: asking(norfolk, { purpose: 'A' }),
  norfolkRecordsOfficerForHiring: asking(norfolk, { purpose: 'J' }),
  virginiaPolicyOfficer: asking(virginiaPolicy, { purpose: 'A' }),
  norfolkPolicyOfficer: asking(norfolkPolicy, { purpose: 'A' }),
  virginiaPolicyOfficerForCertification: asking(virginiaPolicy, { purpose: 'hub:CERT' }),
  ovennaRecordsOfficer: asking(tribalRecords, { purpose: 'A' }),
  polkProsecutor: asking(prosecutor, prosecutingReyes),
  polkProsecutorWithDetail: asking(prosecutor, { ...prosecutingReyes, authorizations: [VIRGINIA_DETAIL] }),
  polkProsecutorWithPointers: asking(prosecutor, { ...prosecutingReyes, authorizations: [VIRGINIA_POINTERS] }),
  polkProsecutorWithoutCase: asking(prosecutor, { purpose: 'C', granted: ['idr_reyes'] }),
  reyes: asking(reyes, { purpose: 'hub:SELF', self: ['idr_reyes', 'idr_reyes_tribal'] }),
  someoneElse: asking(reyes, { purpose: 'hub:SELF', self: ['idr_other'] }),
  grantsOfficer: asking(
    { agency: 'agc_doj', jurisdiction: 'US-FED', jurisdictionClass: 'FEDERAL', roles: ['GRANTS_OFFICER'] },
    { purpose: 'hub:GRANT' },
  ),
  // Of jurisdictions that have bundles.
  iowaHiringInvestigatorWithTalmirraConsent: asking(iowaCity, { ...hiringReyes, authorizations: [TALMIRRA_CONSENT] }),
  iowaHiringInvestigatorUnderRoutineUse: asking(iowaCity, { ...hiringReyes, authorizations: [ROUTINE_USE] }),
  talmirraRecordsOfficer: asking(
    { ...tribalRecords, agency: 'agc_talmirra', jurisdiction: 'TRIBE-TALMIRRA' },
    { purpose: 'A' },
  ),
  californiaCommission: asking({ ...virginia, agency: 'agc_ca_post', jurisdiction: 'US-CA' }, { purpose: 'hub:CERT' }),
  delawareCommission: asking({ ...virginia, agency: 'agc_de_post', jurisdiction: 'US-DE' }, { purpose: 'A' }),
  federalRecordsOfficer: asking(
    { agency: 'agc_marshals', jurisdiction: 'US-FED', jurisdictionClass: 'FEDERAL', roles: ['RECORDS_OFFICER'] },
    { purpose: 'A' },
  ),
  // One thing of what opens a record is another.
  iowaRecordsOfficerForHiring: asking({ ...iowaCity, roles: ['RECORDS_OFFICER'] }, hiringReyes),
  iowaHiringInvestigatorOnOtherKindOfCase: asking(iowaCity, { ...hiringReyes, caseKind: 'CERTIFICATION' }),
  iowaRecordsOfficerOnCertificationCase: asking({ ...iowaCommission, roles: ['RECORDS_OFFICER'] }, certifyingReyes),
  iowaCommissionOnCaseForMaintenance: asking(iowaCommission, { ...certifyingReyes, purpose: 'A' }),
  iowaCommissionOnCaseForHiring: asking(iowaCommission, { ...certifyingReyes, purpose: 'J' }),
  virginiaCommissionOnCase: asking(virginia, certifyingReyes),
  iowaCommissionOnHiringCase: asking(iowaCommission, { ...certifyingReyes, caseKind: 'HIRING' }),
  iowaCommissionAfterClosing: asking(iowaCommission, { ...certifyingReyes, caseLive: false }),
  iowaCommissionForProsecution: asking(iowaCommission, prosecutingReyes),
  polkProsecutorForHiring: asking(prosecutor, { ...prosecutingReyes, purpose: 'J' }),
  polkProsecutorOnHiringCase: asking(prosecutor, { ...prosecutingReyes, caseKind: 'HIRING' }),
  polkProsecutorAfterClosing: asking(prosecutor, { ...prosecutingReyes, caseLive: false }),
  virginiaCommissionForMaintenance: asking(virginia, { purpose: 'A' }),
  richmondRecordsOfficer: asking({ ...norfolk, agency: 'agc_richmond' }, { purpose: 'A' }),
  norfolkHiringInvestigatorForMaintenance: asking({ ...norfolk, roles: ['HIRING_INVESTIGATOR'] }, { purpose: 'A' }),
  reyesForHiring: asking(reyes, { purpose: 'J', self: ['idr_reyes'] }),
  reyesOfNorfolkForHiring: asking({ ...reyes, agency: 'agc_norfolk' }, { purpose: 'J', self: ['idr_reyes'] }),
  reyesAsInvestigator: asking(iowaCity, { ...hiringReyes, self: ['idr_reyes'] }),
  reyesAsRecordsOfficer: asking(norfolk, { purpose: 'hub:SELF', self: ['idr_reyes'] }),
  // Roles that exclude each other.
  publicAndInvestigator: asking({ ...iowaCity, roles: ['PUBLIC', 'HIRING_INVESTIGATOR'] }, hiringReyes),
  subjectAndInvestigator: asking({ ...iowaCity, roles: ['DATA_SUBJECT', 'HIRING_INVESTIGATOR'] }, hiringReyes),
  auditorAndCommission: asking({ ...virginia, roles: ['AUDITOR', 'COMMISSION_ANALYST'] }, { purpose: 'A' }),
  auditorAndRecordsOfficer: asking({ ...norfolk, roles: ['AUDITOR', 'RECORDS_OFFICER'] }, { purpose: 'A' }),
  auditorAndProsecutor: asking({ ...prosecutor, roles: ['AUDITOR', 'PROSECUTOR'] }, prosecutingReyes),
  auditorAndGrantsOfficer: asking({ ...norfolk, roles: ['AUDITOR', 'GRANTS_OFFICER'] }, { purpose: 'hub:GRANT' }),
  auditorAndAssessor: asking({ ...norfolk, roles: ['AUDITOR', 'CREDENTIALING_ASSESSOR'] }, { purpose: 'hub:CRED' }),
  auditorAndPolicyOfficer: asking({ ...virginia, roles: ['AUDITOR', 'POLICY_OFFICER'] }, { purpose: 'A' }),
  publicAndSubject: asking({ ...reyes, roles: ['PUBLIC', 'DATA_SUBJECT'] }, { purpose: 'hub:SELF' }),
  publicAndAuditor: asking({ ...norfolk, roles: ['PUBLIC', 'AUDITOR'] }, { purpose: 'hub:AUDIT' }),
  subjectAndAuditor: asking({ ...reyes, roles: ['DATA_SUBJECT', 'AUDITOR'] }, { purpose: 'hub:SELF' }),
  auditor: asking(inspector, { purpose: 'hub:AUDIT' }),
  auditorOnPassword: asking(inspector, { purpose: 'hub:AUDIT' }, 1),
  auditorOfNoAgency: asking({ ...inspector, agency: 'NONE' }, { purpose: 'hub:AUDIT' }),
  auditorForMaintenance: asking(inspector, { purpose: 'A' }),
  auditorWithConsent: asking(inspector, { purpose: 'hub:AUDIT', authorizations: [OVENNA_AUDIT] }),
  auditorWithDetail: asking(inspector, { purpose: 'hub:AUDIT', authorizations: [VIRGINIA_DETAIL] }),
  marylandRecordsOfficerForAudit: asking(
    { ...norfolk, agency: 'agc_md', jurisdiction: 'US-MD' },
    { purpose: 'hub:AUDIT' },
  ),
  credentialingAssessor: asking({ ...inspector, roles: ['CREDENTIALING_ASSESSOR'] }, { purpose: 'hub:CRED' }),
  iowaHiringInvestigatorAlsoOfGrants: asking(
    { ...iowaCity, roles: ['HIRING_INVESTIGATOR', 'GRANTS_OFFICER'] },
    hiringReyes,
  ),
  public: asking({ agency: 'NONE', jurisdiction: 'NONE', jurisdictionClass: 'LOCAL', roles: ['PUBLIC'] }, {}, 1),
} as const satisfies Record<string, Asking>

export type ViewerName = keyof typeof VIEWERS
