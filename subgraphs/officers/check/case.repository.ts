import { newId } from '../../../contract/ids.js'
import { ComityError } from '../../../contract/errors.js'
import type { OfficersDb, Tx } from '../../../prisma/client.js'
import type { Case, Waiver } from '../../../prisma/client/client.js'
import type { CaseRules, RowScope } from '../../../policy/index.js'
import { personsOf } from '../persons.repository.js'
import type { WaiverForm } from './waiver-form.js'

// Cases, waivers and grants belong to the requesting agency and are found by it: they have no row scope.

export interface CaseTerms {
  readonly kind: CaseRules['kind']
  readonly agency: string
  readonly reference: string
  readonly openedBy: string
  readonly candidateDigest: string
  readonly now: Date
}

async function openCase(tx: Tx<OfficersDb>, terms: CaseTerms): Promise<Case> {
  const { kind, agency, reference } = terms
  const found = await tx.case.findUnique({ where: { agency_kind_reference: { agency, kind, reference } } })
  if (!found) {
    return tx.case.create({
      data: {
        id: newId('Case'),
        kind,
        agency,
        reference,
        openedAt: terms.now,
        openedBy: terms.openedBy,
        closedAt: null,
        candidateDigest: terms.candidateDigest,
      },
    })
  }
  if (found.closedAt) throw new ComityError('CASE_CLOSED')
  if (found.candidateDigest === null) {
    return tx.case.update({ where: { id: found.id }, data: { candidateDigest: terms.candidateDigest } })
  }
  if (found.candidateDigest !== terms.candidateDigest) throw new ComityError('CASE_BOUND_TO_OTHER_CANDIDATE')
  return found
}

async function bindWaiver(tx: Tx<OfficersDb>, opened: Case, terms: CaseTerms, form: WaiverForm): Promise<Waiver> {
  const used = await tx.waiver.findMany({
    where: { OR: [{ agency: terms.agency, reference: form.reference }, { sha256: form.sha256 }] },
  })
  if (used.some((waiver) => waiver.candidateDigest !== terms.candidateDigest))
    throw new ComityError('WAIVER_FOR_ANOTHER')
  const elsewhere = used.filter((waiver) => waiver.agency === terms.agency && waiver.caseId !== opened.id)
  if (elsewhere.some((waiver) => waiver.withdrawnAt !== null)) throw new ComityError('WAIVER_WITHDRAWN')
  if (elsewhere.some((waiver) => waiver.reference === form.reference)) throw new ComityError('WAIVER_IN_OTHER_CASE')
  const bound = await tx.waiver.findFirst({ where: { caseId: opened.id } })
  if (!bound) {
    return tx.waiver.create({
      data: {
        id: newId('Waiver'),
        caseId: opened.id,
        agency: terms.agency,
        candidateDigest: terms.candidateDigest,
        reference: form.reference,
        scope: form.scope,
        recipients: form.recipients ?? [terms.agency],
        signature: form.signature,
        sha256: form.sha256,
        signedOn: form.signedOn,
        expiresOn: form.expiresOn,
        withdrawnAt: null,
      },
    })
  }
  if (bound.withdrawnAt) throw new ComityError('WAIVER_WITHDRAWN')
  if (bound.reference !== form.reference || bound.sha256 !== form.sha256)
    throw new ComityError('CASE_BOUND_TO_OTHER_WAIVER')
  return bound
}

/** Names the transaction lock under which cases are bound, one after the other: any constant of its own. */
const BINDING = 7_201_974

/**
 * Opens the case or finds it, and binds it on first use to one candidate and, where it takes one, to one waiver.
 * @throws ComityError CASE_CLOSED, CASE_BOUND_TO_OTHER_CANDIDATE, CASE_BOUND_TO_OTHER_WAIVER, WAIVER_FOR_ANOTHER,
 * WAIVER_IN_OTHER_CASE, WAIVER_WITHDRAWN
 */
