import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openXlsx } from '../../../hub/import/xlsx.js'
import { Zip } from '../../../hub/import/zip.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'comity-zip-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function file(content: Buffer): Promise<string> {
  const path = join(folder, 'archive.xlsx')
  await writeFile(path, content)
  return path
}

/** A workbook of one sheet: `count` rows of text in which every other character has several bytes. */
async function workbook(count: number): Promise<Buffer> {
  const made = new ExcelJS.Workbook()
  const sheet = made.addWorksheet('Tab')
  for (let row = 1; row <= count; row++) sheet.addRow([row, `’é§’é§ ${row} ’é§’é§`.repeat(9)])
  return Buffer.from(await made.xlsx.writeBuffer())
}

describe('a workbook is read whole, every time', () => {
  test('every row once, in order, and no character cut in two where the text comes in pieces', async () => {
    const xlsx = await openXlsx(await file(await workbook(3_000)))
    const rows: unknown[] = []
    for await (const sheet of xlsx.sheets) {
      expect(sheet.name).toBe('Tab')
      for await (const row of sheet.rows) rows.push([row.getCell(1).value, row.getCell(2).value])
    }
    await xlsx.close()
    expect(rows).toEqual(Array.from({ length: 3_000 }, (_, at) => [at + 1, `’é§’é§ ${at + 1} ’é§’é§`.repeat(9)]))
  })

  test('given up half-way, the archive can be closed and written over', async () => {
    const path = await file(await workbook(3_000))
    const xlsx = await openXlsx(path)
    for await (const sheet of xlsx.sheets) {
      for await (const row of sheet.rows) if (row.number > 5) break
      break
    }
    await xlsx.close()
    await writeFile(path, '')
  })
})

describe('what is no archive', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('hello, world: a text that is longer than the end of an archive')],
    ['an end without a directory', Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18, 1)])],
  ])('%s', async (_what, content) => {
    await expect(Zip.open(await file(content))).rejects.toThrow()
  })

  test('a workbook whose end is missing, and one whose middle is', async () => {
    const whole = await workbook(500)
    await expect(openXlsx(await file(whole.subarray(0, whole.length - 40)))).rejects.toThrow()

    const damaged = Buffer.from(whole)
    damaged.fill(0xff, 200, whole.length - 2_000)
    const read = async () => {
      const xlsx = await openXlsx(await file(damaged))
      try {
        for await (const sheet of xlsx.sheets) for await (const row of sheet.rows) void row
      } finally {
        await xlsx.close()
      }
    }
    await expect(read()).rejects.toThrow()
  })
})
