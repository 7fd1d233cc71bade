import { mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SOCKET_NAME, socketFolder } from '../../../hub/embedded/socket-folder.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comity-socket-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('Beside the data, for the owner alone', () => {
  expect(socketFolder(folder)).toBe(join(folder, 'run'))
  expect(statSync(join(folder, 'run')).mode & 0o777).toBe(0o700)
})

test('A path too long for a socket is replaced by one in the temporary folder, the same each time', () => {
  const deep = join(folder, 'é'.repeat(60))
  const elsewhere = socketFolder(deep)
  try {
    expect(Buffer.byteLength(join(elsewhere, SOCKET_NAME))).toBeLessThan(108)
    expect(elsewhere.startsWith(tmpdir())).toBe(true)
    expect(statSync(elsewhere).mode & 0o777).toBe(0o700)
    expect(socketFolder(deep)).toBe(elsewhere)
    expect(socketFolder(`${deep}x`)).not.toBe(elsewhere)
  } finally {
    rmSync(elsewhere, { recursive: true })
    rmSync(socketFolder(`${deep}x`), { recursive: true })
  }
})

test('A link in its place is refused', () => {
  symlinkSync(tmpdir(), join(folder, 'run'))
  expect(() => socketFolder(folder)).toThrow(expect.objectContaining({ code: 'DATA_DIR_UNWRITABLE' }))
})
