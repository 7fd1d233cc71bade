import { issue, type RowIssue } from '../../issue.js'
import type { PlannedAgency } from '../../plan.js'
import { readAgencies } from './agency-cell.js'
import type { DirectoryRow } from './source-row.js'
import { cleanText } from './text.js'

export interface MappedDirectory {
  readonly agencies: readonly PlannedAgency[]
  readonly duplicates: readonly RowIssue[]
  readonly rejected: readonly RowIssue[]
  readonly warnings: readonly RowIssue[]
}

/** Agencies with their number of certified officers; those without a number (academies, dispatch) are kept without one. */
export function mapDirectory(rows: readonly DirectoryRow[]): MappedDirectory {
  const agencies = new Map<string, PlannedAgency>()
  const rejected: RowIssue[] = []
  const warnings: RowIssue[] = []
  const duplicates: RowIssue[] = []
  for (const row of rows) {
    const text = cleanText(row.agency).text
    const [agency] = readAgencies(text).agencies
    if (!agency || agency.name.length > 200) {
      rejected.push(issue(row.tab, row.row, 'agency', agency ? 'NAME_TOO_LONG' : 'AGENCY_MISSING'))
      continue
    }
    const readable = row.certified === null || /^\d{1,6}$/.test(row.certified.trim())
    if (!readable) warnings.push(issue(row.tab, row.row, 'count', 'COUNT_UNREADABLE'))
    const certified = readable && row.certified !== null ? Number(row.certified) : null
    const earlier = agencies.get(agency.normalized)
    if (earlier) {
      duplicates.push(
        issue(row.tab, row.row, 'row', earlier.certified === certified ? 'DUPLICATE_ROW' : 'AGENCY_DUPLICATE'),
      )
      continue
    }
    agencies.set(agency.normalized, { type: 'AGENCY', tab: row.tab, row: row.row, agency, certified })
  }
  return { agencies: [...agencies.values()], duplicates, rejected, warnings }
}