export async function bindCase(db: OfficersDb, terms: CaseTerms, form: WaiverForm | null): Promise<Case> {
  return db.$transaction(async (tx) => {
    // Two first uses at once would each find nothing bound: of one case, or of one paper in two cases.
    await tx.$executeRaw`select pg_advisory_xact_lock(${BINDING})`
    const opened = await openCase(tx, terms)
    if (form) await bindWaiver(tx, opened, terms, form)
    return opened
  })
}

/** Leaves a note for the auditor: who used whose paper, by ids and digests alone. */
export async function flagWaiverReuse(db: OfficersDb, terms: CaseTerms, form: WaiverForm): Promise<void> {
  await db.outbox.create({
    data: {
      fromSubgraph: 'officers',
      topic: 'flag.waiver-reused',
      recordedAt: terms.now,
      payload: {
        agency: terms.agency,
        caseReference: terms.reference,
        by: terms.openedBy,
        waiverSha256: form.sha256,
        candidateDigest: terms.candidateDigest,
      },
    },
  })
}

export interface GrantTerms {
  readonly caseId: string
  readonly agency: string
  readonly officerId: string
  readonly level: 'LIKELY' | 'CONFIRMED'
  readonly now: Date
}

/** Opens the identity records to the case. Committed before the answer, so that nested selections see it. */
export async function grantRecords(
  tx: Tx<OfficersDb>,
  terms: GrantTerms,
  subjectRecords: readonly string[],
): Promise<void> {
  for (const subjectRecord of subjectRecords) {
    await tx.grant.upsert({
      where: { caseId_subjectRecord: { caseId: terms.caseId, subjectRecord } },
      create: {
        id: newId('Grant'),
        caseId: terms.caseId,
        agency: terms.agency,
        officerId: terms.officerId,
        subjectRecord,
        level: terms.level,
        grantedAt: terms.now,
        endedAt: null,
      },
      update: { level: terms.level, grantedAt: terms.now, endedAt: null },
    })
  }
}

/** Whom a match is about. */
export interface Matched {
  readonly officerId: string
  readonly subjectRecords: readonly string[]
}

/**
 * Of a match, its records that still are its officer's: a link among them may have been undone since.
 * @param scope of `match`, like that of the comparison
 */
export async function recordsStillOf(
  tx: Tx<OfficersDb>,
  scope: RowScope,
  { officerId, subjectRecords }: Matched,
): Promise<string[]> {
  const records = await tx.identityRecord.findMany({
    where: { id: { in: [...subjectRecords] } },
    select: { id: true, officerId: true },
    orderBy: { id: 'asc' },
  })
  const persons = await personsOf(tx, scope, [officerId, ...records.map((record) => record.officerId)])
  return records
    .filter((record) => persons.personOf(record.officerId) === persons.personOf(officerId))
    .map(({ id }) => id)
}

/** `of` null: everything that the case has opened. */
export async function endGrants(tx: Tx<OfficersDb>, caseId: string, of: Matched | null, now: Date): Promise<void> {
  await tx.grant.updateMany({
    where: {
      caseId,
      endedAt: null,
      ...(of !== null && { OR: [{ officerId: of.officerId }, { subjectRecord: { in: [...of.subjectRecords] } }] }),
    },
    data: { endedAt: now },
  })
}

/** Has the case opened another person than this one, as far as the scope of `match` tells who is one? */
export async function opensAnother(
  tx: Tx<OfficersDb>,
  scope: RowScope,
  caseId: string,
  officerId: string,
): Promise<boolean> {
  const open = await tx.grant.findMany({ where: { caseId, endedAt: null }, select: { officerId: true } })
  const persons = await personsOf(tx, scope, [officerId, ...open.map((grant) => grant.officerId)])
  return open.some((grant) => persons.personOf(grant.officerId) !== persons.personOf(officerId))
}
