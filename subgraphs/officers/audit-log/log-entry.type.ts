import { connectionType } from '../../kit/connection.js'
import { Field, ID, InputType, Int, ObjectType } from '../../kit/graphql.js'
import { Agency } from '../officer.type.js'

@ObjectType({
  description: 'A record of which something was disclosed. Its id stands for it: the log holds no values.',
})
export class LoggedRecord {
  @Field(() => String, { description: 'GraphQL type.' })
  type!: string

  @Field(() => String, { description: '`*` where records were counted and not shown.' })
  recordId!: string

  @Field(() => [String], { description: 'Data classes that were disclosed.' })
  classes!: string[]
}

@ObjectType({ description: 'One answer in which something about a person was disclosed, as the log holds it.' })
export class LogEntry {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { nullable: true, description: 'Place in the tree, from 0; null until the entry is in it.' })
  index!: number | null

  @Field(() => String, { description: 'Instant, UTC.' })
  at!: string

  @Field(() => String, { description: "Subject of the viewer's token." })
  viewer!: string

  @Field(() => String, {
    nullable: true,
    description: 'The partner service that acted for the viewer; null where the viewer came alone.',
  })
  service!: string | null

  @Field(() => Agency, { nullable: true })
  agency!: Agency | null

  @Field(() => String)
  jurisdiction!: string

  @Field(() => String)
  purpose!: string

  @Field(() => String, { nullable: true })
  caseReference!: string | null

  @Field(() => String, {
    description:
      'Its name among the persisted operations, or its root field (`several`), `/sha256:` and the hash of its text.',
  })
  operation!: string

  @Field(() => String, { description: 'Hash of the policy set that decided.' })
  policyVersion!: string

  @Field(() => [LoggedRecord])
  records!: LoggedRecord[]
}

export const LogEntryConnection = connectionType('LogEntry', () => LogEntry)

@InputType({ description: 'Which entries: those that fit all that is said.' })
export class LogFilter {
  @Field(() => ID, { nullable: true, description: 'Entries about this officer.' })
  officer?: string | null

  @Field(() => String, { nullable: true, description: "Subject of the viewer's token." })
  viewer?: string | null

  @Field(() => ID, { nullable: true })
  agency?: string | null

  @Field(() => String, { nullable: true, description: 'Purpose code.' })
  purpose?: string | null

  @Field(() => String, { nullable: true, description: 'First day, YYYY-MM-DD, UTC.' })
  from?: string | null

  @Field(() => String, { nullable: true, description: 'Last day, YYYY-MM-DD, UTC.' })
  until?: string | null
}
