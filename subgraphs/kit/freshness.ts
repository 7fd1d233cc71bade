import type { Viewer } from '../../contract/viewer.js'
import { caseKindOf } from '../../policy/index.js'

/** The row that the freshness statement reads from the primary. */
export interface Freshness {
  readonly epoch: bigint
  readonly caseId: string | null
  readonly caseKind: string | null
  readonly caseClosed: boolean
  readonly waiverCovers: boolean
  readonly grants: readonly string[]
  readonly self: readonly string[]
}

export interface RawDb {
  $queryRawUnsafe<T>(query: string, ...values: unknown[]): Promise<T>
}

/*
 * One statement: case, waiver, grants, self-links and epoch as they are now. A waiver covers while it is signed, not
 * expired, not withdrawn, of this agency and for this purpose; closing the case ends every grant (rulings.md, "Case"). A
 * record of which the officer says that it is another's is none of their own.
 */
const STATEMENT = `
select s.epoch,
       c.id as "caseId",
       c.kind as "caseKind",
       coalesce(c.closed_at is not null, false) as "caseClosed",
       coalesce((select bool_or(true) from hub.waiver w
                  where w.case_id = c.id and w.agency = c.agency and w.withdrawn_at is null
                    and w.candidate_digest = c.candidate_digest
                    and w.signed_on <= $5::date and $5::date <= w.expires_on
                    and $4 = any(w.scope)), false) as "waiverCovers",
       coalesce((select array_agg(g.subject_record order by g.subject_record) from hub."grant" g
                  where g.case_id = c.id and g.agency = c.agency and g.ended_at is null), '{}') as grants,
       coalesce((select array_agg(l.subject_record order by l.subject_record) from hub.subject_link l
                  where l.subject = $6 and l.suspended_by is null), '{}') as self
  from hub.state s
  left join hub."case" c on c.agency = $1 and c.kind = $2 and c.reference = $3
 where s.id = 1`

/** Read at the start of every subgraph fetch and after a write within it (rulings.md, "Freshness"). */
export async function readFreshness(db: RawDb, viewer: Viewer, now: Date): Promise<Freshness> {
  const rows = await db.$queryRawUnsafe<Freshness[]>(
    STATEMENT,
    viewer.agency,
    caseKindOf(viewer.purpose) ?? 'NONE',
    viewer.caseReference ?? '',
    viewer.purpose,
    now.toISOString().slice(0, 10),
    viewer.subject,
  )
  const row = rows[0]
  if (!row) throw new Error('hub.state has no row')
  return row
}
