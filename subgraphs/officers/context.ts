import type { OfficersDb } from '../../prisma/client.js'
import type { SubgraphContext } from '../kit/context.js'
import { loaderById, loaderOfMany } from '../kit/loader.js'
import { type OfficerAt, officersAt, spellsOf } from './employment.repository.js'
import type { Employment } from './employment.type.js'
import { findOfficers, officerIdsOf } from './officer.repository.js'
import type { Officer } from './officer.type.js'

export type Context = SubgraphContext<OfficersDb>

export function knownRecords(context: Context) {
  return context.access.scope('know:IdentityRecord', 'IdentityRecord')
}

export function knownSpells(context: Context) {
  return context.access.scope('know:Employment', 'Employment')
}

/** The officer of that id, or, where a link joins them, the one person under the id by which the viewer is shown it. */
export async function officerById(context: Context, id: string): Promise<Officer | null> {
  const loader = loaderById(context, 'officerById', (ids) =>
    findOfficers(context.db, context.access, knownRecords(context), ids),
  )
  return (await loader.load(id))?.officer ?? null
}

/** The officer behind an identity record; null if the record is out of scope, whatever else is known of the person. */
export async function officerByRecord(context: Context, recordId: string): Promise<Officer | null> {
  const loader = loaderById(context, 'officerIdByRecord', async (ids) =>
    [...(await officerIdsOf(context.db, knownRecords(context), ids))].map(([id, officerId]) => ({ id, officerId })),
  )
  const found = await loader.load(recordId)
  const officer = found ? await officerById(context, found.officerId) : null
  return officer?.recordIds.includes(recordId) ? officer : null
}

export async function spellsOfOfficer(context: Context, officer: Officer): Promise<Employment[]> {
  const loader = loaderOfMany(context, 'spellsByRecord', (ids) =>
    spellsOf(context.db, context.access, knownSpells(context), ids),
  )
  return (await Promise.all(officer.recordIds.map((id) => loader.load(id)))).flat()
}

/** Officers with a spell in scope at the agency, in id order. */
export function officersAtAgency(context: Context, agencyId: string): Promise<readonly OfficerAt[]> {
  return loaderOfMany(context, 'officersAt', (ids) =>
    officersAt(context.db, context.access, { record: knownRecords(context), spell: knownSpells(context) }, ids),
  ).load(agencyId)
}
