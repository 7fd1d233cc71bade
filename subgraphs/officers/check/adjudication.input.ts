import { Field, ID, InputType, registerEnumType } from '../../kit/graphql.js'

export enum AdjudicationDecision {
  CONFIRM = 'CONFIRM',
  DISMISS = 'DISMISS',
}
registerEnumType(AdjudicationDecision, { name: 'AdjudicationDecision' })

export enum IdentifierKind {
  DATE_OF_BIRTH = 'DATE_OF_BIRTH',
  CERTIFICATE_NUMBER = 'CERTIFICATE_NUMBER',
  EMPLOYMENT_HISTORY = 'EMPLOYMENT_HISTORY',
  GOVERNMENT_ID = 'GOVERNMENT_ID',
  FINGERPRINT = 'FINGERPRINT',
  PHOTOGRAPH = 'PHOTOGRAPH',
}
registerEnumType(IdentifierKind, {
  name: 'IdentifierKind',
  description: 'What a match may be confirmed on. A name is none.',
})

@InputType()
export class IdentifierInput {
  @Field(() => IdentifierKind)
  kind!: IdentifierKind

  @Field(() => String, { description: 'Where it was compared: the document, or the office that was called.' })
  comparedWith!: string
}

@InputType()
export class AdjudicationInput {
  @Field(() => ID)
  matchId!: string

  @Field(() => AdjudicationDecision)
  decision!: AdjudicationDecision

  @Field(() => String)
  reason!: string

  @Field(() => [IdentifierInput], { nullable: true, description: 'To confirm: at least two of different kinds.' })
  identifiers?: IdentifierInput[] | null
}
