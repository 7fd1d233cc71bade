import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { readConfig } from '../../../hub/config.js'
import { openDatabase } from '../../../hub/database.js'
import { urlForDatabase } from '../../../prisma/connection.js'
import { TEST_NOW } from '../../support/now.js'
import { onServer } from '../../support/templates.js'

const templates = inject('templates')
const clock = () => TEST_NOW

describe('a database that does not exist yet', () => {
  let folder: string
  let place: Record<string, string>
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'comity-new-'))
    place = { COMITY_DATA_DIR: folder }
    if (templates.kind === 'EMBEDDED') return
    await onServer(templates.server, 'CREATE DATABASE new_one')
    place = { ...place, DATABASE_URL: urlForDatabase(templates.server, 'new_one') }
  })
  afterEach(async () => {
    if (templates.kind === 'POSTGRES') await onServer(templates.server, 'DROP DATABASE new_one WITH (FORCE)')
    rmSync(folder, { recursive: true, force: true })
  })

  const openAs = (mode: string) => openDatabase(readConfig({ ...place, COMITY_MODE: mode }), clock)

  test('Two that create it at once, as different things, agree; and it stays what it was created as', async () => {
    const both = await Promise.all([openAs('DEMO'), openAs('PRODUCTION')])
    const [mode, other] = both.map((database) => database.mode)
    expect(other).toBe(mode)
    // The embedded one has one owner; PostgreSQL has room for all.
    expect(both.filter(({ owner }) => owner)).toHaveLength(templates.kind === 'EMBEDDED' ? 1 : 2)
    for (const database of both) await database.close()

    const again = await openAs(mode === 'DEMO' ? 'PRODUCTION' : 'DEMO')
    expect(again).toMatchObject({ kind: templates.kind, mode })
    await again.close()
  })
})

describe('a database that cannot be reached', () => {
  test.each([
    ['nobody listens', '127.0.0.1:1', 'ECONNREFUSED'],
    ['the host does not exist', 'no-such-host.invalid', ''],
  ])('%s: a code, and of the address nothing', async (_why, host, code) => {
    const config = readConfig({ DATABASE_URL: `postgres://owner:hunter2@${host}/hub` })
    const failed = openDatabase(config, clock)
    await expect(failed).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.stringContaining(code) as string,
    })
    const text = await failed.catch((error: unknown) => JSON.stringify(error) + String(error))
    expect(text).not.toMatch(/hunter2|owner/)
  })
})
