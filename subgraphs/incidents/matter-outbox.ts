import type { IncidentsDb, Tx } from '../../prisma/client.js'

export type MatterTopic = 'incident.admitted' | 'incident.reversed'

/**
 * Tells the officers subgraph, in the transaction that changes the matter, whether anything admitted still stands behind
 * the identity record: a record known through matters alone is visible only as long as one does. Every process reads
 * its reference data again besides.
 */
export async function announceMatter(
  tx: Tx<IncidentsDb>,
  topic: MatterTopic,
  incidentId: string,
  subjectRecord: string,
  now: Date,
): Promise<void> {
  const standing = await tx.incident.count({ where: { subjectRecord, admitted: true, sealed: false }, take: 1 })
  await tx.outbox.create({
    data: {
      fromSubgraph: 'incidents',
      topic,
      payload: { incidentId, subjectRecord, admitted: standing > 0 },
      recordedAt: now,
    },
  })
  await tx.hubState.update({ where: { id: 1 }, data: { epoch: { increment: 1 } } })
}
