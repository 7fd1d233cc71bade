import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { socketUrl } from '../../prisma/connection.js'

const BINARIES = ['/usr/lib/postgresql/15/bin', '/usr/lib/postgresql/16/bin', '/usr/lib/postgresql/17/bin']

export interface Cluster {
  /** Of its superuser, to database `postgres`. */
  readonly url: string
  stop(): void
}

/**
 * A PostgreSQL server of our own in a temporary folder, on a Unix socket alone. It does not run as root: then it is
 * started as the user `postgres`. A test's data are worth nothing and soon gone, so that nothing is flushed to disk or
 * vacuumed unless `durable`.
 */
export function startCluster({ durable = false } = {}): Cluster {
  const bin = BINARIES.find((folder) => existsSync(join(folder, 'initdb')))
  if (!bin)
    throw new Error(`COMITY_TEST_DATABASE=postgres needs the server's binaries in one of ${BINARIES.join(', ')}.`)
  const folder = mkdtempSync(join(tmpdir(), 'comity-pg-'))
  const asRoot = process.getuid?.() === 0
  if (asRoot) execFileSync('chown', ['postgres', folder])
  chmodSync(folder, 0o700)
  const run = (command: string, args: string[]) =>
    asRoot
      ? execFileSync('runuser', ['-u', 'postgres', '--', join(bin, command), ...args], { stdio: 'pipe', cwd: '/' })
      : execFileSync(join(bin, command), args, { stdio: 'pipe', cwd: '/' })
  const data = join(folder, 'data')
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync'])
  const hasty = durable ? '' : '-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off '
  const settings = `-c listen_addresses= ${hasty}-c max_connections=300 -k ${folder}`
  run('pg_ctl', ['-D', data, '-w', '-o', settings, '-l', join(folder, 'log'), 'start'])
  // A test that runs as root has to enter the folder, and root may.
  return {
    url: socketUrl(folder),
    stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
