import type { IncidentsDb } from '../../prisma/client.js'
import type { SubgraphDefinition } from '../kit/subgraph.js'
import { incidentById } from './context.js'
import { AgencyResolver, IncidentResolver, OfficerResolver } from './incident.resolver.js'
import { Agency, Incident, Officer } from './incident.type.js'
import { explainIncident, IncidentExplanation } from './why.js'

/** Instances of EO 13929 Sec. 3, their admission and their reversal. */
export const incidents: SubgraphDefinition<IncidentsDb> = {
  name: 'incidents',
  resolvers: [IncidentResolver, OfficerResolver, AgencyResolver],
  orphanedTypes: [Incident, Officer, Agency, IncidentExplanation],
  references: {
    Incident: (reference, context) => incidentById(context, String(reference['id'])),
    IncidentExplanation: explainIncident,
    // What the officers subgraph said of the person, for `@requires`; rows are looked up in the viewer's own scope.
    Officer: (reference) => ({
      recordId: String(reference['recordId']),
      recordIds: recordIdsOf(reference['recordIds']),
    }),
    Agency: (reference) => ({ id: String(reference['id']) }),
  },
}

function recordIdsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}
