import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'
import { attempts, REPORT } from './loopback-only.mjs'

const report = join(tmpdir(), `comity-outbound-${process.pid}`)
const guard = `--import ${new URL('loopback-only.mjs', import.meta.url).href}`
// Whatever Node process a test starts inherits both.
process.env[REPORT] = report
if (!process.env['NODE_OPTIONS']?.includes(guard)) {
  process.env['NODE_OPTIONS'] = [process.env['NODE_OPTIONS'], guard].filter(Boolean).join(' ')
}

/** After each file: neither it nor a process that it started has tried to leave this machine. */
afterAll(() => {
  expect([...attempts(), ...reported()]).toEqual([])
})

function reported(): string[] {
  if (!existsSync(report)) return []
  const lines = readFileSync(report, 'utf8').trimEnd().split('\n')
  rmSync(report)
  return lines
}
