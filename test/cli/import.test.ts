import { runComity } from '../support/run-comity.js'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importText } from '../../cli/import-text.js'
import type { ImportReport } from '../../hub/import/index.js'
import { issue } from '../../hub/import/issue.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'comity-cli-import-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const comity = (...args: string[]) => runComity(args, { env: { COMITY_DATA_DIR: join(folder, 'data') } })

describe('what is refused before any database is opened', () => {
  const file = (name: string, content: string) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }

  test.each([
    ['a text', () => file('notes.txt', 'hello'), 'IMPORT_WRONG_FILE'],
    ['a workbook in name only', () => file('list.xlsx', 'hello'), 'IMPORT_WRONG_FILE'],
    ['another CSV', () => file('other.csv', 'a,b\n1,2\n'), 'IMPORT_WRONG_FILE'],
    ['a folder', () => folder, 'IMPORT_WRONG_FILE'],
    ['no file', () => join(folder, 'nowhere.xlsx'), 'IMPORT_WRONG_FILE'],
  ])('%s', async (_what, path, code) => {
    const answer = await comity('import', 'va-dcjs', path(), '--apply', '--json')
    expect(answer).toMatchObject({ code: 1, out: '' })
    expect(answer.err).toMatch(new RegExp(`^${code}: `))
    expect(answer.err).not.toMatch(/\n\s+at /)
    expect(existsSync(join(folder, 'data'))).toBe(false)
  })

  test('an unknown profile is told which there are', async () => {
    const { code, err } = await comity('import', 'nowhere', file('list.csv', ''))
    expect([code, err]).toEqual([1, expect.stringMatching(/^BAD_INPUT: .*va-dcjs/)])
  })

  test('a command without a file is wrong usage', async () => {
    expect((await comity('import', 'va-dcjs')).code).toBe(2)
  })

  test('--help names every option, the profiles and what they read, the totals and the exit codes', async () => {
    const { code, out } = await comity('import', '--help')
    expect(code).toBe(0)
    for (const part of [
      '--apply',
      '--real-data',
      '--json',
      'va-dcjs',
      'certified_directory.csv',
      'totals',
      'Exit codes',
    ])
      expect(out).toContain(part)
  })
})

test('the report in words: totals, rejected rows one by one, warnings by reason', () => {
  const totals = { rows: 20, created: 16, updated: 1, unchanged: 2, rejected: 1 }
  const none = { created: 0, updated: 0 }
  const report: ImportReport = {
    profile: 'va-dcjs',
    file: { name: 'list.xlsx', sha256: '00' },
    synthetic: false,
    dryRun: true,
    mode: 'DEMO',
    needsRealData: true,
    totals,
    tabs: [{ tab: 'Finalized', skippedLayoutRows: 3, ...totals }],
    written: {
      Agency: none,
      Officer: { created: 16, updated: 0 },
      IdentityRecord: { created: 16, updated: 1 },
      Employment: none,
      Certification: none,
      Incident: none,
    },
    rejected: [issue('Finalized', 9, 'reason', 'ADMISSION_TRAINING_LAPSE')],
    warnings: Array.from({ length: 14 }, (_, index) => issue('Finalized', index + 1, 'status', 'STATUS_UNEXPLAINED')),
  }
  expect(importText(report)).toMatchInlineSnapshot(`
    "list.xlsx: records of real people; demo database.
    A dry run: nothing was written. Add --apply --real-data to write it.

                      rows    created    updated  unchanged   rejected
      Finalized         20         16          1          2          1
      all               20         16          1          2          1

    Records to write: Officer 16 new, 0 changed; IdentityRecord 16 new, 1 changed.

    Rejected, nothing of them was kept:
      Finalized, row 9, reason: ADMISSION_TRAINING_LAPSE. A certificate lost for missed training is not a decertification for cause.

    To look at:
      STATUS_UNEXPLAINED, status: Finalized, row 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more
        The list explains this status nowhere: the record is held for its owner.
    "
  `)
})
