import {
  CASE_KINDS,
  INCIDENT_KINDS,
  JURISDICTION_CLASSES,
  NEXUS,
  OPERATIONS,
  PURPOSES,
  RECORD_TYPES,
  ROLES,
  STAGES,
} from '../../../policy/types.js'
import type {
  Action,
  DataClass,
  OwnerAuthorization,
  PolicyViewer,
  Purpose,
  RecordFacts,
  RecordKind,
  RecordType,
  RequestFacts,
  Role,
  Stage,
} from '../../../policy/types.js'
import { TODAY } from '../cases/viewers.js'
import type { Random } from './random.js'

/** One question: a viewer, their request, an action, and the record it is about. */
export interface Sample {
  readonly viewer: PolicyViewer
  readonly request: RequestFacts
  readonly action: Action
  readonly type: RecordType | 'Hub'
  readonly facts: RecordFacts
}

/** Its bundle is in force as shipped. */
const BUNDLED = 'TRIBE-TALMIRRA'
const JURISDICTIONS = ['US-VA', 'US-IA', 'US-FED', 'US-GU', 'TRIBE-OVENNA', BUNDLED]
const AGENCIES = ['agc_1', 'agc_2', 'agc_3']
const RECORDS = ['idr_1', 'idr_2', 'idr_3', 'NONE']

/** A role with the purpose and the case that open something to it: uniform samples would nearly all be denied. */
const WORK: readonly (readonly [number, readonly [Role, Purpose, RequestFacts['caseKind']]])[] = [
  [9, ['HIRING_INVESTIGATOR', 'J', 'HIRING']],
  [5, ['COMMISSION_ANALYST', 'hub:CERT', 'CERTIFICATION']],
  [2, ['COMMISSION_ANALYST', 'A', 'NONE']],
  [5, ['RECORDS_OFFICER', 'A', 'NONE']],
  [4, ['PROSECUTOR', 'C', 'PROSECUTION']],
  [5, ['DATA_SUBJECT', 'hub:SELF', 'NONE']],
  [1, ['POLICY_OFFICER', 'A', 'NONE']],
  [2, ['GRANTS_OFFICER', 'hub:GRANT', 'NONE']],
  [4, ['AUDITOR', 'hub:AUDIT', 'NONE']],
  [1, ['PUBLIC', 'NONE', 'NONE']],
]

const BUNDLES_AND_CONSENTS: readonly Action[] = ['do:bundles', 'do:publishBundle', 'do:recordAuthorization']
const LINKS: readonly Action[] = [
  'do:officerLinks',
  'do:proposeOfficerLinks',
  'do:adjudicateOfficerLink',
  'do:unlinkOfficers',
]
const PROOFS: readonly Action[] = ['do:treeHead', 'do:inclusionProof', 'do:consistencyProof']
const CHECKS: readonly Action[] = ['do:requestBackgroundCheck', 'do:adjudicateMatch', 'do:closeCase']
/** What a check is of by the case in which it was made. */
const CHECK_KIND: Partial<Record<RequestFacts['caseKind'], RecordKind>> = {
  CERTIFICATION: 'CERTIFICATION',
  PROSECUTION: 'PROSECUTION',
}
/** What rules about a role alone are about. */
const OFTEN: Partial<Record<Role, RecordType>> = { HIRING_INVESTIGATOR: 'BackgroundCheck', PROSECUTOR: 'Incident' }
const KNOWN: readonly DataClass[] = ['P1', 'P2', 'P3a', 'P3b', 'P4', 'P5', 'P6']
const MATCHED: readonly RecordType[] = ['IdentityRecord', 'Employment']
const RARE: readonly DataClass[] = ['P7', 'P8', 'P9', 'P10']

/** `checks` false: without the questions about checks in cases, whose facts no other record has. */
export function sample(random: Random, checks = true): Sample {
  const one = anySample(random, checks)
  return random.chance(0.06) ? underItsBundle(one, random) : one
}

