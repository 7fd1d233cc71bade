import { connectionType } from '../../kit/connection.js'
import { enumOf } from '../../kit/enum-of.js'
import { Field, ID, Int, ObjectType, registerEnumType } from '../../kit/graphql.js'
import { Agency } from '../officer.type.js'

/** What the rule against fishing counts (subgraphs/officers/check/fishing.ts). */
export const FLAG_KINDS = [
  'CANDIDATES_BY_VIEWER',
  'CANDIDATES_BY_AGENCY',
  'VARIATIONS_OF_CANDIDATE',
  'DISMISSED_IN_SERIES',
  'ATTEMPTS_EXHAUSTED',
] as const
export type FlagKind = (typeof FLAG_KINDS)[number]
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
