import { basename, extname } from 'node:path'
import { ComityError } from '../../../../contract/errors.js'
import { issue, type RowIssue } from '../../issue.js'
import type { ImportPlan, PlannedPerson, TabCount } from '../../plan.js'
import type { ImportProfile, Progress, SourceAuthority } from '../../profile.js'
import { EXPECTED_CSV, readCsv } from './csv.js'
import { mapDirectory } from './directory.js'
import { REVISED_ON } from './ground.js'
import { mapRow, type MapContext } from './map-row.js'
import type { SourceRow } from './source-row.js'
import { EXPECTED_WORKBOOK, readWorkbook, sha256Of } from './workbook.js'

const ID = 'va-dcjs'

const AUTHORITY: SourceAuthority = {
  name: 'Virginia Department of Criminal Justice Services',
  alsoWritten: ['Department of Criminal Justice Services'],
  jurisdiction: { code: 'US-VA', name: 'Virginia', class: 'STATE', uspsCode: 'VA', fipsCode: '51', ncicCode: 'VA' },
  contact: 'Virginia Department of Criminal Justice Services, Division of Law Enforcement',
  statute: 'Code of Virginia 15.2-1707',
  participation: {
    kinds: ['DECERTIFICATION'],
    from: REVISED_ON,
    statement: 'Virginia publishes its list of decertified officers. A listing does not by itself bar hire.',
  },
}

interface MappedList {
  readonly entries: readonly PlannedPerson[]
  readonly duplicates: readonly RowIssue[]
  readonly rejected: readonly RowIssue[]
  readonly warnings: readonly RowIssue[]
}

/** Maps the rows, then applies the collision rule of ADR 0010 to those that share a source key. */
function mapList(rows: readonly SourceRow[], context: MapContext): MappedList {
  const rejected: RowIssue[] = []
  const warnings: RowIssue[] = []
  const byKey = new Map<string, PlannedPerson[]>()
  for (const row of rows) {
    const mapped = mapRow(row, context)
    warnings.push(...mapped.warnings)
    if (mapped.rejected) rejected.push(mapped.rejected)
    if (mapped.person)
      byKey.set(mapped.person.sourceKey, [...(byKey.get(mapped.person.sourceKey) ?? []), mapped.person])
  }
  const entries: PlannedPerson[] = []
  const duplicates: RowIssue[] = []
  for (const [first, ...others] of byKey.values()) {
    if (!first) continue
    if (others.every((other) => other.digest === first.digest)) {
      entries.push(first)
      duplicates.push(...others.map((other) => issue(other.tab, other.row, 'row', 'DUPLICATE_ROW')))
    } else rejected.push(...[first, ...others].map((each) => issue(each.tab, each.row, 'row', 'SOURCE_KEY_COLLISION')))
  }
  return { entries, duplicates, rejected, warnings }
}

interface FilePlan extends Omit<ImportPlan, 'profile' | 'file'> {
  readonly tabs: readonly TabCount[]
}

async function planWorkbook(path: string, now: Date, progress: Progress): Promise<FilePlan> {
  const { rows, tabs, synthetic } = await readWorkbook(path, progress)
  return { ...mapList(rows, { profile: ID, authority: AUTHORITY.name, now }), tabs, synthetic }
}

async function planCsv(path: string, now: Date, progress: Progress): Promise<FilePlan> {
  const { rows, directory, tabs, windows1252 } = await readCsv(path, progress)
  const list = mapList(rows, { profile: ID, authority: AUTHORITY.name, now })
  const agencies = mapDirectory(directory)
  const encoding = windows1252 ? [issue(basename(path), 1, 'row', 'ENCODING_ASSUMED')] : []
  return {
    entries: [...list.entries, ...agencies.agencies],
    duplicates: [...list.duplicates, ...agencies.duplicates],
    rejected: [...list.rejected, ...agencies.rejected],
    warnings: [...encoding, ...list.warnings, ...agencies.warnings],
    tabs,
    synthetic: false,
  }
}

/** Virginia's published decertification list: the workbook with four tabs, and the older CSVs of the same list. */
export const vaDcjs: ImportProfile = {
  id: ID,
  title: 'Decertification list of the Virginia Department of Criminal Justice Services',
  reads: [
    'the workbook (.xlsx) with the tabs Finalized, Pending, Prior and Reinstated',
    'present.csv, prior.csv and reinstated.csv: the same list, tab by tab',
    'certified_directory.csv: agencies with their number of certified officers',
  ],
  authority: AUTHORITY,
  async plan(path, now, progress) {
    const kind = extname(path).toLowerCase()
    if (kind !== '.xlsx' && kind !== '.csv') {
      throw new ComityError('IMPORT_WRONG_FILE', `${EXPECTED_WORKBOOK} ${EXPECTED_CSV}`)
    }
    const file = { name: basename(path), sha256: await sha256Of(path) }
    const plan = kind === '.xlsx' ? await planWorkbook(path, now, progress) : await planCsv(path, now, progress)
    return { profile: ID, file, ...plan }
  },
}
