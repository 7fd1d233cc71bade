import type { PersonClass, PersonType } from './classes.js'
import type { Row, Snapshot } from './snapshot.js'
import type { Viewer } from './viewer.js'

/*
 * Who may see what, from domain.md 3 and rulings.md, over one row. Nothing here is taken from policy/: what the two say
 * differently is a mistake of one of them.
 */

const REVERSED: ReadonlySet<unknown> = new Set(['OVERTURNED', 'VACATED', 'VOID'])
const DESTROYED: ReadonlySet<unknown> = new Set(['SEALED', 'EXPUNGED'])

/** May the viewer learn that the record exists? */
export function mayKnow(snapshot: Snapshot, viewer: Viewer, type: PersonType, row: Row): boolean {
  return reasons(snapshot, viewer, type, row, 'P1').length > 0
}

/** May the viewer see what is of this class in a record of which the viewer knows? */
export function mayRead(snapshot: Snapshot, viewer: Viewer, type: PersonType, row: Row, ofClass: PersonClass): boolean {
  return (
    mayKnow(snapshot, viewer, type, row) &&
    reasons(snapshot, viewer, type, row, ofClass).some((reason) => reason.classes.has(ofClass))
  )
}

/** One row of the matrix that holds for viewer and record. */
interface Reason {
  /** Whoever maintains the record, or is its subject: process and days bind those to whom it is sent. */
  readonly keeps: boolean
  readonly classes: ReadonlySet<PersonClass>
}

const classes = (...of: PersonClass[]): ReadonlySet<PersonClass> => new Set(of)
const KEEPER = classes('P1', 'P2', 'P3a', 'P3b', 'P4', 'P5', 'P6')

/** The rows of the matrix that hold, after process, days, seal and sovereignty; `ofClass` is what consent is asked for. */
function reasons(snapshot: Snapshot, viewer: Viewer, type: PersonType, row: Row, ofClass: PersonClass): Reason[] {
  // P9 is nobody's; AAL2 for everybody who sees a person; nobody without an agency but the subject.
  if (row['sealed'] === true || DESTROYED.has(row['stage'])) return []
  if (viewer.assurance < 2 || (viewer.agency === 'NONE' && viewer.purpose !== 'hub:SELF')) return []
  if (type === 'BackgroundCheck') return checkReasons(snapshot, viewer, row)
  const consented = authorized(snapshot, viewer, row, ofClass)
  if (row['owner_class'] === 'TRIBAL' && row['owner_jurisdiction'] !== viewer.jurisdiction && !consented) return []
  return matrix(viewer, row, consented).filter(
    (reason) => reason.keeps || (inItsDays(viewer, row) && mayLeave(viewer, type, row, consented)),
  )
}

/** The matrix of domain.md 3, a role a line. */
function matrix(viewer: Viewer, row: Row, consented: boolean): Reason[] {
  const { role, purpose } = viewer
  const subject = String(row['subject_record'])
  const opened = viewer.opened.has(subject)
  // P5 in another's hands: the source State's rule, or a compact. Both are instruments of the owner.
  const detail: PersonClass[] = consented ? ['P5'] : []
  if (role === 'HIRING_INVESTIGATOR' && purpose === 'J' && opened)
    return [{ keeps: false, classes: classes('P1', 'P3a', 'P3b', 'P4', ...detail) }]
  if (role === 'COMMISSION_ANALYST' && (purpose === 'hub:CERT' || purpose === 'A')) {
    if (row['owner_jurisdiction'] === viewer.jurisdiction) return [{ keeps: true, classes: KEEPER }]
    return purpose === 'hub:CERT' && opened
      ? [{ keeps: false, classes: classes('P1', 'P3a', 'P3b', 'P4', ...detail) }]
      : []
  }
  if (role === 'RECORDS_OFFICER' && purpose === 'A' && row['owner_agency'] === viewer.agency)
    return [{ keeps: true, classes: KEEPER }]
  if (role === 'PROSECUTOR' && purpose === 'C' && opened) {
    // "Ask the owner": of a separation under investigation a prosecutor learns where the owner authorizes it.
    const asked = row['kind'] !== 'SEPARATION_UNDER_INVESTIGATION' || consented
    return asked ? [{ keeps: false, classes: classes('P1', 'P3a', 'P3b', 'P4') }] : []
  }
  if (role === 'DATA_SUBJECT' && purpose === 'hub:SELF' && viewer.self.has(subject)) {
    const noticed = row['subject_noticed'] === true
    if (!noticed && row['kind'] !== 'NONE') return []
    const own = classes('P1', 'P2', 'P3a', 'P3b', 'P4', 'P5')
    return [{ keeps: true, classes: noticed ? new Set([...own, 'P6' as const]) : own }]
  }
  if (role === 'AUDITOR' && purpose === 'hub:AUDIT')
    return [{ keeps: false, classes: classes('P3a', 'P3b', 'P4', 'P6', 'P10') }]
  return []
}

