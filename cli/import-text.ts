import type { ImportReport, ImportTotals } from '../hub/import/index.js'
import type { RowIssue } from '../hub/import/issue.js'

/** Row numbers of one warning beyond which only their number is told. */
const ROWS_SHOWN = 12

const COLUMNS = [
  'rows',
  'created',
  'updated',
  'unchanged',
  'rejected',
] as const satisfies readonly (keyof ImportTotals)[]

function table(report: ImportReport): string[] {
  const named = [...report.tabs.map((tab) => [tab.tab, tab] as const), ['all', report.totals] as const]
  const wide = Math.max(...named.map(([name]) => name.length))
  const line = (name: string, cells: readonly string[]) =>
    `  ${name.padEnd(wide)}${cells.map((cell) => cell.padStart(11)).join('')}`
  return [
    line('', COLUMNS),
    ...named.map(([name, totals]) =>
      line(
        name,
        COLUMNS.map((column) => String(totals[column])),
      ),
    ),
  ]
}

function written(report: ImportReport): string[] {
  const said = Object.entries(report.written)
    .filter(([, { created, updated }]) => created + updated > 0)
    .map(([type, { created, updated }]) => `${type} ${created} new, ${updated} changed`)
  return said.length === 0 ? [] : ['', `Records ${report.dryRun ? 'to write' : 'written'}: ${said.join('; ')}.`]
}

/** Rejected rows one by one: each needs somebody to look at it. */
function rejected(issues: readonly RowIssue[]): string[] {
  if (issues.length === 0) return []
  return [
    '',
    'Rejected, nothing of them was kept:',
    ...issues.map(({ tab, row, field, code, hint }) => `  ${tab}, row ${row}, ${field}: ${code}. ${hint}`),
  ]
}

function warnings(issues: readonly RowIssue[]): string[] {
  if (issues.length === 0) return []
  const groups = new Map<string, RowIssue[]>()
  for (const each of issues) {
    const key = `${each.code}/${each.field}/${each.tab}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  const lines = [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const shown = group.slice(0, ROWS_SHOWN).map(({ row }) => row)
    const more = group.length > shown.length ? ` and ${group.length - shown.length} more` : ''
    return [`  ${first.code}, ${first.field}: ${first.tab}, row ${shown.join(', ')}${more}`, `    ${first.hint}`]
  })
  return ['', 'To look at:', ...lines]
}

function headline({ file, dryRun, mode, synthetic, needsRealData }: ImportReport): string[] {
  const real = synthetic ? 'invented people, marked as such' : 'records of real people'
  return [
    `${file.name}: ${real}; ${mode === 'DEMO' ? 'demo' : 'production'} database.`,
    ...(dryRun
      ? [`A dry run: nothing was written. Add --apply${needsRealData ? ' --real-data' : ''} to write it.`]
      : []),
    '',
  ]
}

/** The report for a reader: row numbers, fields, codes and hints; no text of the file. */
export function importText(report: ImportReport): string {
  const lines = [
    ...headline(report),
    ...table(report),
    ...written(report),
    ...rejected(report.rejected),
    ...warnings(report.warnings),
  ]
  return `${lines.join('\n')}\n`
}
