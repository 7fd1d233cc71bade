import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderLock, type LockHolder } from '../../../hub/embedded/folder-lock.js'
import { standingOf, thisProcess } from '../../../hub/embedded/process-identity.js'

/** Above the largest process id that Linux gives. */
const NO_PROCESS = 4_194_305

let folder: string
const path = () => join(folder, 'database.lock')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comity-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const left = (holder: Partial<LockHolder>) => {
  const whole = { ...thisProcess(), socketFolder: '/left', ...holder }
  writeFileSync(path(), JSON.stringify(whole))
  return whole
}

test('The first takes it, the second learns who holds it, and it can be taken again once released', () => {
  const [first, second] = [new FolderLock(folder), new FolderLock(folder)]
  expect(first.acquire('/a')).toBeNull()
  expect(second.acquire('/b')).toEqual({ ...thisProcess(), socketFolder: '/a' })
  first.release()
  expect(second.acquire('/b')).toBeNull()
  expect(JSON.parse(readFileSync(path(), 'utf8'))).toEqual({ ...thisProcess(), socketFolder: '/b' })
})

test('Its file is for the owner alone', () => {
  new FolderLock(folder).acquire('/a')
  expect(statSync(path()).mode & 0o777).toBe(0o600)
})

test('What a process left behind is removed, and nothing else', () => {
  const lock = new FolderLock(folder)
  const stale = left({ pid: NO_PROCESS })
  expect(lock.acquire('/a')).toEqual(stale)
  const next = left({ pid: NO_PROCESS, socketFolder: '/of-a-faster-one' })
  lock.remove(stale)
  expect(lock.acquire('/a')).toEqual(next)
  lock.remove(next)
  expect(lock.acquire('/a')).toBeNull()
})

test('A file that is no lock is taken over', () => {
  writeFileSync(path(), '{"pid":')
  expect(new FolderLock(folder).acquire('/a')).toBeNull()
})

test('A takeover that was begun and never ended does not last', () => {
  const lock = new FolderLock(folder)
  const stale = left({ pid: NO_PROCESS })
  const takeover = `${path()}.takeover`
  writeFileSync(takeover, '')
  lock.remove(stale)
  expect(lock.acquire('/a')).toEqual(stale)
  const long = new Date(Date.now() - 60_000)
  utimesSync(takeover, long, long)
  lock.remove(stale)
  lock.remove(stale)
  expect(lock.acquire('/a')).toBeNull()
})

test('One that another process holds is not released', () => {
  const holder = left({ pid: NO_PROCESS })
  new FolderLock(folder).release()
  expect(JSON.parse(readFileSync(path(), 'utf8'))).toEqual(holder)
})

test.each([
  ['this process', {}, 'ALIVE'],
  ['a process that is gone', { pid: NO_PROCESS }, 'GONE'],
  ['a process whose id was given to another', { started: '1' }, process.platform === 'linux' ? 'GONE' : 'ALIVE'],
  ['a process of another container', { namespace: 'pid:[1]' }, 'UNKNOWN'],
] as const)('%s: %j is %s', (_who, differs, standing) => {
  expect(standingOf({ ...thisProcess(), ...differs })).toBe(standing)
})
