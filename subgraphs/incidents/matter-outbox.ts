import type { Incident as IncidentRow } from '../../prisma/client/client.js'
import type { IncidentsDb, Tx } from '../../prisma/client.js'

type Matter = Pick<
  IncidentRow,
  'id' | 'subjectRecord' | 'kind' | 'ownerJurisdiction' | 'decidedEarliest' | 'decidedLatest'
>

/** The order by which a decision ceased to stand. */
export interface ReversingOrder {
  readonly to: string
  readonly authority: string
  readonly documentReference: string
  readonly effectiveOn: Date
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10)

/**
 * Tells the other subgraphs, in the transaction that changes the matter, what follows from it. Officers: whether
 * anything admitted still stands behind the identity record, since a record known through matters alone is visible only
 * as long as one does. Credentials: which decision a certificate may rest on no longer (no ground is among it). Every
 * process reads its reference data again besides.
 */
export async function announceMatter(
  tx: Tx<IncidentsDb>,
  matter: Matter,
  now: Date,
  reversedBy: ReversingOrder | null = null,
): Promise<void> {
  const { id, subjectRecord, kind, ownerJurisdiction, decidedEarliest, decidedLatest } = matter
  const standing = await tx.incident.count({ where: { subjectRecord, admitted: true, sealed: false }, take: 1 })
  const reversal = reversedBy && {
    ...reversedBy,
    effectiveOn: dayOf(reversedBy.effectiveOn),
    kind,
    ownerJurisdiction,
    decidedEarliest: dayOf(decidedEarliest),
    decidedLatest: dayOf(decidedLatest),
  }
  await tx.outbox.create({
    data: {
      fromSubgraph: 'incidents',
      topic: reversal ? 'incident.reversed' : 'incident.admitted',
      payload: { incidentId: id, subjectRecord, admitted: standing > 0, ...(reversal && { reversal }) },
      recordedAt: now,
    },
  })
  await tx.hubState.update({ where: { id: 1 }, data: { epoch: { increment: 1 } } })
}
