import { describe, expect, it } from 'vitest'
import { type VirginiaReport, virginiaReport } from '../../../bench/matching/virginia.js'

/** A small demo world: the whole one behind `npm run bench:virginia`. Real people: counted, never printed. */
const report = await virginiaReport(800)

describe.skipIf(report === null)("Virginia's list (skipped where ../shared/data/virginia is absent)", () => {
  it('no person of it is LIKELY in the demo world, nor of the demo world in it', () => {
    const { workbookWithDemo, tablesWithDemo } = report as VirginiaReport
    expect(workbookWithDemo.compared + tablesWithDemo.compared).toBeGreaterThan(100)
    for (const { files, check } of [workbookWithDemo, tablesWithDemo])
      expect([files.likely, check.likely]).toEqual([0, 0])
  })

  it('no two rows of it are LIKELY one person, and the one person that it lists twice is found', () => {
    const { rows, workbookWithItself, duplicates } = report as VirginiaReport
    expect(workbookWithItself.compared).toBeGreaterThan(rows.workbook)
    expect([workbookWithItself.files.likely, workbookWithItself.check.likely]).toEqual([0, 0])
    expect(duplicates).toHaveLength(workbookWithItself.files.possible)
    expect(workbookWithItself.files.possible).toBeGreaterThan(0)
  })

  it('everybody of its older tables is found in it again, by name and agency', () => {
    const { rows, workbookWithTables } = report as VirginiaReport
    expect(workbookWithTables.tableRowsFound).toBeGreaterThan(0.98 * rows.tables)
    expect(workbookWithTables.files.likely).toBeLessThanOrEqual(rows.tables)
  })
})