/** Who has which kind of case: the role, its purpose, the kind. */
const CASES_OF: readonly (readonly [role: string, purpose: string, kind: string])[] = [
  ['HIRING_INVESTIGATOR', 'J', 'HIRING'],
  ['COMMISSION_ANALYST', 'hub:CERT', 'CERTIFICATION'],
  ['PROSECUTOR', 'C', 'PROSECUTION'],
]

/** "P10: own": the requesting agency's, of the kind of case that its asker has; and whoever audits the log. */
function checkReasons({ cases }: Snapshot, { role, purpose, agency }: Viewer, row: Row): Reason[] {
  const madeIn = cases.get(String(row['case_id']))?.['kind']
  const theirs = CASES_OF.some(([of, by, kind]) => of === role && by === purpose && kind === madeIn)
  const own = theirs && row['owner_agency'] === agency
  return own || (role === 'AUDITOR' && purpose === 'hub:AUDIT') ? [{ keeps: false, classes: classes('P10') }] : []
}

/** Section 3(b), last sentence, and rulings.md, "Due process": what may leave its owner. */
function mayLeave(viewer: Viewer, type: PersonType, row: Row, consented: boolean): boolean {
  // What was shared and has been reversed since: vanished for all but subject, owner, auditor.
  if (viewer.role === 'AUDITOR' && REVERSED.has(row['stage'])) return true
  if (row['admitted'] !== true) return false
  const [kind, stage] = [row['kind'], row['stage']]
  if (stage === 'FINAL' || (stage === 'NONE' && kind === 'NONE')) return true
  if (kind === 'SEPARATION_UNDER_INVESTIGATION' && stage === 'SEPARATED_UNDER_INVESTIGATION')
    return (
      row['nexus'] === 'FORCE' &&
      row['subject_noticed'] === true &&
      row['counter_signed'] === true &&
      row['pointer_allowed'] === true
    )
  return type === 'Certification' && stage === 'EFFECTIVE_UNDER_APPEAL' && row['pointer_allowed'] === true && consented
}

function inItsDays({ today }: Viewer, row: Row): boolean {
  return String(row['valid_from']) <= today && today < String(row['valid_until'])
}

/** Whether an instrument of the owner gives the class of this kind to this recipient for this purpose today. */
function authorized(snapshot: Snapshot, viewer: Viewer, row: Row, ofClass: PersonClass): boolean {
  const recipients = ['*', viewer.agency, viewer.jurisdiction, viewer.jurisdictionClass]
  for (const instrument of snapshot.authorizations.values()) {
    if (instrument['owner'] !== row['owner_jurisdiction'] || instrument['revoked_at'] !== null) continue
    if (String(instrument['from']) > viewer.today || viewer.today >= String(instrument['until'])) continue
    const has = (column: string, ...words: readonly unknown[]) =>
      (instrument[column] as unknown[]).some((word) => words.includes(word))
    if (
      has('purposes', viewer.purpose) &&
      has('classes', ofClass) &&
      has('kinds', '*', row['kind']) &&
      has('recipients', ...recipients)
    )
      return true
  }
  return false
}
