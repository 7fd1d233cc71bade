import type { OfficersDb, Tx } from '../../../prisma/client.js'
import { leastOf } from '../persons.repository.js'

/** Names the transaction lock under which links change, one after the other: any constant of its own. */
const LINKING = 7_201_975

/** Two changes at once would each join by links that the other is changing. */
export async function takeTurns(tx: Tx<OfficersDb>): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${LINKING})`
}

/** The officers that confirmed links join with this one, itself among them: one statement, however many there are. */
async function reachedFrom(tx: Tx<OfficersDb>, officerId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive reached(id) as (
      select ${officerId}::text
      union
      select other.officer_id
        from reached
        join officers.identity_record own on own.officer_id = reached.id
       cross join lateral (
             select second_record as id from officers.officer_link where first_record = own.id and state = 'CONFIRMED'
             union all
             select first_record from officers.officer_link where second_record = own.id and state = 'CONFIRMED') as l
        join officers.identity_record other on other.id = l.id)
    select id from reached`
  return rows.map(({ id }) => id)
}

/**
 * Makes the officers on either side of a link one person, or two, as the confirmed links now say. No identity record is
 * touched: each keeps its officer, its owner and its values, and an officer that nothing joins any more is what it was.
 * @returns the officers of either side, the same ones where a link joins them
 */
export async function joinAsLinked(
  tx: Tx<OfficersDb>,
  ends: readonly [string, string],
): Promise<readonly [string[], string[]]> {
  const [one, other] = [await reachedFrom(tx, ends[0]), await reachedFrom(tx, ends[1])]
  for (const officers of [one, other]) {
    const person = leastOf(officers)
    await tx.officer.updateMany({ where: { id: person }, data: { joinedId: null } })
    await tx.officer.updateMany({
      where: { id: { in: officers.filter((id) => id !== person) } },
      data: { joinedId: person },
    })
  }
  return [one, other]
}

/**
 * What a case opened of a person because of a link that no longer stands is closed. It does not open again by itself: a
 * grant names the records of a check, and no later link adds one.
 */
export async function endStrayGrants(tx: Tx<OfficersDb>, officers: readonly string[], now: Date): Promise<void> {
  const records = await tx.identityRecord.findMany({
    where: { officerId: { in: [...officers] } },
    select: { id: true, officerId: true },
  })
  const officerOf = new Map(records.map(({ id, officerId }) => [id, officerId]))
  const grants = await tx.grant.findMany({ where: { endedAt: null, subjectRecord: { in: [...officerOf.keys()] } } })
  // By all links, whoever may know of their records: what a case has open is no answer to anybody.
  const joined = await tx.officer.findMany({
    where: { id: { in: [...officers, ...grants.map(({ officerId }) => officerId)] } },
    select: { id: true, joinedId: true },
  })
  const persons = new Map(joined.map(({ id, joinedId }) => [id, joinedId ?? id]))
  const stray = grants.filter(
    ({ officerId, subjectRecord }) => persons.get(officerId) !== persons.get(officerOf.get(subjectRecord) ?? officerId),
  )
  await tx.grant.updateMany({ where: { id: { in: stray.map(({ id }) => id) } }, data: { endedAt: now } })
}

/** The records of these officers are not the login's any more, as long as the link that says so is not confirmed. */
export async function suspendSelf(
  tx: Tx<OfficersDb>,
  subject: string,
  officers: readonly string[],
  linkId: string,
): Promise<void> {
  const records = await tx.identityRecord.findMany({
    where: { officerId: { in: [...officers] } },
    select: { id: true },
  })
  await tx.subjectLink.updateMany({
    where: { subject, subjectRecord: { in: records.map(({ id }) => id) }, suspendedBy: null },
    data: { suspendedBy: linkId },
  })
}

export async function restoreSelf(tx: Tx<OfficersDb>, linkId: string): Promise<void> {
  await tx.subjectLink.updateMany({ where: { suspendedBy: linkId }, data: { suspendedBy: null } })
}
