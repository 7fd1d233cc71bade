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
  virginiaCommission: asking(virginia, { purpose: 'hub:CERT' }),
  virginiaCommissionForHiring: asking(virginia, { purpose: 'J' }),
  iowaCommission: asking(iowaCommission, { purpose: 'hub:CERT' }),
  iowaCommissionOnCase: asking(iowaCommission, {
    purpose: 'hub:CERT',
    caseKind: 'CERTIFICATION',
    caseLive: true,
    granted: ['idr_reyes'],
  }),
  norfolkRecordsOfficer: asking(norfolk, { purpose: 'A' }),
  norfolkRecordsOfficerForHiring: asking(norfolk, { purpose: 'J' }),
  ovennaRecordsOfficer: asking(tribalRecords, { purpose: 'A' }),
  polkProsecutor: asking(prosecutor, { purpose: 'C', caseKind: 'PROSECUTION', caseLive: true, granted: ['idr_reyes'] }),
  polkProsecutorWithoutCase: asking(prosecutor, { purpose: 'C', granted: ['idr_reyes'] }),
  reyes: asking(reyes, { purpose: 'hub:SELF', self: ['idr_reyes', 'idr_reyes_tribal'] }),
  someoneElse: asking(reyes, { purpose: 'hub:SELF', self: ['idr_other'] }),
  grantsOfficer: asking(
    { agency: 'agc_doj', jurisdiction: 'US-FED', jurisdictionClass: 'FEDERAL', roles: ['GRANTS_OFFICER'] },
    { purpose: 'hub:GRANT' },
  ),
  public: asking({ agency: 'NONE', jurisdiction: 'NONE', jurisdictionClass: 'LOCAL', roles: ['PUBLIC'] }, {}, 1),
} as const satisfies Record<string, Asking>

export type ViewerName = keyof typeof VIEWERS
