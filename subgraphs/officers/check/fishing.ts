import { ComityError } from '../../../contract/errors.js'
import { newId } from '../../../contract/ids.js'
import type { Viewer } from '../../../contract/viewer.js'
import type { OfficersDb, Tx } from '../../../prisma/client.js'
import type { Candidate } from '../matching/index.js'
import { CASE_CAPS, type FlagKind, THRESHOLDS, WINDOW_HOURS } from './fishing-thresholds.js'

/** Who asks, and when. */
interface Asking {
  readonly viewer: Pick<Viewer, 'subject' | 'agency'>
  readonly now: Date
}

const windowBefore = (now: Date): Date => new Date(now.getTime() - WINDOW_HOURS * 3_600_000)

/**
 * Of one case, checks are counted one after the other until its transaction ends, so that two at once do not both find the
 * last attempt.
 * @throws ComityError CASE_ATTEMPTS_EXHAUSTED
 */
export async function assertAttemptsLeft(tx: Tx<OfficersDb>, caseId: string, candidate: Candidate): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${caseId}, 0))`
  const [made] = await tx.$queryRaw<{ attempts: number; variations: number; known: boolean | null }[]>`
    select count(*)::int as attempts, count(distinct candidate)::int as variations,
           bool_or(candidate = ${JSON.stringify(candidate)}::jsonb) as known
      from officers.background_check
     where case_id = ${caseId}`
  if (!made) return
  const variations = made.variations + (made.known === true ? 0 : 1)
  if (made.attempts >= CASE_CAPS.attempts || variations > CASE_CAPS.variations)
    throw new ComityError('CASE_ATTEMPTS_EXHAUSTED')
}

/** After the refusal, whose transaction is undone. */
export function flagExhausted(db: OfficersDb, asking: Asking): Promise<void> {
  return flag(db, asking, 'ATTEMPTS_EXHAUSTED', THRESHOLDS.ATTEMPTS_EXHAUSTED)
}

/** In the transaction that has just written the check. */
export async function noticeCheck(
  tx: Tx<OfficersDb>,
  asking: Asking & { readonly caseId: string; readonly candidate: Candidate },
): Promise<void> {
  const { viewer, now, caseId, candidate } = asking
  const [counted] = await tx.$queryRaw<{ byViewer: number; byAgency: number; variations: number }[]>`
    select count(distinct candidate_digest) filter (where requested_by = ${viewer.subject})::int as "byViewer",
           count(distinct candidate_digest)::int as "byAgency",
           count(distinct candidate) filter (where case_id = ${caseId}
             or (lower(candidate->>'familyName') = lower(${candidate.familyName})
                 and lower(left(candidate->>'givenName', 1)) = lower(left(${candidate.givenName}, 1))))::int as variations
      from officers.background_check
     where owner_agency = ${viewer.agency} and requested_at > ${windowBefore(now)}`
  if (!counted) return
  await flagAbove(tx, asking, 'CANDIDATES_BY_VIEWER', counted.byViewer)
  await flagAbove(tx, asking, 'CANDIDATES_BY_AGENCY', counted.byAgency)
  await flagAbove(tx, asking, 'VARIATIONS_OF_CANDIDATE', counted.variations)
}

/** In the transaction that has just dismissed a match. */
export async function noticeDismissal(tx: Tx<OfficersDb>, asking: Asking): Promise<void> {
  const { viewer, now } = asking
  const [counted] = await tx.$queryRaw<{ dismissed: number }[]>`
    select count(*)::int as dismissed
      from officers.match
     where adjudicated_by = ${viewer.subject} and adjudication = 'DISMISSED' and outcome = 'POSSIBLE'
       and adjudicated_at > greatest(${windowBefore(now)}::timestamptz,
             (select max(adjudicated_at) from officers.match
               where adjudicated_by = ${viewer.subject} and adjudication = 'CONFIRMED'))`
  if (counted) await flagAbove(tx, asking, 'DISMISSED_IN_SERIES', counted.dismissed)
}

async function flagAbove(tx: Tx<OfficersDb>, asking: Asking, kind: FlagKind, counted: number): Promise<void> {
  if (counted >= THRESHOLDS[kind]) await flag(tx, asking, kind, counted)
}

/** Whose conduct a kind is: the agency's own is told once a window, whichever of its viewers goes on. */
const OF_AGENCY: ReadonlySet<FlagKind> = new Set(['CANDIDATES_BY_AGENCY'])

/** Once in a window: the auditor is to look, not to count. */
async function flag(db: Tx<OfficersDb>, { viewer, now }: Asking, kind: FlagKind, counted: number): Promise<void> {
  const since = windowBefore(now)
  const { agency, subject } = viewer
  const whose = OF_AGENCY.has(kind) ? { agency } : { agency, viewer: subject }
  const told = await db.accessFlag.findFirst({ where: { kind, ...whose, at: { gt: since } }, select: { id: true } })
  if (told) return
  await db.accessFlag.create({
    data: {
      id: newId('AccessFlag'),
      kind,
      viewer: subject,
      agency,
      counted,
      threshold: THRESHOLDS[kind],
      since,
      at: now,
    },
  })
}
