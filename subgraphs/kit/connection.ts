import { ComityError } from '../../contract/errors.js'
import { type CursorScope, decodeCursor, encodeCursor } from './cursor.js'
import { ArgsType, Directive, Field, Int, ObjectType } from './graphql.js'

export const PAGE_DEFAULT = 20
export const PAGE_MAX = 100
/** `totalCount` stops here (rulings.md, "Filters, sorts, counts"). */
export const COUNT_MAX = 10_000

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: `How many, 1 to ${PAGE_MAX}; ${PAGE_DEFAULT} if not said.` })
  first?: number | null

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after?: string | null
}

@Directive('@shareable')
@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean

  @Field(() => Boolean)
  hasPreviousPage!: boolean

  @Field(() => String, { nullable: true })
  startCursor!: string | null

  @Field(() => String, { nullable: true })
  endCursor!: string | null
}

@Directive('@shareable')
@ObjectType({ description: 'How many the viewer may know of: exactly, or at least that many.' })
export class BoundedCount {
  @Field(() => Int)
  value!: number

  @Field(() => Boolean, { description: `True where counting stopped at ${COUNT_MAX}.` })
  atLeast!: boolean
}

type NodeClass<T extends object> = abstract new () => T

/** The Relay connection and edge types of one node type. */
export function connectionType<T extends object>(name: string, node: () => NodeClass<T>) {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String)
    cursor!: string

    @Field(node)
    node!: T
  }

  @ObjectType(`${name}Connection`)
  class Connection {
    @Field(() => [Edge])
    edges!: Edge[]

    @Field(() => [node()], { description: 'The nodes of the edges, for readers who need no cursor of each.' })
    nodes!: T[]

    @Field(() => PageInfo)
    pageInfo!: PageInfo

    count!: () => Promise<BoundedCount>

    @Field(() => BoundedCount, { nullable: true, description: 'Computed only when asked for.' })
    totalCount(): Promise<BoundedCount> {
      return this.count()
    }
  }
  return Connection
}

/** A page to read: `take` is one more than asked, to know whether there is a next one. */
export interface Page {
  readonly first: number
  readonly take: number
  readonly afterId: string | null
  readonly scope: CursorScope
}

interface CursorContext {
  readonly viewer: { readonly subject: string }
  readonly secrets: { readonly cursor: Uint8Array }
}

/** @throws ComityError PAGE_TOO_LARGE, CURSOR_INVALID */
export function pageOf(context: CursorContext, list: string, filter: unknown, args: PageArgs): Page {
  const first = args.first ?? PAGE_DEFAULT
  if (first < 1 || first > PAGE_MAX) throw new ComityError('PAGE_TOO_LARGE', `first: ${first}.`)
  const scope: CursorScope = { viewer: context.viewer.subject, list, filter }
  const afterId = args.after ? decodeCursor(context.secrets.cursor, scope, args.after) : null
  return { first, take: first + 1, afterId, scope }
}

export interface ConnectionShape<T> {
  readonly edges: { cursor: string; node: T }[]
  readonly nodes: T[]
  readonly pageInfo: PageInfo
  readonly count: () => Promise<BoundedCount>
}

/** Cuts the row too many off and makes the connection. `placeOf`: the id in whose order the list is, if not the row's own. */
export function toConnection<T extends { id: string }>(
  context: CursorContext,
  page: Page,
  rows: readonly T[],
  count: () => Promise<number>,
  placeOf: (row: T) => string = ({ id }) => id,
): ConnectionShape<T> {
  const nodes = rows.slice(0, page.first)
  const edges = nodes.map((node) => ({ node, cursor: encodeCursor(context.secrets.cursor, page.scope, placeOf(node)) }))
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.afterId !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count: async () => {
      const value = await count()
      return { value: Math.min(value, COUNT_MAX), atLeast: value > COUNT_MAX }
    },
  }
}
