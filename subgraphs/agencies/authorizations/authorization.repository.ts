import { epochDay } from '../../../contract/clock.js'
import type { AgenciesDb } from '../../../prisma/client.js'
import type { OwnerAuthorization as AuthorizationRow } from '../../../prisma/client/client.js'
import type { AuthorizationState, Instrument, OwnerAuthorization } from './authorization.type.js'

// Every statement here is of one owner, and that is always the viewer's own jurisdiction.

const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

function stateOn(row: AuthorizationRow, today: number): AuthorizationState {
  if (row.revokedAt !== null) return 'REVOKED'
  if (epochDay(row.until) <= today) return 'EXPIRED'
  return epochDay(row.from) <= today ? 'IN_FORCE' : 'TO_COME'
}

function present(row: AuthorizationRow, today: number): OwnerAuthorization {
  return {
    id: row.id,
    // CHECK constraints of the migrations hold the column to the enumeration.
    instrument: row.instrument as Instrument,
    state: stateOn(row, today),
    reference: row.reference,
    citation: row.citation,
    purposes: row.purposes,
    recipients: row.recipients,
    classes: row.classes,
    kinds: row.kinds,
    from: dayOf(row.from),
    until: dayOf(row.until),
    recordedAt: row.recordedAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }
}

/** In all states, the latest first. */
export async function listAuthorizations(db: AgenciesDb, owner: string, today: number): Promise<OwnerAuthorization[]> {
  const rows = await db.ownerAuthorization.findMany({
    where: { owner },
    orderBy: [{ recordedAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map((row) => present(row, today))
}

export async function findAuthorization(
  db: Pick<AgenciesDb, 'ownerAuthorization'>,
  owner: string,
  id: string,
  today: number,
): Promise<OwnerAuthorization | null> {
  const row = await db.ownerAuthorization.findFirst({ where: { owner, id } })
  return row && present(row, today)
}
