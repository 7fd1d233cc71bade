import type { DataClass, Operation, RecordType } from './types.js'

/**
 * What a field of the API is, for the rules:
 * - CONTAINER: holds other objects, each decided by itself; always open.
 * - KEY: never withheld; the row is.
 * - VALUE: inside an object that was decided where it was reached.
 * - a class of a record: decided from the row that the subgraph loaded itself.
 * - P0 or P11, an operation: decided from the viewer alone.
 */
export type FieldRule =
  | 'CONTAINER'
  | 'KEY'
  | 'VALUE'
  | { readonly class: DataClass; readonly of: RecordType }
  | { readonly class: 'P0' | 'P11'; readonly of: 'VIEWER' }
  | { readonly operation: Operation }

/** Field names, separated by spaces, by what they are. `P1` and the like are classes. */
type Fields = Partial<Record<'CONTAINER' | 'KEY' | 'VALUE' | DataClass, string>>
type Table = Readonly<Record<string, FieldRule>>

function rulesOf(type: string, of: RecordType | 'VIEWER' | null, fields: Fields): Table {
  const entries = Object.entries(fields).flatMap(([what, names]) =>
    names.split(/\s+/).map((name): [string, FieldRule] => [`${type}.${name}`, ruleOf(what, of)]),
  )
  return Object.fromEntries(entries)
}

function ruleOf(what: string, of: RecordType | 'VIEWER' | null): FieldRule {
  if (what === 'CONTAINER' || what === 'KEY' || what === 'VALUE') return what
  if (of === null) throw new TypeError(`${what} is the class of a record, and this type is none`)
  return { class: what, of } as FieldRule
}

function operations(type: 'Query' | 'Mutation', names: readonly Operation[]): Table {
  return Object.fromEntries(names.map((operation) => [`${type}.${operation}`, { operation }]))
}

/** An object that was decided where it was reached. */
function values(type: string, names: string): Table {
  return rulesOf(type, null, { VALUE: names })
}

const ROOTS: Table = {
  ...rulesOf('Query', null, {
    CONTAINER:
      'agencies agency jurisdictions viewer officers officer backgroundCheck incidents incident certifications certification ' +
      // Federation's own; what they lead to is decided like everything else.
      '_entities _service',
  }),
  ...rulesOf('_Service', null, { VALUE: 'sdl' }),
  ...operations('Query', [
    'disclosures',
    'disclosureLog',
    'unusualAccess',
    'treeHead',
    'inclusionProof',
    'consistencyProof',
  ]),
  ...operations('Mutation', [
    'requestBackgroundCheck',
    'adjudicateMatch',
    'closeCase',
    'withdrawWaiver',
    'submitIncident',
    'recordReversal',
  ]),
}

const AGENCIES: Table = {
  ...rulesOf('Agency', 'VIEWER', {
    KEY: 'id',
    P0: 'name kind jurisdictionClass jurisdictionCode jurisdiction oris swornCount parent',
    CONTAINER: 'officers credentials incidents',
  }),
  ...values('AgencyOri', 'ori valid from until'),
  ...rulesOf('Jurisdiction', 'VIEWER', {
    KEY: 'code',
    P0: 'name class uspsCode fipsCode ncicCode',
    CONTAINER: 'agencies',
  }),
  ...rulesOf('AgencyCredential', 'VIEWER', {
    KEY: 'id',
    CONTAINER: 'agency',
    P0: 'body bodyName standard standardVersion status from until',
  }),
  ...rulesOf('Viewer', null, {
    VALUE: 'subject displayName jurisdictionCode jurisdictionClass roles purpose caseReference assurance policyVersion',
    CONTAINER: 'agency',
  }),
}

const OFFICERS: Table = {
  ...rulesOf('Officer', 'IdentityRecord', {
    KEY: 'id recordId recordIds',
    P1: 'name aliases certificateNumbers currentAgency sources',
    P2: 'dateOfBirth',
    CONTAINER: 'employments incidents certifications',
  }),
  ...values('PersonName', 'given middle family suffix'),
  ...values('Alias', 'name kind'),
  ...rulesOf('CertificateNumber', null, { CONTAINER: 'authority', VALUE: 'number' }),
  ...values('PartialDate', 'value precision'),
  ...rulesOf('Employment', 'Employment', {
    KEY: 'id',
    P1: 'officer',
    P3a: 'agency start end ended rank officerClass ownerJurisdiction',
    P3b: 'separation',
    P6: 'separationRaw separationCodeSystem separationCodeVersion investigationActive investigationRelatesForce',
  }),
}

const CHECKS: Table = {
  ...rulesOf('BackgroundCheck', 'BackgroundCheck', {
    KEY: 'id',
    P10: 'status requestedAt matches sources reconciliation notice policyVersion caseReference',
  }),
  ...rulesOf('Match', null, {
    KEY: 'id',
    // The officer appears if the officer's own row scope says so.
    CONTAINER: 'officer',
    VALUE: 'sourceJurisdiction score outcome explanations adjudication adjudicatedAt adjudicatedBy',
  }),
  ...values('MatchExplanation', 'feature score weight detail verdict'),
  ...values('SourceAnswer', 'jurisdiction answer asOf coverage note nextSteps'),
  ...values('Coverage', 'kinds from until'),
  ...values('NextSteps', 'unit phone form expectedDays'),
  // The spell that is set beside what was claimed is decided as a spell.
  ...rulesOf('ReconciliationLine', null, { CONTAINER: 'recorded', VALUE: 'claimed result' }),
  ...values('ClaimedSpell', 'agency from to'),
}

