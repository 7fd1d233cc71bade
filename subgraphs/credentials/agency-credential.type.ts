import { connectionType } from '../kit/connection.js'
import { Directive, Field, ID, ObjectType } from '../kit/graphql.js'
import { type CredentialStatus, CredentialStatusEnum } from './enums.js'
import { Agency } from './references.type.js'

@Directive('@key(fields: "id")')
@ObjectType({ description: "An agency's credential from an independent credentialing body (EO 13929 Sec. 2(b))." })
export class AgencyCredential {
  @Field(() => ID)
  id!: string

  @Field(() => Agency, { nullable: true })
  agency!: Agency | null

  @Field(() => Agency, { nullable: true, description: 'The credentialing body.' })
  body!: Agency | null

  @Field(() => String, { nullable: true, description: "The body's name, as it stands in the credential." })
  bodyName!: string | null

  @Field(() => String, { nullable: true })
  standard!: string | null

  @Field(() => String, { nullable: true })
  standardVersion!: string | null

  @Field(() => CredentialStatusEnum, { nullable: true })
  status!: CredentialStatus | null

  @Field(() => String, { nullable: true, description: 'ISO date.' })
  from!: string | null

  @Field(() => String, { nullable: true, description: 'ISO date; the last day for which it is held.' })
  until!: string | null
}

export const AgencyCredentialConnection = connectionType('AgencyCredential', () => AgencyCredential)
