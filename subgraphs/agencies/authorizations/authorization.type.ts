import { INCIDENT_KINDS } from '../../../policy/index.js'
import { enumOf } from '../../kit/enum-of.js'
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '../../kit/graphql.js'
import { JurisdictionClassEnum } from '../../kit/jurisdiction-class.js'

export const INSTRUMENTS = ['CONSENT', 'STATUTE', 'COMPACT', 'ROUTINE_USE'] as const
export type Instrument = (typeof INSTRUMENTS)[number]
export const InstrumentEnum = enumOf(INSTRUMENTS)
registerEnumType(InstrumentEnum, { name: 'AuthorizationInstrument', description: 'What an owner authorizes by.' })

export const AUTHORIZATION_STATES = ['TO_COME', 'IN_FORCE', 'EXPIRED', 'REVOKED'] as const
export type AuthorizationState = (typeof AUTHORIZATION_STATES)[number]
export const AuthorizationStateEnum = enumOf(AUTHORIZATION_STATES)
registerEnumType(AuthorizationStateEnum, { name: 'AuthorizationState' })

const PURPOSES = 'Purpose codes: `J`, `C`, `hub:CERT`.'
const RECIPIENTS = 'Jurisdiction codes, classes such as `STATE`, hub ids of agencies, or `*` for everyone.'
const CLASSES = 'Data classes, `P1` to `P10`. Without `P1` nobody may know that a record is there, and nothing opens.'
const KINDS = `Kinds of records: ${INCIDENT_KINDS.join(', ')}, NONE (identity, spells, certificates), or \`*\` for every kind.`
const UNTIL = 'The first day on which it no longer holds.'

@ObjectType({
  description: 'What an owner has authorized others to see: a tribal consent, a statute, a compact, a routine use.',
})
export class OwnerAuthorization {
  @Field(() => ID)
  id!: string

  @Field(() => InstrumentEnum)
  instrument!: Instrument

  @Field(() => AuthorizationStateEnum)
  state!: AuthorizationState

  @Field(() => String, { description: "The owner's own number of the instrument." })
  reference!: string

  @Field(() => String)
  citation!: string

  @Field(() => [String], { description: PURPOSES })
  purposes!: readonly string[]

  @Field(() => [String], { description: RECIPIENTS })
  recipients!: readonly string[]

  @Field(() => [String], { description: CLASSES })
  classes!: readonly string[]

  @Field(() => [String], { description: KINDS })
  kinds!: readonly string[]

  @Field(() => String)
  from!: string

  @Field(() => String, { description: UNTIL })
  until!: string

  @Field(() => String, { description: 'ISO instant.' })
  recordedAt!: string

  @Field(() => String, { nullable: true, description: 'ISO instant; from then on nothing is seen under it.' })
  revokedAt!: string | null
}

@InputType()
export class AuthorizationInput {
  @Field(() => InstrumentEnum)
  instrument!: Instrument

  @Field(() => String, { description: "The owner's own number of the instrument, e.g. of a resolution." })
  reference!: string

  @Field(() => String)
  citation!: string

  @Field(() => [String], { description: PURPOSES })
  purposes!: string[]

  @Field(() => [String], { description: RECIPIENTS })
  recipients!: string[]

  @Field(() => [String], { description: CLASSES })
  classes!: string[]

  @Field(() => [String], { description: KINDS })
  kinds!: string[]

  @Field(() => String, { description: 'The first day on which it holds, `2026-03-01`.' })
  from!: string

  @Field(() => String, { description: UNTIL })
  until!: string
}

@ObjectType({ description: 'A class of data that would newly open, of one type of record.' })
export class OpenedClass {
  @Field(() => String)
  dataClass!: string

  @Field(() => String, { description: 'What is in the class.' })
  title!: string

  @Field(() => String)
  recordType!: string

  @Field(() => [String], { description: 'Fields of this API, `Incident.kind`.' })
  fields!: readonly string[]

  @Field(() => Int, {
    description: 'How many of your own records would open so far, each to whoever has a case about it.',
  })
  records!: number
}

@ObjectType({ description: 'What would newly open to one role, for one purpose, among one kind of recipient.' })
export class AuthorizationOpening {
  @Field(() => String)
  role!: string

  @Field(() => String)
  purpose!: string

  @Field(() => String, { description: 'As the authorization names them.' })
  recipient!: string

  @Field(() => JurisdictionClassEnum)
  recipientClass!: JurisdictionClassEnum

  @Field(() => Int, { description: 'Records that a candidate would be compared with, without being shown them.' })
  compared!: number

  @Field(() => [OpenedClass])
  classes!: OpenedClass[]
}

@ObjectType({ description: 'How many of your own records an authorization is about.' })
export class ConcernedRecords {
  @Field(() => String)
  recordType!: string

  @Field(() => String)
  kind!: string

  @Field(() => Int)
  records!: number
}

@ObjectType({
  description:
    'Who would see what under an authorization that nobody has recorded. It supposes the most: a live case, a waiver that ' +
    'covers it, and the person of the record opened by it.',
})
export class AuthorizationPreview {
  @Field(() => String, { description: 'Hash of the policy set that was asked.' })
  policyVersion!: string

  @Field(() => [ConcernedRecords])
  concerns!: ConcernedRecords[]

  @Field(() => [AuthorizationOpening])
  opens!: AuthorizationOpening[]
}
