import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { openEmbedded, pgliteFolder } from '../../../hub/embedded/open-embedded.js'
import { thisProcess } from '../../../hub/embedded/process-identity.js'
import { SOCKET_NAME } from '../../../hub/embedded/socket-folder.js'
import { embeddedChild } from '../../support/child.js'

const templates = inject('templates')

const ask = async <Row extends object>(url: string, sql: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

describe.skipIf(templates.kind !== 'EMBEDDED')('the embedded database', () => {
  let folder: string
  const lock = () => join(folder, 'database.lock')
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'comity-embedded-'))
    cpSync(pgliteFolder(templates.empty), pgliteFolder(folder), { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('One process owns it, the others are its clients, many at a time; closed, it leaves no lock', async () => {
    const owner = await openEmbedded(folder)
    const second = await openEmbedded(folder)
    expect([owner.owner, second.owner, second.url]).toEqual([true, false, owner.url])
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask(second.url, 'SELECT mode FROM hub.state')))
    expect(answers).toEqual(Array.from({ length: 40 }, () => [{ mode: 'DEMO' }]))
    await second.close()
    expect(await ask(owner.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await owner.close()
    expect([existsSync(lock()), existsSync(join(folder, 'run', SOCKET_NAME))]).toEqual([false, false])
  })

  test('An owner in another process is found, and when it is killed its folder is taken over', async () => {
    const child = embeddedChild('open', folder)
    await child.told('owner')
    const client = await openEmbedded(folder)
    expect(client.owner).toBe(false)
    await ask(client.url, `UPDATE hub.state SET epoch = 7`)
    await child.kill()
    expect(existsSync(lock())).toBe(true)
    const owner = await openEmbedded(folder)
    expect([owner.owner, await ask(owner.url, 'SELECT epoch::int FROM hub.state')]).toEqual([true, [{ epoch: 7 }]])
    await owner.close()
  })

  test('Two that start at the same moment: one owner, and what the other writes is kept', async () => {
    const children = [embeddedChild('open', folder), embeddedChild('open', folder)]
    const found = await Promise.all(children.map((child) => Promise.any([child.told('owner'), child.told('client')])))
    expect(found.map((line) => line.split(' ')[0]).sort()).toEqual(['client', 'owner'])
    await Promise.all(children.map((child) => child.kill()))
  })

  test.each([
    ['whose process is gone', { pid: 4_194_305 }],
    ['whose process id was given to another', { started: '1' }],
  ])('A lock %s is taken over', async (_whose, differs) => {
    const left = { ...thisProcess(), ...differs, socketFolder: join(folder, 'run') }
    writeFileSync(lock(), JSON.stringify(left))
    const owner = await openEmbedded(folder)
    expect(owner.owner).toBe(true)
    expect(JSON.parse(readFileSync(lock(), 'utf8'))).toMatchObject(thisProcess())
    await owner.close()
  })

  test('An owner in another container counts as alive until its socket has been silent for long enough', async () => {
    const left = { ...thisProcess(), namespace: 'pid:[1]', socketFolder: join(folder, 'run') }
    writeFileSync(lock(), JSON.stringify(left))
    const began = Date.now()
    const owner = await openEmbedded(folder, { patience: 600 })
    expect([owner.owner, Date.now() - began > 500]).toEqual([true, true])
    await owner.close()
  })

  test.each([
    ['nobody listens', () => Promise.resolve(() => undefined)],
    [
      'a listener says nothing',
      async (path: string) => {
        const server = createServer()
        await new Promise<void>((resolve) => server.listen(path, resolve))
        return () => server.close()
      },
    ],
  ])('A live owner at whose socket %s keeps its folder', async (_what, listen) => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'comity-silent-'))
    writeFileSync(lock(), JSON.stringify({ ...thisProcess(), socketFolder: elsewhere }))
    const stop = await listen(join(elsewhere, SOCKET_NAME))
    await expect(openEmbedded(folder, { patience: 300 })).rejects.toMatchObject({ code: 'DATA_DIR_LOCKED' })
    expect(existsSync(lock())).toBe(true)
    stop()
    rmSync(elsewhere, { recursive: true, force: true })
  })

  test('A folder that cannot be is refused by name', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const below = join(file, 'data')
    await expect(openEmbedded(below)).rejects.toMatchObject({
      code: 'DATA_DIR_UNWRITABLE',
      message: expect.stringContaining(below) as string,
    })
  })

  test('A folder whose path is too long for a socket', async () => {
    const deep = join(folder, 'x'.repeat(100))
    cpSync(pgliteFolder(folder), pgliteFolder(deep), { recursive: true })
    const owner = await openEmbedded(deep)
    expect(await ask(owner.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await owner.close()
    rmSync(new URL(owner.url).searchParams.get('host') ?? '', { recursive: true, force: true })
  })
})
