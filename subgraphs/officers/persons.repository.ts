import type { OfficersDb } from '../../prisma/client.js'

/**
 * Which officers are one person. An identity record keeps the officer id that it came with; what links change is which
 * officers are joined (docs/adr/0016). An officer that nothing joins is a person by itself.
 */
export interface Persons {
  /** One id for all officers of a person. Never shown: it may be the id of an officer of whom the viewer may not know. */
  personOf(officerId: string): string
  /** All officers of the same person, the asked one among them. */
  officersOf(officerId: string): readonly string[]
}

interface Row {
  readonly person: string
  readonly id: string
}

/** One statement, whether or not there are such officers. */
export async function personsOf(db: Pick<OfficersDb, '$queryRaw'>, officerIds: readonly string[]): Promise<Persons> {
  const rows = await db.$queryRaw<Row[]>`
    with asked as (
      select distinct coalesce(joined_id, id) as person from officers.officer where id = any(${[...officerIds]}::text[])
    )
    select person, person as id from asked
    union all
    select o.joined_id, o.id from officers.officer o where o.joined_id in (select person from asked)`
  const person = new Map(rows.map((row) => [row.id, row.person]))
  const officers = new Map<string, string[]>()
  for (const row of rows) officers.set(row.person, [...(officers.get(row.person) ?? []), row.id])
  const personOf = (officerId: string): string => person.get(officerId) ?? officerId
  return { personOf, officersOf: (officerId) => officers.get(personOf(officerId)) ?? [officerId] }
}

/** The officers of the same persons as these, without doubles. */
export function allOfficers(persons: Persons, officerIds: readonly string[]): string[] {
  return [...new Set(officerIds.flatMap((id) => persons.officersOf(id)))]
}

/** The id under which a person is shown: the least of the officers of whom the viewer may know. */
export function leastOf(officerIds: Iterable<string>): string {
  return [...officerIds].reduce((least, id) => (id < least ? id : least))
}
