import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { SYNTHETIC_FILE, buildSyntheticWorkbook } from '../../../demo/make-va-dcjs-synthetic.js'
import { FINALIZED_DEFECTS, PENDING_DEFECTS, PRIOR_DEFECTS } from '../../../demo/va-dcjs-rows.js'
import type { ImportPlan } from '../../../hub/import/plan.js'
import { vaDcjs } from '../../../hub/import/profiles/va-dcjs/index.js'

const FILE = fileURLToPath(SYNTHETIC_FILE)
const NOW = new Date('2026-11-24T12:00:00Z')

function contents(workbook: ExcelJS.Workbook) {
  return workbook.worksheets.map((sheet) => {
    const rows: unknown[] = []
    sheet.eachRow((row, number) => rows.push([number, JSON.parse(JSON.stringify(row.values))]))
    return { name: sheet.name, rows, merges: (sheet.model as { merges?: string[] }).merges }
  })
}

test('the committed workbook is what its generator makes', async () => {
  const committed = new ExcelJS.Workbook()
  await committed.xlsx.readFile(FILE)
  const made = new ExcelJS.Workbook()
  await made.xlsx.load(await buildSyntheticWorkbook().xlsx.writeBuffer())
  expect(contents(committed)).toEqual(contents(made))
})

describe('its plan', () => {
  let plan: ImportPlan
  const progress: { tab: string; rows: number }[] = []
  beforeAll(async () => {
    plan = await vaDcjs.plan(FILE, NOW, (done) => progress.push(done))
  })

  test('is marked synthetic, and progress was told', () => {
    expect(plan.synthetic).toBe(true)
    expect(new Set(progress.map(({ tab }) => tab)).size).toBe(4)
  })

  test('accounts for every row', () => {
    const rows = plan.tabs.reduce((sum, tab) => sum + tab.rows, 0)
    expect(plan.entries.length + plan.duplicates.length + plan.rejected.length).toBe(rows)
    expect(plan.tabs).toMatchSnapshot()
  })

  test('has every defect in it, as a whole', () => {
    const rows = [...FINALIZED_DEFECTS, ...PENDING_DEFECTS, ...PRIOR_DEFECTS].map(({ row }) =>
      `${row[0]}`.trim().slice(0, 6),
    )
    const defective = plan.entries.filter(
      (entry) => entry.type === 'PERSON' && rows.includes(entry.name.family.slice(0, 6)),
    )
    expect({ defective, rejected: plan.rejected, warnings: plan.warnings }).toMatchSnapshot()
  })
})
