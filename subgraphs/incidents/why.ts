import { askedOf, Explanation, explanationOf } from '../kit/explanation.js'
import { Directive, ObjectType } from '../kit/graphql.js'
import { loaderById } from '../kit/loader.js'
import { type Context, knownIncidents } from './context.js'
import { incidentFactsOf } from './incident.repository.js'

@Directive('@key(fields: "id field")')
@ObjectType({ implements: Explanation })
export class IncidentExplanation extends Explanation {}

export async function explainIncident(reference: Record<string, unknown>, context: Context): Promise<Explanation> {
  const asked = askedOf(reference)
  const facts = await loaderById(context, 'incidentFacts', (ids) =>
    incidentFactsOf(context.db, context.access, knownIncidents(context), ids),
  ).load(asked.id)
  return explanationOf(context, 'Incident', 'Incident', asked, facts ? [facts] : [])
}
