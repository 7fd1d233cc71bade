/**
 * `npm run bench:search`: what it costs to find whom to compare with a candidate, in the database, at 10,000, 100,000 and
 * 1,000,000 officers on a PostgreSQL of its own; how many are found; and how many of those looked for are among them. The
 * sizes take turns within one run, asked about the same candidates. COMITY_BENCH_SIZES=2000,20000 for other sizes. Nothing
 * is asserted.
 */
import { execFileSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import pg from 'pg'
import { epochDay } from '../contract/clock.js'
import { loadPolicySet, readPolicyFiles } from '../policy/index.js'
import { openPrisma, type OpenPrisma } from '../prisma/client.js'
import { urlForDatabase } from '../prisma/connection.js'
import { migrate } from '../prisma/migrate.js'
import { personaByHandle } from '../prisma/seed/index.js'
import { comparableRecords, type MatchScopes } from '../subgraphs/officers/check/candidates.repository.js'
import { questionsFor } from '../subgraphs/officers/matching/index.js'
import { startCluster } from '../test/support/postgres.js'
import { loadPeople, officerId } from './search/load.js'
import { CLASSES, peopleOf, queriesAbout, type SearchQuery } from './search/people.js'

const SIZES = (process.env['COMITY_BENCH_SIZES'] ?? '10000,100000,1000000').split(',').map(Number)
/** Of each mutation class. */
const QUERIES = Number(process.env['COMITY_BENCH_QUERIES'] ?? 60)
const TODAY = new Date('2026-11-24T12:00:00Z')

interface Asked {
  readonly query: SearchQuery
  readonly milliseconds: number
  readonly records: number
  readonly found: boolean
  readonly bounded: boolean
}

interface Index {
  readonly size: number
  readonly prisma: OpenPrisma
  readonly loadSeconds: number
  readonly bytes: string
  readonly asked: Asked[]
}

async function opened(server: string, size: number): Promise<Index> {
  const name = `search_${size}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = urlForDatabase(server, name)
  await migrate(url)
  const started = performance.now()
  await loadPeople(url, peopleOf(size))
  const loadSeconds = (performance.now() - started) / 1_000
  const prisma = openPrisma({ url, max: 2 })
  const sizes = await prisma.client.$queryRawUnsafe<{ index: string; table: string }[]>(
    `select pg_size_pretty(pg_relation_size('officers.identity_record_match_keys_idx')) as index,
            pg_size_pretty(pg_table_size('officers.identity_record')) as table`,
  )
  const bytes = `records ${sizes[0]?.table ?? '?'}, index over keys ${sizes[0]?.index ?? '?'}`
  console.error(`${size} officers loaded in ${loadSeconds.toFixed(0)} s; ${bytes}`)
  return { size, prisma, loadSeconds, bytes, asked: [] }
}

/** What a hiring investigator with a case and a waiver may compare. */
function hiring() {
  const persona = personaByHandle('hiring-city')
  if (!persona) throw new Error('no persona hiring-city')
  const access = loadPolicySet(readPolicyFiles()).forRequest(persona, {
    purpose: 'J',
    today: epochDay(TODAY),
    caseKind: 'HIRING',
    caseLive: true,
    waiverCovers: true,
    granted: [],
    self: [],
    authorizations: [],
  })
  const scopes = { record: access.scope('match', 'IdentityRecord'), spell: access.scope('match', 'Employment') }
  return { access, scopes }
}

async function ask(index: Index, query: SearchQuery, { access, scopes }: ReturnType<typeof hiring>): Promise<Asked> {
  const started = performance.now()
  const { rows, bounded } = await comparableRecords(
    index.prisma.client,
    access,
    scopes satisfies MatchScopes,
    questionsFor(query.candidate),
  )
  const milliseconds = performance.now() - started
  const found = rows.some(({ record }) => record.officerId === officerId(query.about))
  return { query, milliseconds, records: rows.length, found, bounded }
}

const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1))

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim()

function report(indexes: readonly Index[], before: string | undefined, queries: number): void {
  const [cpu] = cpus()
  console.log(`$ npm run bench:search
commit     ${git('rev-parse', '--short', 'HEAD')}, ${new Date().toISOString().slice(0, 16)}Z
machine    ${cpu?.model ?? 'unknown'}, ${cpus().length} CPUs, load ${before} before and ${loadavg()[0]?.toFixed(1)} at the end; Node ${process.version} on ${process.platform} ${process.arch}
database   PostgreSQL, warm
question   ${queries} candidates, ${QUERIES} of each class, about the same people in every size; every size in turn

 officers   median ms   p95 ms   x smallest   candidates p50   p99   max   recall %   asks for more %   missed unsaid %`)
  const [smallest] = indexes
  for (const { size, asked } of indexes) {
    const times = asked.map(({ milliseconds }) => milliseconds)
    const records = asked.map((one) => one.records)
    const base = quantile(smallest?.asked.map(({ milliseconds }) => milliseconds) ?? [], 0.5)
    console.log(
      String(size).padStart(9) +
        quantile(times, 0.5).toFixed(1).padStart(12) +
        quantile(times, 0.95).toFixed(1).padStart(9) +
        (quantile(times, 0.5) / base).toFixed(2).padStart(13) +
        String(quantile(records, 0.5)).padStart(17) +
        String(quantile(records, 0.99)).padStart(6) +
        String(Math.max(...records)).padStart(6) +
        percent(asked.filter(({ found }) => found).length, asked.length).padStart(11) +
        percent(asked.filter(({ bounded }) => bounded).length, asked.length).padStart(18) +
        percent(asked.filter(({ found, bounded }) => !found && !bounded).length, asked.length).padStart(18),
    )
  }
  console.log(
    `\n${'recall % by class'.padEnd(36)}${indexes.map(({ size }) => String(size).padStart(10)).join('')}   (asks for more %)`,
  )
  for (const name of CLASSES) {
    const of = indexes.map(({ asked }) => asked.filter(({ query }) => query.class === name))
    console.log(
      name.padEnd(36) +
        of.map((asked) => percent(asked.filter(({ found }) => found).length, asked.length).padStart(10)).join('') +
        `   (${of.map((asked) => percent(asked.filter(({ bounded }) => bounded).length, asked.length)).join(', ')})`,
    )
  }
  console.log(
    `\n${indexes.map(({ size, bytes, loadSeconds }) => `${size} officers: ${bytes}; loaded in ${loadSeconds.toFixed(0)} s`).join('\n')}`,
  )
}

async function main(): Promise<void> {
  const before = loadavg()[0]?.toFixed(1)
  const cluster = startCluster()
  const indexes: Index[] = []
  try {
    for (const size of SIZES) indexes.push(await opened(cluster.url, size))
    const viewer = hiring()
    const queries = queriesAbout(Math.min(...SIZES), QUERIES)
    // The first tenth, asked before, warms up every size.
    for (const query of queries.filter((_, index) => index % 10 === 0))
      for (const index of indexes) await ask(index, query, viewer)
    for (const query of queries) for (const index of indexes) index.asked.push(await ask(index, query, viewer))
    report(indexes, before, queries.length)
  } finally {
    for (const { prisma } of indexes) await prisma.close()
    cluster.stop()
  }
}

await main()
