import { connectionType } from '../../kit/connection.js'
import { enumOf } from '../../kit/enum-of.js'
import { Field, Float, ID, InputType, ObjectType, registerEnumType } from '../../kit/graphql.js'
import { IdentifierInput, IdentifierKind } from '../check/adjudication.input.js'
import { MatchExplanation } from '../check/check.type.js'
import { Agency, Officer } from '../officer.type.js'

export const LINK_STATES = ['PROPOSED', 'CONFIRMED', 'REJECTED', 'CONTESTED', 'UNLINKED'] as const
export type LinkState = (typeof LINK_STATES)[number]
export const LinkStateEnum = enumOf(LINK_STATES)
registerEnumType(LinkStateEnum, {
  name: 'OfficerLinkState',
  description:
    'Only a CONFIRMED link makes two records one person. CONTESTED: the officer says that one of them is of somebody else; ' +
    'until a person has decided, it is.',
})

const LINK_METHODS = ['PERSON', 'MATCHER'] as const
export type LinkMethod = (typeof LINK_METHODS)[number]
const LinkMethodEnum = enumOf(LINK_METHODS)
registerEnumType(LinkMethodEnum, {
  name: 'OfficerLinkMethod',
  description: 'Who thought of it. A person decides on either.',
})

export enum LinkDecision {
  CONFIRM = 'CONFIRM',
  REJECT = 'REJECT',
}
registerEnumType(LinkDecision, { name: 'OfficerLinkDecision' })

@ObjectType({ description: 'One of the two records of a link.' })
export class OfficerLinkEnd {
  @Field(() => ID, { description: 'Names this end of this link.' })
  id!: string

  @Field(() => String, { description: "Jurisdiction of the record's owner." })
  jurisdiction!: string

  recordId!: string

  @Field(() => Officer, { nullable: true, description: 'Null where the viewer may not know of the record.' })
  officer!: Officer | null
}

@ObjectType({ description: 'One step in the history of a link.' })
export class OfficerLinkStep {
  @Field(() => ID)
  id!: string

  @Field(() => LinkStateEnum, { description: 'The state that it led to.' })
  state!: LinkState

  @Field(() => String, { description: 'Instant, UTC: when it was recorded.' })
  at!: string

  @Field(() => String, { description: 'Instant, UTC: from when on it holds.' })
  effectiveAt!: string

  @Field(() => Agency, { nullable: true, description: 'Whose step it was; null where it was the officer.' })
  agency!: Agency | null

  @Field(() => String, {
    nullable: true,
    description: 'As it was written, for whoever keeps the record for which it was.',
  })
  reason!: string | null

  @Field(() => [IdentifierKind], { description: 'What it was confirmed on.' })
  identifierKinds!: IdentifierKind[]

  @Field(() => LinkMethodEnum)
  method!: LinkMethod

  @Field(() => Float)
  score!: number

  @Field(() => [String])
  gates!: string[]

  @Field(() => String)
  modelVersion!: string
}

export const OfficerLinkStepConnection = connectionType('OfficerLinkStep', () => OfficerLinkStep)

@ObjectType({
  description: 'That two identity records of two owners are of one person: proposed, decided by a person, reversible.',
})
export class OfficerLink {
  @Field(() => ID)
  id!: string

  @Field(() => LinkStateEnum)
  state!: LinkState

  @Field(() => LinkMethodEnum)
  method!: LinkMethod

  @Field(() => Float, { description: '0 to 1, as the matcher compares the two records.' })
  score!: number

  @Field(() => [MatchExplanation])
  explanations!: MatchExplanation[]

  @Field(() => [String], { description: 'Sentences: what the matcher would have a person look at.' })
  gates!: string[]

  @Field(() => String)
  modelVersion!: string

  @Field(() => String, { description: 'Instant, UTC.' })
  proposedAt!: string

  @Field(() => [OfficerLinkEnd])
  ends!: OfficerLinkEnd[]
}

export const OfficerLinkConnection = connectionType('OfficerLink', () => OfficerLink)

@InputType()
export class ProposeOfficerLinksInput {
  @Field(() => ID, { description: 'An officer of whom you keep an identity record.' })
  officerId!: string

  @Field(() => ID, {
    nullable: true,
    description: "The officer who may be the same person; if not said, the matcher looks among other owners' records.",
  })
  otherOfficerId?: string | null

  @Field(() => String, { nullable: true, description: 'Needed with `otherOfficerId`.' })
  reason?: string | null
}

@InputType()
export class AdjudicateOfficerLinkInput {
  @Field(() => ID)
  linkId!: string

  @Field(() => LinkDecision)
  decision!: LinkDecision

  @Field(() => String)
  reason!: string

  @Field(() => [IdentifierInput], { nullable: true, description: 'To confirm: at least two of different kinds.' })
  identifiers?: IdentifierInput[] | null
}

@InputType()
export class UnlinkOfficersInput {
  @Field(() => ID)
  linkId!: string

  @Field(() => String)
  reason!: string
}

@InputType()
export class ClaimNotMeInput {
  @Field(() => ID, { description: 'The end of a confirmed link whose record is of somebody else.' })
  endId!: string

  @Field(() => String, { description: 'In your own words; whoever keeps your own record reads it.' })
  statement!: string
}
