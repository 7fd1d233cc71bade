import type { RowScope } from '../../policy/index.js'
import { NOTHING } from '../../prisma/where.js'
import { toSql } from '../../prisma/where-sql.js'

/**
 * Which officers are one person, as far as a viewer may know of the records by whose links they are. An identity record
 * keeps the officer id that it came with; what links change is which officers are joined (docs/adr/0016). An officer that
 * nothing joins is a person by itself.
 */
export interface Persons {
  /** One id for all officers of a person: the least of them. */
  personOf(officerId: string): string
  /** All officers of the same person, the asked one among them. */
  officersOf(officerId: string): readonly string[]
}

/** What the look-up needs of a Prisma client. */
interface PersonsDb {
  $queryRawUnsafe<T>(query: string, ...values: unknown[]): Promise<T>
}

/** Two officers of whom a confirmed link says that they are one person. */
interface Joint {
  readonly one: string
  readonly other: string
}

/**
 * The persons of these officers by the confirmed links between records in scope. The scope stands on both ends of each
 * link, inside the search: a record out of it joins nobody, and neither leads on to what lies behind it nor comes back.
 * One statement, whether or not there are such officers.
 */
export async function personsOf(db: PersonsDb, scope: RowScope, officerIds: readonly string[]): Promise<Persons> {
  const from = toSql(scope, { alias: 'a', from: 2 })
  const to = toSql(scope, { alias: 'b', from: 2 })
  if (from === NOTHING || to === NOTHING) return grouped([])
  // The sub-select hides from the planner how many are asked: of 64 it expects so much that the server compiles first (jit).
  // `offset 0` has the planner follow the links row by row, each step by an index: joined as it likes, it reads every
  // identity record there is (measured at 5,000 officers: 5 ms instead of 1.7 on the embedded database).
  const joints = await db.$queryRawUnsafe<Joint[]>(
    `
with recursive joint(one, other) as (
  select id, id from unnest((select $1::text[])) as asked(id)
  union
  select here.officer_id, there.officer_id
    from joint j
   cross join lateral (
         select a.id, a.officer_id from officers.identity_record a
          where a.officer_id = j.other and ${from.sql} offset 0) as here
   cross join lateral (
         select second_record as id from officers.officer_link where first_record = here.id and state = 'CONFIRMED'
         union all
         select first_record from officers.officer_link where second_record = here.id and state = 'CONFIRMED'
         offset 0) as l
   cross join lateral (
         select b.officer_id from officers.identity_record b where b.id = l.id and ${to.sql} offset 0) as there)
select one, other from joint where one <> other`,
    [...officerIds],
    ...from.values,
  )
  return grouped(joints)
}

function grouped(joints: readonly Joint[]): Persons {
  const groups = new Map<string, readonly string[]>()
  const officersOf = (id: string): readonly string[] => groups.get(id) ?? [id]
  for (const { one, other } of joints) {
    const both = [...new Set([...officersOf(one), ...officersOf(other)])].sort()
    for (const id of both) groups.set(id, both)
  }
  return { officersOf, personOf: (id) => officersOf(id)[0] ?? id }
}

/** The officers of the same persons as these, without doubles. */
export function allOfficers(persons: Persons, officerIds: readonly string[]): string[] {
  return [...new Set(officerIds.flatMap((id) => persons.officersOf(id)))]
}

/** The id under which a person is shown: the least of the officers of whom the viewer may know. */
export function leastOf(officerIds: Iterable<string>): string {
  return [...officerIds].reduce((least, id) => (id < least ? id : least))
}
