import { caseKindOf } from './case-kinds.js'
import { FIELDS } from './fields.js'
import type { PolicySet } from './policy-set.js'
import { ROLE_TERMS } from './purposes.js'
import { ROLES } from './types.js'
import type {
  DataClass,
  EpochDay,
  JurisdictionClass,
  OwnerAuthorization,
  Purpose,
  RecordFacts,
  RecordType,
  Role,
} from './types.js'

/** Owner's records that no rule tells apart, and how many they are. */
export interface RecordGroup {
  readonly type: RecordType
  readonly facts: RecordFacts
  readonly records: number
}

/** Somebody whom an authorization reaches, as far as they are known before they ask. */
export interface Recipient {
  /** As the authorization names them: a class, a code, an agency, or `*`. */
  readonly named: string
  readonly jurisdiction: string
  readonly jurisdictionClass: JurisdictionClass
  readonly agency: string
}

export interface PreviewQuestion {
  readonly candidate: OwnerAuthorization
  /** What holds already. */
  readonly inForce: readonly OwnerAuthorization[]
  readonly recipients: readonly Recipient[]
  readonly groups: readonly RecordGroup[]
  readonly today: EpochDay
}

/** A class that would newly open, of one type of record. */
export interface OpenedClass {
  readonly type: RecordType
  readonly dataClass: DataClass
  /** GraphQL fields of the class, `Incident.kind`. */
  readonly fields: readonly string[]
  readonly records: number
}

/** What would newly open to one role, for one purpose, among one kind of recipient. */
export interface Opening {
  readonly role: Role
  readonly purpose: Purpose
  readonly recipient: Recipient
  /** Records that a candidate would newly be compared with, without being shown them. */
  readonly compared: number
  readonly classes: readonly OpenedClass[]
}

/** The person of the case, whoever it is: a preview supposes that the case has opened them. */
const PERSON = 'PREVIEW'

/**
 * Who would see what more under an authorization that is not in force: each question is asked of the rules with it and
 * without it. The case is supposed to be live, its waiver to cover, and its person to be the one of the record, so that what
 * is answered is the most that the authorization can open.
 */
export function newlyOpened(set: PolicySet, question: PreviewQuestion): Opening[] {
  const openings = ROLES.flatMap((role) =>
    ROLE_TERMS[role].purposes
      .filter((purpose) => question.candidate.purposes.includes(purpose))
      .flatMap((purpose) =>
        question.recipients.map((recipient) => ({
          role,
          purpose,
          recipient,
          ...openedTo(set, question, role, purpose, recipient),
        })),
      ),
  )
  return openings.filter(({ compared, classes }) => compared > 0 || classes.length > 0)
}

function openedTo(
  set: PolicySet,
  { candidate, inForce, groups, today }: PreviewQuestion,
  role: Role,
  purpose: Purpose,
  { jurisdiction, jurisdictionClass, agency }: Recipient,
): Pick<Opening, 'compared' | 'classes'> {
  // The highest level there is: what is previewed is the most that could be seen.
  const viewer = { subject: PERSON, agency, jurisdiction, jurisdictionClass, roles: [role], assurance: 3 }
  const accessUnder = (authorizations: readonly OwnerAuthorization[]) =>
    set.forRequest(viewer, {
      purpose,
      today,
      caseKind: caseKindOf(purpose) ?? 'NONE',
      caseLive: true,
      waiverCovers: true,
      granted: [PERSON],
      self: [PERSON],
      authorizations,
    })
  const [before, after] = [accessUnder(inForce), accessUnder([...inForce, candidate])]
  const opens = (access: typeof before, dataClass: DataClass, { type, facts }: RecordGroup) =>
    access.allows(`know:${type}`, type, facts) && access.allows(`read:${dataClass}`, type, facts)
  const sum = (of: readonly RecordGroup[]) => of.reduce((total, { records }) => total + records, 0)

  const compared = groups.filter(
    ({ type, facts }) => after.allows('match', type, facts) && !before.allows('match', type, facts),
  )
  const types = [...new Set(groups.map(({ type }) => type))]
  const classes = types.flatMap((type) =>
    candidate.classes.flatMap((dataClass): OpenedClass[] => {
      const opened = groups.filter(
        (group) => group.type === type && opens(after, dataClass, group) && !opens(before, dataClass, group),
      )
      return opened.length === 0 ? [] : [{ type, dataClass, fields: fieldsOf(type, dataClass), records: sum(opened) }]
    }),
  )
  return { compared: sum(compared), classes }
}

/** Coordinates of the class in records of the type. */
export function fieldsOf(type: RecordType, dataClass: DataClass): string[] {
  return Object.entries(FIELDS)
    .filter(([, rule]) => typeof rule === 'object' && 'class' in rule && rule.of === type && rule.class === dataClass)
    .map(([coordinate]) => coordinate)
}

/** Facts of the record that stands for a group. */
export function groupFacts(
  owner: string,
  today: EpochDay,
  facts: Pick<
    RecordFacts,
    | 'ownerClass'
    | 'kind'
    | 'stage'
    | 'admitted'
    | 'admissionBasis'
    | 'sealed'
    | 'subjectNoticed'
    | 'counterSigned'
    | 'nexus'
    | 'pointerAllowed'
    | 'decidedLatest'
    | 'namedOwners'
  >,
): RecordFacts {
  return {
    ...facts,
    id: PERSON,
    ownerJurisdiction: owner,
    ownerAgency: 'NONE',
    decidingAuthority: 'NONE',
    subjectRecord: PERSON,
    ownerKind: `${owner}/${facts.kind}`,
    decidedEarliest: facts.decidedLatest,
    validFrom: today,
    validUntil: today + 1,
  }
}
