import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { ComityError } from '../../contract/errors.js'
import { NO_TELEMETRY } from '../../gateway/telemetry/telemetry.js'
import { openTelemetry, statementsOf, tracedLog } from '../../hub/telemetry.js'
import { prometheusMetrics } from '../../hub/telemetry-prometheus.js'
import { attributesOf, openCollector, type SentSpan } from '../support/collector.js'
import { ROOT, sources } from '../support/sources.js'

const NOTHING = { metricsHost: '127.0.0.1', metricsPort: null, otlpEndpoint: null }

/** The lines of a metric, without its comments. */
async function linesOf(metrics: { text(): Promise<string> }, name: string): Promise<string[]> {
  return (await metrics.text()).split('\n').filter((line) => line.startsWith(name))
}

describe('metrics', () => {
  const answered = { operation: 'agencies', role: 'HIRING', jurisdictionClass: 'STATE', codes: [], seconds: 0.02 }

  it('count operations by name, role and class, and errors by code', async () => {
    const metrics = prometheusMetrics()
    metrics.operationAnswered(answered)
    metrics.operationAnswered({ ...answered, codes: ['BAD_INPUT', 'WITHHELD'] })
    metrics.tokenRefused({ code: 'TOKEN_EXPIRED' })
    const of = 'operation="agencies",role="HIRING",jurisdiction_class="STATE"'
    expect(await linesOf(metrics, 'comity_operations_total{')).toEqual([
      `comity_operations_total{${of},outcome="ok"} 1`,
      `comity_operations_total{${of},outcome="error"} 1`,
    ])
    expect(await linesOf(metrics, 'comity_operation_duration_seconds_count')).toEqual([
      `comity_operation_duration_seconds_count{${of}} 2`,
    ])
    expect(await linesOf(metrics, 'comity_errors_total{')).toEqual([
      'comity_errors_total{code="BAD_INPUT"} 1',
      'comity_errors_total{code="WITHHELD"} 1',
    ])
    expect(await linesOf(metrics, 'comity_tokens_refused_total{')).toEqual([
      'comity_tokens_refused_total{code="TOKEN_EXPIRED"} 1',
    ])
  })

  it('are read where somebody counts already, and the readings of several are added', async () => {
    const metrics = prometheusMetrics()
    let hits = 3
    metrics.reads('planCacheHits', () => hits)
    metrics.reads('planCacheHits', () => 10)
    metrics.reads('planCacheEntries', () => 7)
    metrics.readsPolicyVersion(() => 'a'.repeat(64))
    expect(await linesOf(metrics, 'comity_plan_cache_hits_total ')).toEqual(['comity_plan_cache_hits_total 13'])
    hits = 4
    expect(await linesOf(metrics, 'comity_plan_cache_hits_total ')).toEqual(['comity_plan_cache_hits_total 14'])
    expect(await linesOf(metrics, 'comity_plan_cache_entries ')).toEqual(['comity_plan_cache_entries 7'])
    expect(await linesOf(metrics, 'comity_policy_info{')).toEqual(['comity_policy_info{version="aaaaaaaaaaaa"} 1'])
  })

  it('have a bound, however many words there are', async () => {
    const metrics = prometheusMetrics()
    for (let index = 0; index < 1_100; index++) metrics.operationAnswered({ ...answered, operation: `o${index}` })
    const lines = await linesOf(metrics, 'comity_operations_total{')
    expect(lines).toHaveLength(1_001)
    expect(lines.at(-1)).toBe(
      'comity_operations_total{operation="other",role="other",jurisdiction_class="other",outcome="ok"} 100',
    )
  })

  it('are at an address of their own, and nothing else is there', async () => {
    const { telemetry, metricsUrl, close } = await openTelemetry({ ...NOTHING, metricsPort: 0 }, 'comity')
    telemetry.operationAnswered(answered)
    const url = metricsUrl ?? ''
    const page = await fetch(url)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
    expect(await page.text()).toContain('comity_operations_total{operation="agencies"')
    expect((await fetch(url.replace('/metrics', '/'))).status).toBe(404)
    expect((await fetch(url, { method: 'POST' })).status).toBe(404)
    await close()
    await expect(fetch(url)).rejects.toThrow()
  })

  it('say which variable names a port that is taken', async () => {
    const first = await openTelemetry({ ...NOTHING, metricsPort: 0 }, 'comity')
    const port = Number(new URL(first.metricsUrl ?? '').port)
    const refused: unknown = await openTelemetry({ ...NOTHING, metricsPort: port }, 'comity').catch(
      (error: unknown) => error,
    )
    await first.close()
    expect(refused).toMatchObject({
      code: 'PORT_IN_USE',
      message: expect.stringContaining(`COMITY_METRICS_PORT ${port}`) as string,
    })
  })
})

