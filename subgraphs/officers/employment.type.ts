import { connectionType } from '../kit/connection.js'
import { Directive, Field, ID, ObjectType, registerEnumType } from '../kit/graphql.js'
import { PartialDate } from '../kit/partial-date.js'
import { Agency } from './officer.type.js'

export enum OfficerClass {
  SWORN = 'SWORN',
  RESERVE = 'RESERVE',
  CORRECTIONS = 'CORRECTIONS',
  CIVILIAN = 'CIVILIAN',
}
registerEnumType(OfficerClass, { name: 'OfficerClass' })

export enum Separation {
  RESIGNED = 'RESIGNED',
  RETIRED = 'RETIRED',
  DISCHARGED = 'DISCHARGED',
  OTHER = 'OTHER',
  NONE = 'NONE',
}
registerEnumType(Separation, {
  name: 'Separation',
  description: 'The mapped reason (class P3b). `NONE`: not separated.',
})

export enum YesNoUnknown {
  YES = 'YES',
  NO = 'NO',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(YesNoUnknown, { name: 'YesNoUnknown' })

@Directive('@key(fields: "id")')
@ObjectType({ description: 'One spell of employment, as its owner recorded it.' })
export class Employment {
  @Field(() => ID)
  id!: string

  @Field(() => Agency, { nullable: true })
  agency!: Agency | null

  @Field(() => PartialDate, { nullable: true })
  start!: PartialDate | null

  @Field(() => PartialDate, { nullable: true })
  end!: PartialDate | null

  @Field(() => Boolean, { nullable: true })
  ended!: boolean | null

  @Field(() => String, { nullable: true })
  rank!: string | null

  @Field(() => OfficerClass, { nullable: true })
  officerClass!: OfficerClass | null

  @Field(() => Separation, { nullable: true })
  separation!: Separation | null

  @Field(() => String, { nullable: true, description: 'The reason as the source wrote it.' })
  separationRaw!: string | null

  @Field(() => String, { nullable: true })
  separationCodeSystem!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The meaning of a code can end on a date: the version says which list it is from.',
  })
  separationCodeVersion!: string | null

  @Field(() => YesNoUnknown, { nullable: true, description: 'Whether an investigation was active at separation.' })
  investigationActive!: YesNoUnknown | null

  @Field(() => YesNoUnknown, { nullable: true })
  investigationRelatesForce!: YesNoUnknown | null

  @Field(() => String, { nullable: true })
  ownerJurisdiction!: string | null

  subjectRecord!: string
}

export const EmploymentConnection = connectionType('Employment', () => Employment)
