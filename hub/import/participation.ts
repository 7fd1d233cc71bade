import type { ImportConnection } from './database.js'
import type { ImportPlan, IsoDate } from './plan.js'
import type { SourceAuthority } from './profile.js'

/** The latest decision in the list: until then it covers. Null for a directory. */
function coveredUntil(plan: ImportPlan): IsoDate | null {
  const days = plan.entries.flatMap((entry) => (entry.type === 'PERSON' ? (entry.incident?.decidedOn ?? []) : []))
  return days.sort().at(-1) ?? null
}

/*
 * Terms that an operator recorded stand; those of an earlier import learn how far the list reaches now. In a demo, whose
 * own terms are invented, the source speaks for itself once its real list is there: whoever is told of a real person is
 * told of the real office.
 */
const RECORD = `
insert into hub.participation (jurisdiction, name, owner_class, participates, can_decertify, kinds, coverage_from,
  coverage_until, as_of, statement, next_unit)
values ($1, $2, $3, 'FULL', true, $4, $5, $6, $7, $8, $9)
on conflict (jurisdiction) do update set
  kinds = excluded.kinds, coverage_from = excluded.coverage_from, coverage_until = excluded.coverage_until,
  as_of = excluded.as_of, statement = excluded.statement, next_unit = excluded.next_unit,
  next_phone = null, next_form = null, next_days = null
where (participation.next_unit = excluded.next_unit and participation.coverage_until < excluded.coverage_until)
   or ($10 and participation.next_unit <> excluded.next_unit)`

/** The source takes part by its list: a check then says what Virginia answered, for what, and until when. */
export async function recordParticipation(
  db: ImportConnection,
  plan: ImportPlan,
  { jurisdiction, participation, contact }: SourceAuthority,
  { mode, recordedAt }: { readonly mode: 'DEMO' | 'PRODUCTION'; readonly recordedAt: string },
): Promise<void> {
  const until = coveredUntil(plan)
  if (until === null) return
  const { kinds, from, statement } = participation
  const { code, name, class: ownerClass } = jurisdiction
  const replaces = mode === 'DEMO' && !plan.synthetic
  await db.query(RECORD, [code, name, ownerClass, kinds, from, until, recordedAt, statement, contact, replaces])
}