describe('traces', () => {
  let closing: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
    closing = []
  })
  async function opened() {
    const at = await openCollector()
    closing.push(at.close)
    const open = await openTelemetry({ ...NOTHING, otlpEndpoint: at.endpoint }, 'comity-test')
    return { at, ...open }
  }

  it('show what belongs to what, with codes instead of messages', async () => {
    const { at, telemetry, close } = await opened()
    const log = tracedLog({ append: () => Promise.reject(new Error('of Doe')) }, telemetry)
    const { observe } = statementsOf('officers', telemetry)
    await telemetry.span('request', { requestId: 'req_1' }, async (span) => {
      await telemetry.span('fetch', { subgraph: 'officers' }, () => {
        observe?.('SELECT')(false)
        return Promise.reject(new ComityError('SUBGRAPH_UNAVAILABLE', 'Doe')).catch(() => undefined)
      })
      await log.append({} as never).catch(() => undefined)
      span.set({ operation: 'officers', status: 200 })
    })
    await close()
    const spans = new Map(at.spans().map((span) => [span.name, span]))
    const [request, fetched, statement, append] = ['request', 'fetch', 'statement', 'append'].map((name) =>
      spans.get(`comity.${name}`),
    ) as [SentSpan, SentSpan, SentSpan, SentSpan]
    expect([fetched.parentSpanId, statement.parentSpanId, append.parentSpanId]).toEqual([
      request.spanId,
      fetched.spanId,
      request.spanId,
    ])
    expect(attributesOf(request)).toEqual({
      'comity.request_id': 'req_1',
      'comity.operation': 'officers',
      'http.response.status_code': 200,
    })
    expect(attributesOf(statement)).toEqual({ 'comity.sender': 'officers', 'comity.statement': 'SELECT' })
    expect([attributesOf(append), append.status.code]).toEqual([{ 'comity.code': 'INTERNAL' }, 2])
    expect(at.text()).toContain('comity-test')
    expect(at.text()).not.toContain('Doe')
  })

  it('go on in another process where it is told the span, and begin anew where the header is none', async () => {
    const { at, telemetry, close } = await opened()
    const work = () => telemetry.span('subgraph', {}, () => Promise.resolve())
    await telemetry.continued(`00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`, work)
    for (const none of [undefined, 'Doe', `00-${'0'.repeat(32)}-${'cd'.repeat(8)}-01`])
      await telemetry.continued(none, work)
    await close()
    expect(at.spans().map(({ traceId, parentSpanId }) => [traceId === 'ab'.repeat(16), parentSpanId])).toEqual([
      [true, 'cd'.repeat(8)],
      [false, undefined],
      [false, undefined],
      [false, undefined],
    ])
    expect(telemetry.traceparent()).toBeNull()
  })

  it('are lost without a word where nobody collects them', async () => {
    const at = await openCollector()
    await at.close()
    const { telemetry, close } = await openTelemetry({ ...NOTHING, otlpEndpoint: at.endpoint }, 'comity')
    await telemetry.span('request', {}, () => Promise.resolve())
    await expect(close()).resolves.toBeUndefined()
  })
})

describe('docs/telemetry.md', () => {
  it('lists every metric of the hub, and no other', () => {
    const text = readFileSync(new URL('../../docs/telemetry.md', import.meta.url), 'utf8')
    const table = text.slice(text.indexOf('| Name | Labels |'), text.indexOf('`operation` is the name'))
    const listed = [...table.matchAll(/`(comity_\w+)`/g)].map(([, name]) => name)
    const told = prometheusMetrics().names.filter((name) => name.startsWith('comity_'))
    expect(listed.sort()).toEqual([...told].sort())
  })
})

describe('where nobody asked for telemetry', () => {
  it('its packages are not loaded: two files import them, and those are imported when they are needed', () => {
    const files = ['hub', 'gateway', 'subgraphs', 'audit', 'cli', 'prisma', 'portal'].flatMap(sources)
    const importing = (form: RegExp) => files.filter((file) => form.test(readFileSync(join(ROOT, file), 'utf8')))
    expect(importing(/from '(?:prom-client|@opentelemetry\/[^']*)'/).sort()).toEqual([
      'hub/telemetry-prometheus.ts',
      'hub/telemetry-traces.ts',
    ])
    expect(
      importing(/^import (?!type)[^\n]*from '\.\/(?:telemetry-(?:prometheus|traces)|metrics-listener)\.js'/m),
    ).toEqual([])
  })

  it('nothing is opened, and statements are not even timed', async () => {
    const { telemetry, metricsUrl, close } = await openTelemetry(NOTHING, 'comity')
    expect([telemetry === NO_TELEMETRY, metricsUrl, statementsOf('hub', telemetry)]).toEqual([true, null, {}])
    await close()
  })
})
