import { ComityError } from '../../contract/errors.js'
import { newId } from '../../contract/ids.js'
import type { PolicySet } from '../../policy/index.js'
import { Agencies } from './agencies.js'
import { Changes, WRITE_ORDER } from './changes.js'
import { insertRows, updateRows, type ImportConnection } from './database.js'
import { readExisting } from './existing.js'
import type { RowIssue } from './issue.js'
import { Persons, type RowOutcome } from './persons.js'
import { recordParticipation } from './participation.js'
import type { ImportPlan } from './plan.js'
import type { SourceAuthority } from './profile.js'
import { importerAccess } from './importer.js'
import { reportOf, type ImportReport } from './report.js'

export interface ApplyOptions {
  /** False: compare and report, write nothing. */
  readonly apply: boolean
  /** The operator means it: records of persons who exist, into a demo. */
  readonly realData: boolean
  /** Who imports: an operator's account, written with every assertion. */
  readonly actor: string
  readonly now: Date
  /** The rules in force: what they forbid to store is not imported. */
  readonly policy: PolicySet
}

interface HubState {
  readonly mode: 'DEMO' | 'PRODUCTION'
  readonly hasRealData: boolean
}

/** rulings.md, "Real names in a demo". A dry run names nobody, so it is let through and says what applying needs. */
function refuse(plan: ImportPlan, state: HubState, options: ApplyOptions): void {
  if (!options.apply) return
  if (state.mode === 'DEMO' && !plan.synthetic && !options.realData) throw new ComityError('IMPORT_REAL_DATA')
  if (state.mode === 'PRODUCTION' && plan.synthetic) {
    throw new ComityError('IMPORT_WRONG_FILE', 'The file is marked SYNTHETIC and this is a production database.')
  }
}

/**
 * Compares a plan with the database and, if asked to, writes the difference: everything or nothing, in one transaction
 * on one connection. The lock on hub.state lets one import run at a time.
 */
export async function applyImport(
  plan: ImportPlan,
  authority: SourceAuthority,
  db: ImportConnection,
  options: ApplyOptions,
): Promise<ImportReport> {
  await db.query('begin')
  try {
    const report = await compareAndWrite(plan, authority, db, options)
    await db.query(options.apply ? 'commit' : 'rollback')
    return report
  } catch (error) {
    await db.query('rollback')
    throw error
  }
}

async function compareAndWrite(
  plan: ImportPlan,
  authority: SourceAuthority,
  db: ImportConnection,
  options: ApplyOptions,
): Promise<ImportReport> {
  const {
    rows: [state],
  } = await db.query<HubState>(
    `select mode, has_real_data as "hasRealData" from hub.state where id = 1${options.apply ? ' for update' : ''}`,
  )
  if (!state) throw new Error('hub.state has no row')
  refuse(plan, state, options)

  const { code, class: ownerClass } = authority.jurisdiction
  const existing = await readExisting(db, plan.profile, code)
  const recordedAt = options.now.toISOString()
  const documentRef = `${plan.profile}:${plan.file.sha256}`
  const changes = new Changes({ actor: options.actor, authority: authority.statute, documentRef, recordedAt })
  await planJurisdiction(db, authority, changes, recordedAt)

  const context = { profile: plan.profile, authority, synthetic: plan.synthetic, recordedAt }
  const agencies = new Agencies(existing.agencies, context, changes)
  const owner = { agencyId: agencies.authorityId, jurisdiction: code, class: ownerClass }
  const rows = { ...context, owner, contact: authority.contact, authority: authority.name }
  const access = importerAccess(options.policy, owner, options.actor, options.now)
  const persons = new Persons(existing, agencies, rows, access, changes)

  const outcomes: { readonly tab: string; readonly outcome: RowOutcome }[] = []
  const rejected: RowIssue[] = [...plan.rejected]
  const warnings: RowIssue[] = [...plan.warnings, ...plan.duplicates]
  for (const entry of plan.entries) {
    if (entry.type === 'AGENCY') {
      outcomes.push({ tab: entry.tab, outcome: agencies.record(entry.agency, entry.certified) })
      continue
    }
    const result = persons.collect(entry)
    if (result.rejected) rejected.push(result.rejected)
    else outcomes.push({ tab: entry.tab, outcome: result.outcome })
    warnings.push(...result.warnings)
  }
  agencies.flush()

  const report = reportOf({
    plan,
    outcomes,
    rejected,
    warnings,
    written: changes.written(),
    mode: state.mode,
    dryRun: !options.apply,
  })
  if (options.apply) {
    await write(db, changes)
    await recordParticipation(db, plan, authority, { mode: state.mode, recordedAt })
    await recordRun(db, report, changes.none, options)
  }
  return report
}

/** The jurisdictions are reference data; a database without the list's own one gets it. */
async function planJurisdiction(
  db: ImportConnection,
  authority: SourceAuthority,
  changes: Changes,
  recordedAt: string,
): Promise<void> {
  const { code, name, class: ownerClass, uspsCode, fipsCode, ncicCode } = authority.jurisdiction
  const { rows } = await db.query<{ code: string }>('select code from agencies.jurisdiction where code = $1', [code])
  if (rows.length > 0) return
  changes.insert('agencies.jurisdiction', {
    code,
    name,
    class: ownerClass,
    usps_code: uspsCode,
    fips_code: fipsCode,
    ncic_code: ncicCode,
    synthetic: false,
    recorded_at: recordedAt,
  })
}

async function write(db: ImportConnection, changes: Changes): Promise<void> {
  if (changes.aliasesOf.length > 0) {
    await db.query('delete from officers.identity_alias where record_id = any($1::text[])', [changes.aliasesOf])
  }
  for (const table of WRITE_ORDER) {
    await insertRows(db, table, changes.inserts.get(table) ?? [])
    await updateRows(db, table, changes.updates.get(table) ?? [])
  }
}

/** Who imported what, and a new epoch: whoever serves loads its reference data again. */
async function recordRun(
  db: ImportConnection,
  report: ImportReport,
  unchanged: boolean,
  options: ApplyOptions,
): Promise<void> {
  await insertRows(db, 'hub.import_run', [
    {
      id: newId('ImportRun'),
      profile: report.profile,
      file_name: report.file.name,
      file_digest: report.file.sha256,
      actor: options.actor,
      real_data: !report.synthetic,
      totals: report.totals,
      applied_at: options.now.toISOString(),
    },
  ])
  if (unchanged) return
  await db.query('update hub.state set epoch = epoch + 1, has_real_data = has_real_data or $1 where id = 1', [
    !report.synthetic,
  ])
}
