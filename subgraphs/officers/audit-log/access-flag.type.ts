import { connectionType } from '../../kit/connection.js'
import { enumOf } from '../../kit/enum-of.js'
import { Field, ID, Int, ObjectType, registerEnumType } from '../../kit/graphql.js'
import { FLAG_KINDS, type FlagKind } from '../check/fishing-thresholds.js'
import { Agency } from '../officer.type.js'

const FlagKindEnum = enumOf(FLAG_KINDS)
registerEnumType(FlagKindEnum, { name: 'AccessFlagKind', description: 'What was counted, and was unusually much.' })

@ObjectType({ description: 'An unusual number of requests. It accuses nobody: an auditor asks what they were for.' })
export class AccessFlag {
  @Field(() => ID)
  id!: string

  @Field(() => FlagKindEnum)
  kind!: FlagKind

  @Field(() => String, { description: "Subject of the viewer's token." })
  viewer!: string

  @Field(() => Agency, { nullable: true })
  agency!: Agency | null

  @Field(() => Int)
  counted!: number

  @Field(() => Int, { description: 'From how many on it is unusual.' })
  threshold!: number

  @Field(() => String, { description: 'Instant, UTC: counted from here.' })
  since!: string

  @Field(() => String, { description: 'Instant, UTC.' })
  at!: string
}

export const AccessFlagConnection = connectionType('AccessFlag', () => AccessFlag)
