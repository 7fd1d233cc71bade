import { askedOf, Explanation, explanationOf } from '../kit/explanation.js'
import { Directive, ObjectType } from '../kit/graphql.js'
import { loaderById } from '../kit/loader.js'
import { certificationFactsOf } from './certification.repository.js'
import { type Context, knownCertifications } from './context.js'

@Directive('@key(fields: "id field")')
@ObjectType({ implements: Explanation })
export class CertificationExplanation extends Explanation {}

export async function explainCertification(reference: Record<string, unknown>, context: Context): Promise<Explanation> {
  const asked = askedOf(reference)
  const facts = await loaderById(context, 'certificationFacts', (ids) =>
    certificationFactsOf(context.db, context.access, knownCertifications(context), ids),
  ).load(asked.id)
  return explanationOf(context, 'Certification', 'Certification', asked, facts ? [facts] : [])
}
