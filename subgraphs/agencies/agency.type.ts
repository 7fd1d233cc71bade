import { connectionType } from '../kit/connection.js'
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from '../kit/graphql.js'
import { JurisdictionClassEnum } from '../kit/jurisdiction-class.js'

export enum AgencyKind {
  POLICE = 'POLICE',
  SHERIFF = 'SHERIFF',
  STATE_POLICE = 'STATE_POLICE',
  TRIBAL_POLICE = 'TRIBAL_POLICE',
  CORRECTIONS = 'CORRECTIONS',
  CAMPUS = 'CAMPUS',
  FEDERAL_AGENCY = 'FEDERAL_AGENCY',
  COMMISSION = 'COMMISSION',
  PROSECUTOR = 'PROSECUTOR',
  COURT = 'COURT',
  CREDENTIALING_BODY = 'CREDENTIALING_BODY',
  GRANTS_OFFICE = 'GRANTS_OFFICE',
  OVERSIGHT = 'OVERSIGHT',
  OTHER = 'OTHER',
}
registerEnumType(AgencyKind, { name: 'AgencyKind' })

@ObjectType({ description: 'An originating agency identifier: an attribute with history, validated, never a key.' })
export class AgencyOri {
  @Field(() => String)
  ori!: string

  @Field(() => Boolean, { description: 'Whether it has the form of an NCIC ORI: nine letters and digits.' })
  valid!: boolean

  @Field(() => String, { nullable: true })
  from!: string | null

  @Field(() => String, { nullable: true })
  until!: string | null
}

@Directive('@key(fields: "code")')
@ObjectType({ description: 'A sovereign, State or territory whose law governs the records that it owns.' })
export class Jurisdiction {
  @Field(() => ID)
  code!: string

  @Field(() => String, { nullable: true })
  name!: string | null

  @Field(() => JurisdictionClassEnum, { nullable: true })
  class!: JurisdictionClassEnum | null

  @Field(() => String, { nullable: true })
  uspsCode!: string | null

  @Field(() => String, { nullable: true })
  fipsCode!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The NCIC two-letter code, which is not always the USPS one (Nebraska is NB).',
  })
  ncicCode!: string | null
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A law-enforcement agency or another body that takes part.' })
export class Agency {
  @Field(() => ID)
  id!: string

  @Field(() => String, { nullable: true })
  name!: string | null

  @Field(() => AgencyKind, { nullable: true })
  kind!: AgencyKind | null

  @Field(() => JurisdictionClassEnum, { nullable: true })
  jurisdictionClass!: JurisdictionClassEnum | null

  @Field(() => String, { nullable: true })
  jurisdictionCode!: string | null

  @Field(() => [AgencyOri], { nullable: true })
  oris!: AgencyOri[] | null

  @Field(() => Int, { nullable: true })
  swornCount!: number | null

  parentId!: string | null
}

export const AgencyConnection = connectionType('Agency', () => Agency)

@InputType()
export class AgencyFilter {
  @Field(() => String, { nullable: true, description: 'Jurisdiction code, e.g. `US-OH`.' })
  jurisdiction?: string | null

  @Field(() => JurisdictionClassEnum, { nullable: true })
  jurisdictionClass?: JurisdictionClassEnum | null

  @Field(() => AgencyKind, { nullable: true })
  kind?: AgencyKind | null

  @Field(() => String, {
    nullable: true,
    description: 'A part of the name, at least two characters; upper and lower case are alike.',
  })
  nameContains?: string | null
}
