import type { Row, Snapshot } from './snapshot.js'

/** Who asks, as the token says. */
export interface Asker {
  readonly subject: string
  readonly role: string
  readonly purpose: string
  /** `NONE` for somebody who belongs to none. */
  readonly agency: string
  readonly jurisdiction: string
  readonly jurisdictionClass: string
  readonly assurance: number
  readonly caseReference: string | null
  readonly displayName: string
}

/** The same with what the database says about the asker on the day. */
export interface Viewer extends Asker {
  /** ISO date. */
  readonly today: string
  /** Identity records that the asker's live case has opened; a hiring case needs a waiver that covers too. */
  readonly opened: ReadonlySet<string>
  /** Identity records of the asker's own person. */
  readonly self: ReadonlySet<string>
}

/** Which kind of case a purpose needs (domain.md 3). */
const CASE_OF_PURPOSE: Readonly<Record<string, string>> = { J: 'HIRING', C: 'PROSECUTION', 'hub:CERT': 'CERTIFICATION' }

export function viewerIn(snapshot: Snapshot, asker: Asker, today: string): Viewer {
  const kind = CASE_OF_PURPOSE[asker.purpose]
  const own = [...snapshot.cases.values()].find(
    (row) => row['agency'] === asker.agency && row['kind'] === kind && row['reference'] === asker.caseReference,
  )
  const live =
    own !== undefined && own['closed_at'] === null && (kind !== 'HIRING' || covered(snapshot, own, asker, today))
  const grants = live ? (snapshot.grants.get(own.id) ?? []) : []
  return {
    ...asker,
    today,
    opened: new Set(grants.filter((row) => row['ended_at'] === null).map((row) => String(row['subject_record']))),
    self: new Set(
      (snapshot.self.get(asker.subject) ?? [])
        .filter((row) => row['suspended_by'] === null)
        .map((row) => String(row['subject_record'])),
    ),
  }
}

/** rulings.md: a waiver binds agency, candidate, scope, dates, and can be withdrawn. */
function covered(snapshot: Snapshot, ofCase: Row, { agency, purpose }: Asker, today: string): boolean {
  return (snapshot.waivers.get(ofCase.id) ?? []).some(
    (row) =>
      row['agency'] === agency &&
      row['candidate_digest'] === ofCase['candidate_digest'] &&
      row['withdrawn_at'] === null &&
      (row['scope'] as string[]).includes(purpose) &&
      String(row['signed_on']) <= today &&
      today <= String(row['expires_on']),
  )
}
