import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { type Metrics, type OperationAnswered, type Reading, READINGS } from '../gateway/telemetry/telemetry.js'

/** Seconds; a public list takes milliseconds, a background check with many candidates seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
/** Operation, role and class together; what comes after them is counted under `other`. */
const SERIES_MAX = 1_000

const HELP: Readonly<Record<Reading, readonly [kind: 'counter' | 'gauge', name: string, help: string]>> = {
  planCacheHits: ['counter', 'comity_plan_cache_hits_total', 'Operations whose query plan was there.'],
  planCacheMisses: ['counter', 'comity_plan_cache_misses_total', 'Operations that had to be planned.'],
  planCacheEntries: ['gauge', 'comity_plan_cache_entries', 'Query plans held.'],
  planCacheBytes: ['gauge', 'comity_plan_cache_bytes', 'Bytes of the query plans held, about.'],
  policyCacheHits: ['counter', 'comity_policy_cache_hits_total', "Viewers' rules that were compiled already."],
  policyCacheMisses: ['counter', 'comity_policy_cache_misses_total', "Viewers' rules that had to be compiled."],
  issuersFailing: [
    'gauge',
    'comity_issuers_failing',
    'Issuers whose keys could not be read when they were last needed.',
  ],
  admissionRunning: ['gauge', 'comity_admission_running', 'Requests that are being answered.'],
  admissionWaiting: ['gauge', 'comity_admission_waiting', 'Requests that wait for their turn.'],
}

export interface PrometheusMetrics extends Metrics {
  /** In Prometheus' text format. */
  text(): Promise<string>
  readonly contentType: string
  /** Names of all that is told, in order. */
  readonly names: readonly string[]
}

/** The metrics of one process. Labels are words of the hub's own: names of its schema, codes, roles, classes. */
export function prometheusMetrics(): PrometheusMetrics {
  const registry = new Registry()
  const registers = [registry]
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers })
  const seconds = (name: string, help: string, labelNames: string[]) =>
    new Histogram({ name, help, labelNames, buckets: BUCKETS, registers })
  collectDefaultMetrics({ register: registry })

  const who = ['operation', 'role', 'jurisdiction_class']
  const operations = counter('comity_operations_total', 'Requests answered at a GraphQL endpoint.', [...who, 'outcome'])
  const durations = seconds(
    'comity_operation_duration_seconds',
    'From the first byte of a request to the last of its answer.',
    who,
  )
  const errors = counter('comity_errors_total', 'Answers that hold an error, by its code.', ['code'])
  const tokens = counter('comity_tokens_refused_total', 'Tokens refused, by code.', ['code'])
  const fetches = seconds('comity_subgraph_fetch_duration_seconds', 'Fetches of a plan.', ['subgraph', 'outcome'])
  const statements = seconds('comity_sql_duration_seconds', 'SQL statements, from sending to the answer.', [
    'sender',
    'kind',
    'outcome',
  ])
  const appends = seconds('comity_audit_append_duration_seconds', 'Groups of the disclosure log, until committed.', [
    'outcome',
  ])
  const groups = new Histogram({
    name: 'comity_audit_group_entries',
    help: 'Entries of the disclosure log that were committed together.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 200],
    registers,
  })

  const readings = new Map<Reading, (() => number)[]>(READINGS.map((reading) => [reading, []]))
  for (const [reading, reads] of readings) registerReading(reading, reads, registers)
  let policyVersion: (() => string) | null = null
  new Gauge({
    name: 'comity_policy_info',
    help: 'Always 1; the label is the beginning of the hash of the policy set in force.',
    labelNames: ['version'],
    registers,
    collect() {
      this.reset()
      if (policyVersion) this.set({ version: policyVersion().slice(0, 12) }, 1)
    },
  })

  const bounded = boundedSeries()
  return {
    operationAnswered(event) {
      const labels = bounded(event)
      operations.inc({ ...labels, outcome: event.codes.length === 0 ? 'ok' : 'error' })
      durations.observe(labels, event.seconds)
      for (const code of event.codes) errors.inc({ code })
    },
    tokenRefused: ({ code }) => tokens.inc({ code }),
    subgraphFetched: (event) => fetches.observe({ subgraph: event.subgraph, outcome: outcomeOf(event) }, event.seconds),
    statementRun: (event) =>
      statements.observe({ sender: event.sender, kind: event.kind, outcome: outcomeOf(event) }, event.seconds),
    entriesAppended(event) {
      appends.observe({ outcome: outcomeOf(event) }, event.seconds)
      if (!event.failed) groups.observe(event.entries)
    },
    reads: (reading, read) => void readings.get(reading)?.push(read),
    readsPolicyVersion: (read) => (policyVersion = read),
    text: () => registry.metrics(),
    contentType: registry.contentType,
    names: registry.getMetricsAsArray().map(({ name }) => name),
  }
}

const outcomeOf = ({ failed }: { readonly failed: boolean }): string => (failed ? 'failed' : 'ok')

function registerReading(reading: Reading, reads: readonly (() => number)[], registers: Registry[]): void {
  const [kind, name, help] = HELP[reading]
  const sum = () => reads.reduce((total, read) => total + read(), 0)
  if (kind === 'gauge') {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(sum())
      },
    })
  } else {
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(sum())
      },
    })
  }
}

/** The labels of an event, of which there are never more than a number. */
function boundedSeries() {
  const seen = new Set<string>()
  return ({ operation, role, jurisdictionClass }: OperationAnswered) => {
    const key = `${operation} ${role} ${jurisdictionClass}`
    if (!seen.has(key) && seen.size >= SERIES_MAX)
      return { operation: 'other', role: 'other', jurisdiction_class: 'other' }
    seen.add(key)
    return { operation, role, jurisdiction_class: jurisdictionClass }
  }
}
