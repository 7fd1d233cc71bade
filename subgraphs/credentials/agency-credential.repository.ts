import type { CredentialsDb } from '../../prisma/client.js'
import type { AgencyCredential as CredentialRow } from '../../prisma/client/client.js'
import { groupBy } from '../kit/group.js'
import type { AgencyCredential } from './agency-credential.type.js'
import type { CredentialStatus } from './enums.js'
import { agencyRef } from './references.type.js'

// Credentials of agencies are class P0, visible to everyone: they have no row scope, only fields that policy decides.

function dayOf(date: Date | null): string | null {
  return date ? date.toISOString().slice(0, 10) : null
}

function presentCredential(row: CredentialRow): AgencyCredential {
  return {
    id: row.id,
    agency: agencyRef(row.agencyId),
    body: agencyRef(row.bodyId),
    bodyName: row.bodyName,
    standard: row.standard,
    standardVersion: row.standardVersion,
    status: row.status as CredentialStatus,
    from: dayOf(row.from),
    until: dayOf(row.until),
  }
}

/** By agency, each in id order: one statement for all of them. */
export async function credentialsBy(
  db: CredentialsDb,
  agencyIds: readonly string[],
): Promise<Map<string, AgencyCredential[]>> {
  const rows = await db.agencyCredential.findMany({
    where: { agencyId: { in: [...agencyIds] } },
    orderBy: { id: 'asc' },
  })
  const groups = groupBy(rows, (row) => row.agencyId)
  return new Map([...groups].map(([agency, found]) => [agency, found.map(presentCredential)]))
}

export async function findCredentials(db: CredentialsDb, ids: readonly string[]): Promise<AgencyCredential[]> {
  return (await db.agencyCredential.findMany({ where: { id: { in: [...ids] } } })).map(presentCredential)
}
