import type { OfficersDb, Tx } from '../../prisma/client.js'
import { announcedTo } from '../kit/announcements.js'

const CONSUMER = 'officers'

interface MatterChange {
  readonly subjectRecord: string
  /** Whether anything that is admitted still stands behind a record that is known through matters alone. */
  readonly admitted: boolean
}

async function apply(tx: Tx<OfficersDb>, change: MatterChange): Promise<void> {
  await tx.identityRecord.updateMany({
    where: { id: change.subjectRecord, knownThrough: 'MATTER' },
    data: { admitted: change.admitted },
  })
}

/**
 * Takes over, in commit order, what the incidents subgraph says of the matters behind an identity record: a record known
 * solely through a matter that is not admitted is neither visible nor matchable, from the next fetch on.
 */
export async function takeOverMatters(db: OfficersDb): Promise<void> {
  const rows = await announcedTo(db, CONSUMER, 'incident.%')
  const last = rows.at(-1)
  if (!last) return
  await db.$transaction(async (tx) => {
    for (const row of rows) await apply(tx, row.payload as MatterChange)
    await tx.outboxCursor.upsert({
      where: { consumer: CONSUMER },
      create: { consumer: CONSUMER, seq: last.seq },
      update: { seq: last.seq },
    })
  })
}
