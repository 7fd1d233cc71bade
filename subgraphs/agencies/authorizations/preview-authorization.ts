import { epochDay } from '../../../contract/clock.js'
import {
  CLASS_TEXTS,
  groupFacts,
  JURISDICTION_CLASSES,
  type JurisdictionClass,
  newlyOpened,
  type OwnerAuthorization,
  type Recipient,
  type RecordFacts,
  type RecordGroup,
  type RecordType,
} from '../../../policy/index.js'
import { VIEWER_CLASSES } from '../../../policy/purposes.js'
import type { JurisdictionClassEnum } from '../../kit/jurisdiction-class.js'
import type { Context } from '../context.js'
import type { AuthorizationInput, AuthorizationPreview, ConcernedRecords } from './authorization.type.js'
import { type KnownRecipients, readTerms, type Terms } from './form.js'

/** Whoever is named by more than a class belongs to no place in particular. */
const ELSEWHERE = 'ELSEWHERE'

function recipientsOf({ recipients }: Terms, { jurisdictions, agencies }: KnownRecipients): Recipient[] {
  const ofClass = (named: string, jurisdictionClass: JurisdictionClass, jurisdiction = ELSEWHERE): Recipient => ({
    named,
    jurisdictionClass,
    jurisdiction,
    agency: ELSEWHERE,
  })
  return recipients.flatMap((named): Recipient[] => {
    if (named === '*') return JURISDICTION_CLASSES.map((each) => ofClass(named, each))
    const code = jurisdictions.find((each) => each.code === named)
    // CHECK constraints of the migrations hold these columns to the enumerations.
    if (code) {
      return VIEWER_CLASSES[code.class as keyof typeof VIEWER_CLASSES].map((each) => ofClass(named, each, code.code))
    }
    const agency = agencies.find((each) => each.id === named)
    if (!agency) return [ofClass(named, named as JurisdictionClass)]
    return [
      { ...ofClass(named, agency.jurisdictionClass as JurisdictionClass, agency.jurisdictionCode), agency: named },
    ]
  })
}

type GroupRow = Omit<Parameters<typeof groupFacts>[2], 'decidedLatest'> & {
  readonly type: RecordType
  readonly decidedLatest: Date
  readonly records: number
}

/*
 * The own records that may leave their owner today, in groups that the rules do not tell apart. A rule that looks at the day
 * of a decision is asked of the newest record of each group.
 */
const GROUPS = `
select record_type as "type", owner_class as "ownerClass", kind, stage, admitted, admission_basis as "admissionBasis", sealed,
       subject_noticed as "subjectNoticed", counter_signed as "counterSigned", nexus, pointer_allowed as "pointerAllowed",
       named_owners as "namedOwners", max(decided_latest) as "decidedLatest", count(*)::int as records
  from hub.owned_record
 where owner_jurisdiction = $1 and valid_from <= $2::date and $2::date < valid_until
 group by record_type, owner_class, kind, stage, admitted, admission_basis, sealed, subject_noticed, counter_signed, nexus,
          pointer_allowed, named_owners
 order by record_type, kind, stage`

async function ownGroups({ db, viewer, now, today }: Context): Promise<RecordGroup[]> {
  const rows = await db.$queryRawUnsafe<GroupRow[]>(GROUPS, viewer.jurisdiction, now.toISOString().slice(0, 10))
  return rows.map(({ type, records, decidedLatest, ...facts }) => ({
    type,
    records,
    facts: groupFacts(viewer.jurisdiction, today, { ...facts, decidedLatest: epochDay(decidedLatest) }),
  }))
}

function concernedIn(groups: readonly RecordGroup[], covers: (kind: RecordFacts['kind']) => boolean) {
  const counts = new Map<string, ConcernedRecords>()
  for (const { type, facts, records } of groups.filter((group) => covers(group.facts.kind))) {
    const key = `${type}/${facts.kind}`
    const counted = counts.get(key) ?? { recordType: type, kind: facts.kind, records: 0 }
    counts.set(key, { ...counted, records: counted.records + records })
  }
  return [...counts.values()]
}

/**
 * Before an owner signs: which users would see which fields of its records. Nothing is written. An authorization that begins
 * later is shown as if it began today.
 * @throws ComityError BAD_INPUT
 */
export async function previewAuthorization(context: Context, input: AuthorizationInput): Promise<AuthorizationPreview> {
  const { viewer, policySet, reference, today } = context
  const { terms, known } = await readTerms(context, input)
  const candidate: OwnerAuthorization = { ...terms, id: 'PREVIEW', owner: viewer.jurisdiction }
  const groups = await ownGroups(context)
  const openings = newlyOpened(policySet, {
    candidate,
    inForce: reference.authorizations(today).filter(({ owner }) => owner === viewer.jurisdiction),
    recipients: recipientsOf(terms, known),
    groups,
    today,
  })
  return {
    policyVersion: policySet.hash,
    concerns: concernedIn(groups, (kind) => terms.kinds.some((one) => one === '*' || one === kind)),
    opens: openings.map(({ role, purpose, recipient, compared, classes }) => ({
      role,
      purpose,
      recipient: recipient.named,
      recipientClass: recipient.jurisdictionClass as JurisdictionClassEnum,
      compared,
      classes: classes.map(({ type, dataClass, fields, records }) => ({
        dataClass,
        title: CLASS_TEXTS[dataClass].title,
        recordType: type,
        fields,
        records,
      })),
    })),
  }
}
