import { Directive, Field, ID, ObjectType } from '../kit/graphql.js'

@Directive('@key(fields: "id")')
@ObjectType()
export class Agency {
  @Field(() => ID)
  id!: string
}

/** A reference that the agencies subgraph resolves. */
export function agencyRef(id: string): Agency {
  return Object.assign(new Agency(), { id })
}

@Directive('@key(fields: "recordId")')
@ObjectType()
export class Officer {
  @Directive('@inaccessible')
  @Field(() => ID)
  recordId!: string

  @Directive('@external')
  @Field(() => [ID])
  recordIds!: string[]
}

/** A reference that the officers subgraph resolves: it has no `id`, so the gateway has to ask. */
export function officerRef(recordId: string): Officer | null {
  return recordId === 'NONE' ? null : Object.assign(new Officer(), { recordId })
}
