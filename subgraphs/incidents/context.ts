import type { IncidentsDb } from '../../prisma/client.js'
import type { SubgraphContext } from '../kit/context.js'
import { loaderById, loaderOfMany } from '../kit/loader.js'
import { findIncidents, incidentIdsBy } from './incident.repository.js'
import type { Agency, Incident, Officer } from './incident.type.js'

export type Context = SubgraphContext<IncidentsDb>

export function knownIncidents(context: Context) {
  return context.access.scope('know:Incident', 'Incident')
}

export function incidentById(context: Context, id: string): Promise<Incident | null> {
  return loaderById(context, 'incidentById', (ids) =>
    findIncidents(context.db, context.access, knownIncidents(context), ids),
  ).load(id)
}

export async function incidentIdsOfOfficer(context: Context, officer: Officer): Promise<readonly string[]> {
  const loader = loaderOfMany(context, 'incidentIdsByRecord', (ids) =>
    incidentIdsBy(context.db, knownIncidents(context), 'subjectRecord', ids),
  )
  const found = await Promise.all(officer.recordIds.map((id) => loader.load(id)))
  return found.flat().sort()
}

export function incidentIdsOfAgency(context: Context, agency: Agency): Promise<readonly string[]> {
  return loaderOfMany(context, 'incidentIdsByAgency', (ids) =>
    incidentIdsBy(context.db, knownIncidents(context), 'agencyId', ids),
  ).load(agency.id)
}

/** The separation whose outcome an instance is. Where the field is withheld, the mask has put its error there. */
export function separationOf(context: Context, incident: Incident): Promise<Incident | null> | null {
  const { outcomeOf } = incident as { outcomeOf: unknown }
  return typeof outcomeOf === 'string' ? incidentById(context, outcomeOf) : (outcomeOf as null)
}
