import { askedOf, Explanation, explanationOf } from '../kit/explanation.js'
import { Directive, ObjectType } from '../kit/graphql.js'
import { loaderById, loaderOfMany } from '../kit/loader.js'
import { type Context, knownRecords, knownSpells } from './context.js'
import { spellFactsById } from './employment.repository.js'
import { identityFactsOf } from './officer.repository.js'

@Directive('@key(fields: "id field")')
@ObjectType({ implements: Explanation })
export class OfficerExplanation extends Explanation {}

@Directive('@key(fields: "id field")')
@ObjectType({ implements: Explanation })
export class EmploymentExplanation extends Explanation {}

export async function explainOfficer(reference: Record<string, unknown>, context: Context): Promise<Explanation> {
  const asked = askedOf(reference)
  const facts = await loaderOfMany(context, 'identityFacts', (ids) =>
    identityFactsOf(context.db, context.access, knownRecords(context), ids),
  ).load(asked.id)
  return explanationOf(context, 'Officer', 'IdentityRecord', asked, facts)
}

export async function explainEmployment(reference: Record<string, unknown>, context: Context): Promise<Explanation> {
  const asked = askedOf(reference)
  const facts = await loaderById(context, 'spellFacts', (ids) =>
    spellFactsById(context.db, context.access, knownSpells(context), ids),
  ).load(asked.id)
  return explanationOf(context, 'Employment', 'Employment', asked, facts ? [facts] : [])
}
