import type { DisclosureAppender } from '../contract/disclosure-log.js'
import type { TrustedIssuer } from '../gateway/identity/issuers.js'
import type { EdgeLimits } from '../gateway/limits/edge-limits.js'
import { NO_METRICS, NO_TELEMETRY, NO_TRACER, type Sender, type Telemetry } from '../gateway/telemetry/telemetry.js'
import type { Watching } from '../prisma/observed-client.js'
import { Closers } from './closers.js'
import type { Config } from './config.js'
import type { CurrentPolicy } from './policy.js'
import { unreachable } from './readiness.js'

export interface OpenTelemetry {
  readonly telemetry: Telemetry
  /** Where the metrics can be read; null where nobody asked for them. */
  readonly metricsUrl: string | null
  readonly close: () => Promise<void>
}

/**
 * The telemetry that the configuration asks for. What it does not ask for is not loaded: the packages cost a start more
 * time than all of the hub's own code.
 * @throws ComityError PORT_IN_USE, CONFIG_INVALID
 */
export async function openTelemetry(
  { metricsHost, metricsPort, otlpEndpoint }: Pick<Config, 'metricsHost' | 'metricsPort' | 'otlpEndpoint'>,
  service: string,
): Promise<OpenTelemetry> {
  if (metricsPort === null && otlpEndpoint === null) {
    return { telemetry: NO_TELEMETRY, metricsUrl: null, close: () => Promise.resolve() }
  }
  const closers = new Closers()
  let [metrics, metricsUrl, tracer] = [NO_METRICS, null as string | null, NO_TRACER]
  if (metricsPort !== null) {
    const [{ prometheusMetrics }, { serveMetrics }] = await Promise.all([
      import('./telemetry-prometheus.js'),
      import('./metrics-listener.js'),
    ])
    const opened = prometheusMetrics()
    const listener = closers.add(await serveMetrics(opened, { host: metricsHost, port: metricsPort }), (at) =>
      at.close(),
    )
    metricsUrl = listener.url
    metrics = opened
  }
  if (otlpEndpoint !== null) {
    const { otlpTracer } = await import('./telemetry-traces.js')
    tracer = closers.add(otlpTracer({ endpoint: otlpEndpoint, service }), (opened) => opened.close())
  }
  return { telemetry: { ...metrics, ...tracer }, metricsUrl, close: () => closers.close() }
}

/** Counts the statements of one sender, and shows them in the trace that they belong to; nothing where nobody looks. */
export function statementsOf(sender: Sender, telemetry: Telemetry = NO_TELEMETRY): Pick<Watching, 'observe'> {
  if (telemetry === NO_TELEMETRY) return {}
  return {
    observe: (kind) => {
      const began = performance.now()
      const end = telemetry.begin('statement', { sender, statement: kind })
      return (failed) => {
        end(failed ? { code: 'INTERNAL' } : {})
        telemetry.statementRun({ sender, kind, failed, seconds: (performance.now() - began) / 1_000 })
      }
    },
  }
}

/** The log, with a span for what each answer waits for it. */
export function tracedLog(log: DisclosureAppender, telemetry: Telemetry): DisclosureAppender {
  return { append: (entry) => telemetry.span('append', {}, () => log.append(entry)) }
}

export interface Readable {
  readonly policy: CurrentPolicy
  readonly limits: EdgeLimits
  readonly issuers: readonly TrustedIssuer[]
}

/** What is asked for when the metrics are read. */
export function readOnDemand(telemetry: Telemetry, { policy, limits: { admission }, issuers }: Readable): void {
  telemetry.readsPolicyVersion(() => policy.version())
  telemetry.reads('policyCacheHits', () => policy.current().cache.hits)
  telemetry.reads('policyCacheMisses', () => policy.current().cache.misses)
  telemetry.reads('admissionRunning', () => admission.running)
  telemetry.reads('admissionWaiting', () => admission.waiting)
  telemetry.reads('issuersFailing', () => unreachable(issuers))
}
