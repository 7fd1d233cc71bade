import type { CredentialsDb, Tx } from '../../prisma/client.js'
import type { Certification, CertificationStatus } from '../../prisma/client/client.js'
import { announcedTo } from '../kit/announcements.js'
import { type Decided, restsOn } from './rests-on.js'

const CONSUMER = 'credentials'

/** What the incidents subgraph says of a decision that no longer stands; days are ISO dates. */
interface Reversal {
  readonly to: string
  readonly kind: string
  readonly ownerJurisdiction: string
  readonly decidedEarliest: string
  readonly decidedLatest: string
  readonly authority: string
  readonly documentReference: string
  readonly effectiveOn: string
}
interface Announced {
  readonly incidentId: string
  readonly subjectRecord: string
  readonly reversal?: Reversal
}

async function withdraw(
  tx: Tx<CredentialsDb>,
  certificate: Certification & { history: CertificationStatus[] },
  { incidentId, reversal }: { incidentId: string; reversal: Reversal },
  recordedAt: Date,
): Promise<void> {
  const decided: Decided = { earliest: new Date(reversal.decidedEarliest), latest: new Date(reversal.decidedLatest) }
  const entries = certificate.history.filter((entry) => restsOn({ ...entry, on: entry.effectiveOn }, decided))
  const present = restsOn({ ...certificate, on: certificate.statusOn }, decided)
  if (entries.length === 0 && !present) return
  const version = certificate.version + 1
  const effectiveAt = new Date(reversal.effectiveOn)
  const changed = await tx.certification.updateMany({
    where: { id: certificate.id, version: certificate.version },
    // Which status it has instead, its owner has to say: until then it is the owner's and the officer's alone.
    data: { version, effectiveAt, recordedAt, ...(present && { stage: reversal.to, admitted: false }) },
  })
  // Another process was faster.
  if (changed.count !== 1) return
  await tx.certificationStatus.updateMany({
    where: { id: { in: entries.map(({ id }) => id) } },
    data: { stage: reversal.to },
  })
  await tx.credentialsAssertion.create({
    data: {
      recordType: 'Certification',
      recordId: certificate.id,
      version,
      payload: { reversed: incidentId, to: reversal.to, statuses: entries.map(({ id }) => id), present },
      actor: `comity:${CONSUMER}`,
      authority: reversal.authority,
      documentRef: reversal.documentReference,
      effectiveAt,
      recordedAt,
    },
  })
}

/** A decertification that was overturned or vacated: the certificate's statuses by that order, of the same owner's record. */
async function apply(tx: Tx<CredentialsDb>, announced: Announced, recordedAt: Date): Promise<void> {
  const { incidentId, subjectRecord, reversal } = announced
  if (reversal?.kind !== 'DECERTIFICATION') return
  const certificates = await tx.certification.findMany({
    where: { subjectRecord, ownerJurisdiction: reversal.ownerJurisdiction },
    include: { history: true },
  })
  for (const certificate of certificates) await withdraw(tx, certificate, { incidentId, reversal }, recordedAt)
}

/**
 * Takes over reversals from the incidents subgraph, in commit order, before anything is decided: a certificate does not
 * go on saying what a court has set aside.
 */
export async function takeOverReversals(db: CredentialsDb): Promise<void> {
  const rows = await announcedTo(db, CONSUMER, 'incident.reversed')
  const seq = rows.at(-1)?.seq
  if (seq === undefined) return
  await db.$transaction(async (tx) => {
    for (const { payload, recordedAt } of rows) await apply(tx, payload as Announced, recordedAt)
    await tx.outboxCursor.upsert({
      where: { consumer: CONSUMER },
      create: { consumer: CONSUMER, seq },
      update: { seq },
    })
  })
}
