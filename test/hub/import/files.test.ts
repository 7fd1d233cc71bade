import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { vaDcjs } from '../../../hub/import/profiles/va-dcjs/index.js'

const NOW = new Date('2026-11-24T12:00:00Z')
const HEADER =
  '"","last_name","first_name","middle_initial","agency","function","decert_date","status","reason","fixed_date"\r\n'
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'comity-import-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
const plan = (path: string) => vaDcjs.plan(path, NOW, () => undefined)

describe('CSV', () => {
  test('serial dates, unquoted NA, Windows-1252 and a line break in a field', async () => {
    const path = await file(
      'present.csv',
      Buffer.from(
        HEADER +
          '"1","Averidge","Tobin",NA,"Hoxenfell County Sheriff\x92s Office","Jail Officer","44278","Finalized","15.2-1707(B)(vi)- in\r\ntwo lines",2021-03-23\r\n' +
          '"2","Na","Junho","NA","Quillmere Police Department","Jail Officer","10/04/0222","Finalized","\xa715.2-1707",2022-10-04\r\n',
        'latin1',
      ),
    )
    const { entries, warnings, tabs } = await plan(path)
    expect(tabs).toEqual([{ tab: 'present.csv', rows: 2, skippedLayoutRows: 1 }])
    expect(entries).toMatchObject([
      { row: 2, name: { family: 'Averidge', middle: null }, stage: 'FINAL', incident: { decidedOn: '2021-03-23' } },
      // fixed_date is another's guess at the date and is not taken for the source's.
      { row: 3, name: { family: 'Na' }, stage: 'HELD', incident: { decidedOn: null } },
    ])
    expect(warnings.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '1 ENCODING_ASSUMED',
      '3 DATE_UNREADABLE',
      '3 GROUND_NOT_CITED',
    ])
  })

  test('the same row twice is one; two rows with one key that differ are none', async () => {
    const row = (reason: string) =>
      `"1","Averidge","Tobin","M.","Quillmere Police Department","Jail Officer","44278","Finalized","${reason}",NA\n`
    const twice = await plan(await file('twice.csv', HEADER + row('a') + row('a')))
    expect([twice.entries.length, twice.duplicates.map(({ row: at, code }) => [at, code])]).toEqual([
      1,
      [[3, 'DUPLICATE_ROW']],
    ])
    const differ = await plan(await file('differ.csv', HEADER + row('a') + row('b')))
    expect([differ.entries, differ.rejected.map(({ row: at, code }) => [at, code])]).toEqual([
      [],
      [
        [2, 'SOURCE_KEY_COLLISION'],
        [3, 'SOURCE_KEY_COLLISION'],
      ],
    ])
  })

  test('the directory: agencies with a number, without one, twice, unreadable', async () => {
    const path = await file(
      'certified_directory.csv',
      '"","place_of_employment","certified_officers_jailors","director_last_name"\n' +
        '"1","Quillmere Police Dept.",25,"Nobody"\n"2","Ashmarrow Academy",NA,NA\n"3","Quillmere Police Department",26,NA\n"4","Pellworth Pd","many",NA\n"5","",3,NA\n',
    )
    const { entries, duplicates, rejected, warnings } = await plan(path)
    expect(entries).toMatchObject([
      { agency: { name: 'Quillmere Police Department' }, certified: 25 },
      { agency: { name: 'Ashmarrow Academy' }, certified: null },
      { agency: { name: 'Pellworth Police Department' }, certified: null },
    ])
    expect([...duplicates, ...rejected, ...warnings].map(({ row, code }) => `${row} ${code}`)).toEqual([
      '4 AGENCY_DUPLICATE',
      '6 AGENCY_MISSING',
      '5 COUNT_UNREADABLE',
    ])
  })
})

describe('a wrong file is refused with what was expected', () => {
  const wrong = (expected: string) =>
    expect.objectContaining({
      code: 'IMPORT_WRONG_FILE',
      message: expect.stringContaining(expected) as string,
    }) as Error

  test.each([
    ['text.txt', 'hello', 'Expected an .xlsx workbook'],
    ['not.xlsx', 'PK is not enough', 'Expected an .xlsx workbook'],
    ['empty.xlsx', '', 'Expected an .xlsx workbook'],
    ['other.csv', 'a,b\n1,2\n', 'Expected a CSV'],
    ['empty.csv', '', 'Expected a CSV'],
    ['header.csv', HEADER, 'no rows'],
    ['ragged.csv', `${HEADER}"1","only two"\n`, 'after record'],
  ])('%s', async (name, content, expected) => {
    await expect(plan(await file(name, content))).rejects.toEqual(wrong(expected))
  })

  test('a workbook of something else, and one without a tab', async () => {
    const other = new ExcelJS.Workbook()
    other.addWorksheet('Budget').addRow(['a', 1])
    const path = join(folder, 'budget.xlsx')
    await other.xlsx.writeFile(path)
    await expect(plan(path)).rejects.toEqual(wrong('no known list'))

    const headless = new ExcelJS.Workbook()
    headless.addWorksheet('1) Finalized').addRow(['Badge', 'Name'])
    await headless.xlsx.writeFile(path)
    await expect(plan(path)).rejects.toEqual(wrong('no header'))
  })

  test('an unknown profile', async () => {
    const { profileNamed } = await import('../../../hub/import/profiles/index.js')
    expect(() => profileNamed('nowhere')).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }))
  })
})