const INCIDENTS: Table = {
  ...rulesOf('Incident', 'Incident', {
    KEY: 'id',
    P1: 'officer',
    P4:
      'agency kind stage stageText occurredOn decidedOn groundCode groundCodeSystem nexus fairProcess disposition ' +
      'onDutyBasis capacity source ownerJurisdiction outcomeOf',
    P5: 'groundRaw statusRaw allegationText',
  }),
  ...values('FairProcess', 'notice opportunity authority basis attestedBy'),
  ...rulesOf('SourcePointer', null, { CONTAINER: 'agency', VALUE: 'contact fileRef' }),
}

const CREDENTIALS: Table = {
  ...rulesOf('Certification', 'Certification', {
    KEY: 'id',
    P1: 'officer authority number certificateClass issuedOn ownerJurisdiction',
    P4: 'status statusText statusOn history stage',
    P5: 'classRaw statusRaw',
  }),
  ...values('CertificationStatus', 'status effectiveOn stage'),
}

const DISCLOSURES: Table = {
  // The operation decides: only the subject asks, and only of themselves.
  ...rulesOf('Disclosure', null, { KEY: 'id', CONTAINER: 'agency', VALUE: 'at jurisdiction purpose classes' }),
}

const LOG: Table = {
  // The operation decides: the log is the hub's own, and holds ids and classes.
  ...rulesOf('LogEntry', null, {
    KEY: 'id',
    CONTAINER: 'agency',
    VALUE: 'index at viewer service jurisdiction purpose caseReference operation policyVersion records',
  }),
  ...values('LoggedRecord', 'type recordId classes'),
  ...rulesOf('AccessFlag', null, {
    KEY: 'id',
    CONTAINER: 'agency',
    VALUE: 'kind viewer counted threshold since at',
  }),
  ...values('TreeHead', 'size root at checkpoint'),
  ...values('InclusionProof', 'entry index leafHash hashes head'),
  ...values('ConsistencyProof', 'from hashes head'),
}

const LINKS: Table = {
  ...operations('Query', ['officerLinks']),
  ...operations('Mutation', ['proposeOfficerLinks', 'adjudicateOfficerLink', 'unlinkOfficers', 'claimNotMe']),
  // The operation decides, and both records of the link (links/link.repository.ts); its officers are decided as such.
  ...rulesOf('OfficerLink', null, {
    KEY: 'id',
    CONTAINER: 'history',
    VALUE: 'state method score explanations gates modelVersion proposedAt ends',
  }),
  ...rulesOf('OfficerLinkEnd', null, { KEY: 'id', CONTAINER: 'officer', VALUE: 'jurisdiction' }),
  // What a person wrote is of the record for which that person acted.
  ...rulesOf('OfficerLinkStep', 'IdentityRecord', {
    KEY: 'id',
    CONTAINER: 'agency',
    VALUE: 'state at effectiveAt method score gates modelVersion identifierKinds',
    P5: 'reason',
  }),
}

const AUTHORIZATIONS: Table = {
  ...operations('Query', ['authorizations', 'previewAuthorization']),
  ...operations('Mutation', ['recordAuthorization', 'revokeAuthorization']),
  ...rulesOf('OwnerAuthorization', null, {
    KEY: 'id',
    VALUE: 'instrument state reference citation purposes recipients classes kinds from until recordedAt revokedAt',
  }),
  ...values('AuthorizationPreview', 'policyVersion concerns opens'),
  ...values('ConcernedRecords', 'recordType kind records'),
  ...values('AuthorizationOpening', 'role purpose recipient recipientClass compared classes'),
  ...values('OpenedClass', 'dataClass title recordType fields records'),
}

const BUNDLES: Table = {
  ...operations('Query', ['bundles']),
  ...operations('Mutation', ['publishBundle', 'withdrawBundle']),
  ...values('Bundle', 'jurisdiction source state publication text sha256 effectiveFrom keyId recordedAt'),
}

const EXPLANATIONS: Table = {
  // Who asks is told of a record only what they may know of it (explain-field.ts): nothing of an explanation is a record's.
  ...rulesOf('Query', null, { CONTAINER: 'why' }),
  ...['Incident', 'Officer', 'Employment', 'Certification']
    .map((type) => rulesOf(`${type}Explanation`, null, { KEY: 'id field', VALUE: 'effect sentence policies looksAt' }))
    .reduce((all, each) => ({ ...all, ...each })),
  ...values('ExplainedPolicy', 'id title citation'),
}

/** Every field of every type, by schema coordinate. A field that is not here is withheld from everyone. */
export const FIELDS: Table = {
  ...ROOTS,
  ...AGENCIES,
  ...OFFICERS,
  ...CHECKS,
  ...INCIDENTS,
  ...CREDENTIALS,
  ...DISCLOSURES,
  ...LOG,
  ...LINKS,
  ...AUTHORIZATIONS,
  ...BUNDLES,
  ...EXPLANATIONS,
}

/**
 * Types whose objects are no record of one person, and to whom they were shown is logged all the same, under this class: what
 * an auditor reads is audited itself, and whoever looks for links has asked about persons.
 */
export const LOGGED_TYPES: Readonly<Record<string, DataClass>> = {
  LogEntry: 'P10',
  AccessFlag: 'P10',
  OfficerLink: 'P1',
}

/** Types that only carry others: their nodes are decided where they are loaded. */
const CARRIER = /^([A-Za-z]\w*(Connection|Edge|Payload)|PageInfo|BoundedCount)\.\w+$/

/** The rule of `Type.field`; null if nobody classified it, and then it is withheld from everyone. */
export function fieldRule(coordinate: string): FieldRule | null {
  if (Object.hasOwn(FIELDS, coordinate)) return FIELDS[coordinate] ?? null
  if (coordinate.endsWith('.__typename') || CARRIER.test(coordinate)) return 'VALUE'
  return null
}
