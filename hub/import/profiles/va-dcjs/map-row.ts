import type { Stage } from '../../../../policy/types.js'
import { admitListed, type ListAdmission } from '../../admission.js'
import { digestOf } from '../../digest.js'
import { issue, type IssueCode, type IssueField, type RowIssue } from '../../issue.js'
import type { IsoDate, PlannedCertification, PlannedEmployment, PlannedIncident, PlannedPerson } from '../../plan.js'
import { readAgencies } from './agency-cell.js'
import { cleanRow, type CleanRow } from './clean-row.js'
import { readDate } from './dates.js'
import { CODE_SYSTEM, readGround, type Ground } from './ground.js'
import { splitName } from './names.js'
import { readFunction } from './officer-function.js'
import { sourceKey } from './source-key.js'
import type { SourceRow } from './source-row.js'
import { readStatus, type ReadStatus } from './status.js'

export interface MappedRow {
  /** Null if the row was rejected. */
  readonly person: PlannedPerson | null
  readonly rejected: RowIssue | null
  readonly warnings: readonly RowIssue[]
}

/** What the rows of one file are mapped with. */
export interface MapContext {
  readonly profile: string
  /** Name of the deciding authority. */
  readonly authority: string
  readonly now: Date
}

type Doubt = readonly [IssueField, IssueCode]

interface Decision {
  readonly admission: ListAdmission
  readonly decidedOn: IsoDate | null
  readonly ground: Ground
  readonly doubts: readonly Doubt[]
}

/** Status, date and reason each may hold a row back; the admission gate takes the most protective of what they say. */
function decide(row: CleanRow, status: ReadStatus, context: MapContext): Decision {
  const doubts: Doubt[] = status.doubts.map((code) => ['status', code])
  const stages: Stage[] = [...status.stages]
  const reinstated = status.reinstatedOn !== null
  const date = readDate(row.decertDate, context.now)
  if (date.kind !== 'DATE' && !reinstated) {
    doubts.push([
      'decertDate',
      ({ NONE: 'DATE_MISSING', UNREADABLE: 'DATE_UNREADABLE', FUTURE: 'DATE_IN_FUTURE' } as const)[date.kind],
    ])
    stages.push('HELD')
  }
  const decidedOn = date.kind === 'DATE' ? date.on : null
  const ground = readGround(row.reason, decidedOn)
  if (ground.doubt && !reinstated) doubts.push(['reason', ground.doubt])
  if (ground.ineligible) {
    doubts.push(['reason', 'INELIGIBLE'])
    stages.push('HELD')
  }
  const groundNature = ground.trainingLapse ? 'TRAINING_LAPSE' : row.reason === '' && !reinstated ? 'UNKNOWN' : 'CAUSE'
  const matter = { statedStages: stages, decidedOn, nexus: ground.nexus, groundNature } as const
  const admission = admitListed(matter, context.authority, context.now)
  if (admission.unmet.includes('ADMISSION_GROUND_UNKNOWN')) {
    doubts.push(['reason', 'REASON_MISSING'])
    return { admission: { ...admission, stage: 'HELD' }, decidedOn, ground, doubts }
  }
  return { admission, decidedOn, ground, doubts }
}

function certificateStatus({ as }: ListAdmission, reinstated: boolean): PlannedCertification['status'] {
  if (as === 'OWNER_ONLY') return 'HELD'
  if (reinstated) return 'REINSTATED'
  return as === 'INSTANCE' ? 'REVOKED' : 'NOT_CURRENTLY_VALID'
}

function separation(ground: Ground, reason: string): Pick<PlannedEmployment, 'separation' | 'investigationActive'> {
  if (!ground.separatedUnderInvestigation) return { separation: 'NONE', investigationActive: 'UNKNOWN' }
  const word = /\bresign/i.test(reason) ? 'RESIGNED' : /\bretir/i.test(reason) ? 'RETIRED' : 'OTHER'
  return { separation: word, investigationActive: 'YES' }
}

function incidentOf(row: CleanRow, { decidedOn, ground }: Decision): PlannedIncident {
  return {
    kind: 'DECERTIFICATION',
    decidedOn,
    groundCode: ground.code,
    groundCodeSystem: CODE_SYSTEM,
    groundCodeVersion: ground.version,
    groundRaw: row.reason === '' ? null : row.reason,
    nexus: ground.nexus,
  }
}

/** One row to one planned record, or to one reason why not. Pure; `now` decides what lies in the future. */
export function mapRow(source: SourceRow, context: MapContext): MappedRow {
  const at = (field: IssueField, code: IssueCode) => issue(source.tab, source.row, field, code)
  const row = cleanRow(source)
  const warnings = row.repaired.map((field) => at(field, 'TEXT_REPAIRED'))
  const reject = (field: IssueField, code: IssueCode): MappedRow => ({
    person: null,
    rejected: at(field, code),
    warnings,
  })

  if (row.shifted) return reject('row', 'COLUMNS_SHIFTED')
  const split = splitName(row.family, row.given, row.middle)
  if (typeof split === 'string') return reject('name', split)
  const { agencies, corrected } = readAgencies(row.agency)
  if (agencies.length === 0) return reject('agency', 'AGENCY_MISSING')
  const officer = readFunction(row.function)
  if (!officer) return reject('function', 'FUNCTION_UNKNOWN')

  const status = readStatus(source.list, row.status, context.now)
  const decision = decide(row, status, context)
  if (decision.admission.unmet.includes('ADMISSION_TRAINING_LAPSE')) return reject('reason', 'ADMISSION_TRAINING_LAPSE')

  if (split.aliases.length > 0) warnings.push(at('name', 'NAME_PARENTHESIS'))
  if (corrected) warnings.push(at('agency', 'AGENCY_SPELLING'))
  if (agencies.length > 1) warnings.push(at('agency', 'TWO_AGENCIES'))
  warnings.push(...decision.doubts.map(([field, code]) => at(field, code)))

  const reinstated = status.reinstatedOn !== null
  const content = {
    name: split.name,
    aliases: split.aliases,
    agencies,
    employment: { officerClass: officer.officerClass, ...separation(decision.ground, row.reason) },
    certification: {
      certificateClass: officer.certificateClass,
      classRaw: row.function,
      status: certificateStatus(decision.admission, reinstated),
      statusOn: status.reinstatedOn ?? decision.decidedOn,
    },
    incident: reinstated ? null : incidentOf(row, decision),
    statusRaw: row.statusRaw,
    stage: decision.admission.stage,
    admitted: decision.admission.as === 'INSTANCE' && !reinstated,
    knowable: decision.admission.as !== 'OWNER_ONLY',
  }
  const key = sourceKey(context.profile, split.name, agencies)
  const place = { tab: source.tab, row: source.row }
  return {
    person: { type: 'PERSON', ...place, sourceKey: key, digest: digestOf(content), ...content },
    rejected: null,
    warnings,
  }
}
