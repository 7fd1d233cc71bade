import type { RowIssue } from './issue.js'
import type { RowOutcome } from './persons.js'
import type { ImportPlan, TabCount } from './plan.js'

/** `created + updated + unchanged + rejected = rows`, of the file and of each tab. */
export interface ImportTotals {
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
}

export const RECORD_TABLES = ['Agency', 'Officer', 'IdentityRecord', 'Employment', 'Certification', 'Incident'] as const
export type WrittenType = (typeof RECORD_TABLES)[number]
export type Written = Readonly<Record<WrittenType, { readonly created: number; readonly updated: number }>>

/** What `comity import --json` prints. Row numbers, codes and hints; never a name, a date or a text of the file. */
export interface ImportReport {
  readonly profile: string
  readonly file: { readonly name: string; readonly sha256: string }
  readonly synthetic: boolean
  readonly dryRun: boolean
  readonly mode: 'DEMO' | 'PRODUCTION'
  /** A dry run of real data in a demo: `--apply` needs `--real-data` beside it. */
  readonly needsRealData: boolean
  readonly totals: ImportTotals
  readonly tabs: readonly (TabCount & ImportTotals)[]
  readonly written: Written
  readonly rejected: readonly RowIssue[]
  readonly warnings: readonly RowIssue[]
}

export interface ReportInput {
  readonly plan: ImportPlan
  /** Of every entry that was not rejected. */
  readonly outcomes: readonly { readonly tab: string; readonly outcome: RowOutcome }[]
  readonly rejected: readonly RowIssue[]
  readonly warnings: readonly RowIssue[]
  readonly written: Written
  readonly mode: ImportReport['mode']
  readonly dryRun: boolean
}

function totals(rows: number, { plan, outcomes, rejected }: ReportInput, tab: string | null): ImportTotals {
  const here = <Row extends { readonly tab: string }>(all: readonly Row[]) =>
    tab === null ? all : all.filter((row) => row.tab === tab)
  const count = (outcome: RowOutcome) => here(outcomes).filter((row) => row.outcome === outcome).length
  const unchanged = count('UNCHANGED') + here(plan.duplicates).length
  const result = {
    rows,
    created: count('CREATED'),
    updated: count('UPDATED'),
    unchanged,
    rejected: here(rejected).length,
  }
  const accounted = result.created + result.updated + result.unchanged + result.rejected
  if (accounted !== rows) throw new Error(`${rows} rows were read and ${accounted} accounted for`)
  return result
}

const byPlace = (a: RowIssue, b: RowIssue) => (a.tab === b.tab ? a.row - b.row : a.tab < b.tab ? -1 : 1)

/** Refuses to report totals that do not add up. */
export function reportOf(input: ReportInput): ImportReport {
  const { plan } = input
  const rows = plan.tabs.reduce((sum, tab) => sum + tab.rows, 0)
  return {
    profile: plan.profile,
    file: plan.file,
    synthetic: plan.synthetic,
    dryRun: input.dryRun,
    mode: input.mode,
    needsRealData: input.dryRun && input.mode === 'DEMO' && !plan.synthetic,
    totals: totals(rows, input, null),
    tabs: plan.tabs.map((tab) => ({ ...tab, ...totals(tab.rows, input, tab.tab) })),
    written: input.written,
    rejected: [...input.rejected].sort(byPlace),
    warnings: [...input.warnings].sort(byPlace),
  }
}
