/**
 * `npm run bench:audit`: requests a second through the whole hub over loopback, with the disclosure log and with one that only
 * acknowledges, in turns within one run. `-- --postgres`: over a PostgreSQL of its own instead of the embedded database.
 * Ratios within one run; nothing is asserted but that every answer holds the persons asked for.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import pg from 'pg'
import { pino } from 'pino'
import { Pool } from 'undici'
import { systemClock } from '../contract/clock.js'
import type { DisclosureAppender } from '../contract/disclosure-log.js'
import { Admission } from '../gateway/limits/admission.js'
import { gatewayApp } from '../hub/app.js'
import { Closers } from '../hub/closers.js'
import { readConfig } from '../hub/config.js'
import { openDatabase } from '../hub/database.js'
import { demoToken } from '../hub/demo-token.js'
import { openConfiguredLog } from '../hub/disclosure-log.js'
import { openHub } from '../hub/hub.js'
import { listen } from '../hub/listen.js'
import { startCluster } from '../test/support/postgres.js'

// Node 20's optimizer crashes in hot calls of WebAssembly that return a reference.
setFlagsFromString('--no-turbo-inline-js-wasm-calls')

/** Requests of one round. */
const ROUND = new Map([
  [1, 40],
  [8, 160],
  [64, 320],
])
const ROUNDS = 3
const QUERY = '{ officers(first: 3) { nodes { id name { family } } } }'

interface Measured {
  readonly connections: number
  readonly withLog: number
  readonly without: number
  /** Entries committed together, in the rounds with the log. */
  readonly entriesAHead: number
}

async function measure(closers: Closers, onPostgres: boolean): Promise<Measured[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'comity-bench-'))
  closers.add(dataDir, (folder) => rmSync(folder, { recursive: true, force: true }))
  const cluster = onPostgres ? closers.add(startCluster({ durable: true }), (opened) => opened.stop()) : null
  const points = '1000000000'
  const config = readConfig({
    COMITY_DATA_DIR: dataDir,
    PORT: '0',
    COMITY_RATE_VIEWER: points,
    COMITY_RATE_AGENCY: points,
    ...(cluster && { DATABASE_URL: cluster.url, COMITY_MODE: 'DEMO' }),
  })
  const database = closers.add(await openDatabase(config, systemClock), (opened) => opened.close())
  const kept = closers.add(await openConfiguredLog(config, database.urlFor('AUDIT'), systemClock), (log) => log.close())
  const acknowledged = { append: () => Promise.resolve('dsc_not_kept') }
  let log: DisclosureAppender = kept
  const logger = pino({ level: 'silent' })
  const hub = closers.add(await openHub({ config, logger, log: { append: (entry) => log.append(entry) } }), (opened) =>
    opened.close(),
  )
  const app = closers.add(
    await gatewayApp({
      mode: hub.mode,
      gateway: hub.gateway,
      // However late a busy machine is: what is refused would not be measured.
      limits: { ...hub.limits, admission: new Admission({ concurrency: 64, lateness: () => 0 }) },
      operations: hub.operations,
      authenticate: hub.authenticate,
      ready: () => hub.ready(),
      hasRealData: () => hub.hasRealData(),
      policy: () => hub.policy(),
      logger,
      clock: systemClock,
    }),
    (opened) => opened.close(),
  )
  const origin = await listen(app, config)
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  closers.add(owner, (client) => client.end())
  const logged = async () => {
    const { rows } = await owner.query<{ entries: number; heads: number }>(
      'SELECT (SELECT count(*) FROM hub.disclosure_leaf)::int AS entries, (SELECT count(*) FROM hub.tree_head)::int AS heads',
    )
    return rows[0] ?? { entries: 0, heads: 0 }
  }

  const authorization = `Bearer ${await demoToken('records-officer', {}, config, systemClock)}`
  const measured: Measured[] = []
  for (const [connections, requests] of ROUND) {
    const pool = new Pool(origin, { connections, pipelining: 1 })
    const spent = { withLog: 0, without: 0 }
    const grown = { entries: 0, heads: 0 }
    for (let round = 0; round <= ROUNDS; round++) {
      for (const kind of ['withLog', 'without'] as const) {
        log = kind === 'withLog' ? kept : acknowledged
        const before = await logged()
        const seconds = await requestsOver(pool, connections, requests, authorization)
        const after = await logged()
        // The first round warms up.
        if (round === 0) continue
        spent[kind] += seconds
        grown.entries += after.entries - before.entries
        grown.heads += after.heads - before.heads
      }
    }
    await pool.close()
    measured.push({
      connections,
      withLog: (requests * ROUNDS) / spent.withLog,
      without: (requests * ROUNDS) / spent.without,
      entriesAHead: grown.entries / grown.heads,
    })
  }
  return measured
}

/** Seconds for so many requests over so many connections. */
async function requestsOver(pool: Pool, connections: number, requests: number, authorization: string): Promise<number> {
  const started = performance.now()
  let left = requests
  const connection = async () => {
    while (left-- > 0) {
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query: QUERY }),
      })
      const text = await body.text()
      const answer = JSON.parse(text) as { data?: { officers?: { nodes: unknown[] } } }
      if (statusCode !== 200 || answer.data?.officers?.nodes.length !== 3) throw new Error(`${statusCode}: ${text}`)
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  return (performance.now() - started) / 1000
}

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim()

async function main(): Promise<void> {
  const onPostgres = process.argv.includes('--postgres')
  const closers = new Closers()
  const load = () => loadavg()[0]?.toFixed(1)
  const before = load()
  try {
    const measured = await measure(closers, onPostgres)
    const [cpu] = cpus()
    console.log(`$ npm run bench:audit${onPostgres ? ' -- --postgres' : ''}
commit    ${git('rev-parse', '--short', 'HEAD')}, ${new Date().toISOString().slice(0, 16)}Z
machine   ${cpu?.model ?? 'unknown'}, ${cpus().length} CPUs, load ${before} before and ${load()} at the end; Node ${process.version} on ${process.platform} ${process.arch}
database  ${onPostgres ? 'PostgreSQL, every commit flushed to disk' : 'embedded'}
question  ${QUERY} as a records officer

connections   requests/s without   requests/s with   with/without   entries a head`)
    for (const { connections, withLog, without, entriesAHead } of measured) {
      console.log(
        `${String(connections).padStart(11)}${without.toFixed(1).padStart(21)}${withLog.toFixed(1).padStart(18)}` +
          `${(withLog / without).toFixed(2).padStart(15)}${entriesAHead.toFixed(1).padStart(17)}`,
      )
    }
  } finally {
    await closers.close()
  }
}

await main()
