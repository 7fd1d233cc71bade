import type { OfficersDb } from '../../prisma/client.js'
import type { DisclosureEntry } from '../../prisma/client/client.js'
import { connectionType, PageArgs, pageOf, toConnection } from '../kit/connection.js'
import { Args, Ctx, Field, ID, ObjectType, Query, Resolver } from '../kit/graphql.js'
import type { Context } from './context.js'
import { Agency, agencyRef } from './officer.type.js'

@ObjectType({ description: "One answer in which something about the viewer's own person was disclosed." })
export class Disclosure {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'Instant, UTC.' })
  at!: string

  @Field(() => Agency, { nullable: true })
  agency!: Agency | null

  @Field(() => String)
  jurisdiction!: string

  @Field(() => String)
  purpose!: string

  @Field(() => [String], { description: "Data classes, not values: the log holds no person's data." })
  classes!: string[]
}

export const DisclosureConnection = connectionType('Disclosure', () => Disclosure)

interface LoggedRecord {
  readonly subjects?: readonly string[]
  readonly classes: readonly string[]
}

function toDisclosure(row: DisclosureEntry, self: readonly string[]): Disclosure {
  // Written by the gateway from contract/disclosure.ts.
  const records = (row.records as unknown as LoggedRecord[]).filter((record) =>
    record.subjects?.some((subject) => self.includes(subject)),
  )
  return {
    id: row.id,
    at: row.at.toISOString(),
    agency: row.agency === 'NONE' ? null : agencyRef(row.agency),
    jurisdiction: row.jurisdiction,
    purpose: row.purpose,
    classes: [...new Set(records.flatMap((record) => record.classes))].sort(),
  }
}

async function entriesAbout(
  db: OfficersDb,
  self: readonly string[],
  beforeId: string | null,
  take: number,
): Promise<DisclosureEntry[]> {
  const before =
    beforeId === null ? null : await db.disclosureEntry.findUnique({ where: { id: beforeId }, select: { seq: true } })
  return db.disclosureEntry.findMany({
    where: { subjects: { hasSome: [...self] }, ...(before && { seq: { lt: before.seq } }) },
    orderBy: { seq: 'desc' },
    take,
  })
}

/** Who saw me: the accounting of disclosures of the viewer's own identity records, the latest first. */
async function disclosuresOf(context: Context, args: PageArgs) {
  const page = pageOf(context, 'Query.disclosures', null, args)
  const rows = context.self.length === 0 ? [] : await entriesAbout(context.db, context.self, page.afterId, page.take)
  const count = () => context.db.disclosureEntry.count({ where: { subjects: { hasSome: [...context.self] } } })
  return toConnection(
    context,
    page,
    rows.map((row) => toDisclosure(row, context.self)),
    count,
  )
}

@Resolver(() => Disclosure)
export class DisclosureResolver {
  @Query(() => DisclosureConnection, {
    nullable: true,
    description: 'To a data subject: who received what class of data about them, and when.',
  })
  disclosures(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return disclosuresOf(context, page)
  }
}