/** An investigator's question about a record that its owner has consented to share, and has a bundle for. */
function underItsBundle({ viewer, request, facts }: Sample, random: Random): Sample {
  const type = random.pick(['Employment', 'Employment', 'Incident'] as const)
  const kind = type === 'Employment' ? 'NONE' : 'SEPARATION_UNDER_INVESTIGATION'
  return {
    viewer: { ...viewer, agency: 'agc_1', jurisdiction: 'US-IA', roles: ['HIRING_INVESTIGATOR'], assurance: 2 },
    request: {
      ...request,
      purpose: 'J',
      caseKind: 'HIRING',
      caseLive: true,
      waiverCovers: true,
      granted: [facts.subjectRecord],
      authorizations: [
        {
          id: 'aut_1',
          owner: BUNDLED,
          instrument: 'CONSENT',
          purposes: ['J'],
          recipients: ['*'],
          classes: ['P1', 'P3a', 'P3b', 'P4', 'P6'],
          kinds: ['*'],
        },
      ],
    },
    action: type === 'Employment' ? random.pick(['read:P3b', 'read:P6', 'read:P3a']) : `know:${type}`,
    type,
    facts: {
      ...facts,
      ownerJurisdiction: BUNDLED,
      ownerClass: 'TRIBAL',
      ownerAgency: 'agc_2',
      kind,
      ownerKind: `${BUNDLED}/${kind}`,
      stage: type === 'Employment' ? 'NONE' : 'SEPARATED_UNDER_INVESTIGATION',
      admitted: true,
    },
  }
}

function anySample(random: Random, checks: boolean): Sample {
  const [role, purpose, caseKind] = random.weigh(WORK)
  const type = random.chance(0.3) ? (OFTEN[role] ?? random.pick(RECORD_TYPES)) : random.pick(RECORD_TYPES)
  // Half of the samples have nearly everything in order, or some policy or other would deny nearly all of them.
  const tidy = random.chance(0.55)
  const mostly = (probability: number): boolean => random.chance(tidy ? 0.98 : probability)
  const viewer = viewerOf(random, role, mostly)
  const action = actionOf(random, role, type, checks)
  const onHub = action.startsWith('do:') || action === 'read:P0' || action === 'read:P11'
  const any = factsOf(random, viewer, mostly)
  const facts = checks && type === 'BackgroundCheck' ? checkOf(any, caseKind) : any
  return {
    viewer,
    request: {
      purpose: mostly(0.85) ? purpose : random.pick(PURPOSES),
      today: TODAY,
      caseKind: mostly(0.85) ? caseKind : random.pick([...CASE_KINDS, 'NONE']),
      caseLive: mostly(0.8),
      waiverCovers: mostly(0.8),
      granted: mostly(0.6) ? [facts.subjectRecord, random.pick(RECORDS)] : [random.pick(RECORDS)],
      self: mostly(0.6) ? [facts.subjectRecord] : [random.pick(RECORDS)],
      authorizations: Array.from({ length: random.pick([0, 1, 2]) }, () =>
        authorizationOf(random, viewer, facts, purpose),
      ),
    },
    action,
    type: onHub ? 'Hub' : action === 'match' ? random.pick(MATCHED) : type,
    facts,
  }
}

function checkOf(facts: RecordFacts, caseKind: RequestFacts['caseKind']): RecordFacts {
  const kind = CHECK_KIND[caseKind] ?? 'NONE'
  return { ...facts, kind, ownerKind: `${facts.ownerJurisdiction}/${kind}` }
}

type Mostly = (probability: number) => boolean

function viewerOf(random: Random, role: Role, mostly: Mostly): PolicyViewer {
  return {
    subject: 'sample',
    agency: mostly(0.85) ? random.pick(AGENCIES) : 'NONE',
    jurisdiction: random.pick(JURISDICTIONS),
    jurisdictionClass: random.pick(JURISDICTION_CLASSES),
    roles: mostly(0.85) ? [role] : [role, random.pick(ROLES)],
    assurance: mostly(0.85) ? random.pick([2, 3]) : 1,
  }
}

function actionOf(random: Random, role: Role, type: RecordType, checks: boolean): Action {
  const submits = role === 'COMMISSION_ANALYST' || role === 'RECORDS_OFFICER'
  const hasCases = checks && (role === 'COMMISSION_ANALYST' || role === 'PROSECUTOR')
  return random.weigh<() => Action>([
    [3, () => 'read:P0'],
    [3, () => 'read:P11'],
    [role === 'HIRING_INVESTIGATOR' ? 18 : 10, () => `do:${random.pick(OPERATIONS)}`],
    [role === 'DATA_SUBJECT' ? 20 : 0, () => 'do:disclosures'],
    [role === 'DATA_SUBJECT' ? 20 : 0, () => 'do:claimNotMe'],
    [submits ? 10 : 0, () => random.pick(LINKS)],
    [hasCases ? 12 : 0, () => random.pick(CHECKS)],
    [hasCases && type === 'BackgroundCheck' ? 80 : 0, () => random.pick(['know:BackgroundCheck', 'read:P10'])],
    [5, () => 'read:P6'],
    [role === 'AUDITOR' ? 40 : 0, () => 'read:P1'],
    [role === 'AUDITOR' || role === 'DATA_SUBJECT' ? 16 : 0, () => random.pick(PROOFS)],
    [role === 'DATA_SUBJECT' ? 130 : 0, () => 'read:P6'],
    [role === 'POLICY_OFFICER' ? 120 : 0, () => random.pick(BUNDLES_AND_CONSENTS)],
    [submits ? 16 : 0, () => random.pick(['do:submitIncident', 'do:recordReversal', 'do:importRecords'])],
    [
      role === 'HIRING_INVESTIGATOR' ? 16 : submits ? 12 : role === 'DATA_SUBJECT' ? 30 : hasCases ? 12 : 1,
      () => 'match',
    ],
    [type === 'BackgroundCheck' ? 0 : submits ? 24 : 2, () => 'store'],
    [24, () => `know:${type}`],
    [30, () => `read:${random.pick(KNOWN)}`],
    [10, () => `read:${random.pick(RARE)}`],
    [role === 'DATA_SUBJECT' || type === 'BackgroundCheck' ? 30 : 0, () => 'read:P10'],
  ])()
}

function factsOf(random: Random, viewer: PolicyViewer, mostly: Mostly): RecordFacts {
  const ownerJurisdiction = random.chance(0.55) ? viewer.jurisdiction : random.pick(JURISDICTIONS)
  const kind: RecordKind = random.weigh<() => RecordKind>([
    [40, () => 'NONE'],
    [viewer.roles.includes('PROSECUTOR') ? 60 : 20, () => 'SEPARATION_UNDER_INVESTIGATION'],
    [40, () => random.pick(INCIDENT_KINDS)],
  ])()
  const decidedEarliest = TODAY - random.pick([0, 30, 4000])
  return {
    id: random.pick(['rec_1', 'rec_2']),
    ownerJurisdiction,
    ownerClass: ownerJurisdiction.startsWith('TRIBE')
      ? 'TRIBAL'
      : random.pick(['STATE', 'LOCAL', 'FEDERAL', 'TERRITORIAL']),
    ownerAgency: random.chance(0.7) ? viewer.agency : random.pick([...AGENCIES, 'NONE']),
    decidingAuthority: random.pick([...AGENCIES, 'NONE']),
    subjectRecord: random.pick(RECORDS),
    kind,
    ownerKind: `${ownerJurisdiction}/${kind}`,
    stage: stageOf(random, kind, mostly),
    admitted: mostly(0.75),
    admissionBasis: random.pick(['RECORDED', 'SOURCE_ATTESTED', 'NONE']),
    sealed: !mostly(0.85),
    subjectNoticed: viewer.roles.includes('DATA_SUBJECT') ? random.chance(0.5) : mostly(0.75),
    counterSigned: mostly(0.75),
    nexus: mostly(0.6) ? 'FORCE' : random.pick(NEXUS),
    pointerAllowed: mostly(0.6),
    decidedEarliest,
    decidedLatest: decidedEarliest + random.pick([0, 30, 364]),
    validFrom: mostly(0.8) ? TODAY - 30 : TODAY + random.pick([0, 1, 30]),
    validUntil: mostly(0.8) ? TODAY + 300 : TODAY + random.pick([1, 0, -1]),
    namedOwners: random.chance(0.3) ? [random.pick(JURISDICTIONS)] : [],
  }
}

/** The stages that a rule names, often; every other one, sometimes. */
function stageOf(random: Random, kind: RecordKind, mostly: Mostly): Stage {
  if (!mostly(0.6)) return random.pick(STAGES)
  if (kind === 'SEPARATION_UNDER_INVESTIGATION') return 'SEPARATED_UNDER_INVESTIGATION'
  if (kind !== 'NONE') return 'FINAL'
  return random.pick(['NONE', 'FINAL', 'EFFECTIVE_UNDER_APPEAL'])
}

function authorizationOf(
  random: Random,
  viewer: PolicyViewer,
  facts: RecordFacts,
  purpose: Purpose,
): OwnerAuthorization {
  return {
    id: 'aut_1',
    owner: random.chance(0.8) ? facts.ownerJurisdiction : random.pick(JURISDICTIONS),
    instrument: random.pick(['CONSENT', 'STATUTE', 'COMPACT', 'ROUTINE_USE']),
    purposes: random.chance(0.85) ? [purpose] : [],
    recipients: random.pick([['*'], [viewer.jurisdiction], [viewer.jurisdictionClass], [viewer.agency], ['agc_2'], []]),
    classes: random.chance(0.85) ? ['P1', 'P3a', 'P3b', 'P4', 'P5'] : ['P4'],
    kinds: random.pick([['*'], [facts.kind], [facts.kind, 'NONE'], []]),
  }
}
