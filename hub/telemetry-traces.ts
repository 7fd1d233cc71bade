import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type Attributes,
  ROOT_CONTEXT,
  type Span as OpenSpan,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { Resource } from '@opentelemetry/resources'
import { AlwaysOnSampler, BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { ComityError } from '../contract/errors.js'
import type { SpanAttributes, SpanName, Tracer } from '../gateway/telemetry/telemetry.js'

export interface OtlpTracer extends Tracer {
  /** Sends what is waiting, for a few seconds at most. */
  close(): Promise<void>
}

export interface OtlpOptions {
  /** Of the collector, without the path: `http://127.0.0.1:4318`. */
  readonly endpoint: string
  /** Which process of the hub this is: `comity`, `comity-officers`. */
  readonly service: string
}

/** Spans that wait to be sent; what comes on top while the collector is away is dropped. */
const QUEUE_MAX = 8_192
const SEND_EVERY_MS = 1_000
/** Milliseconds for one sending: a collector that does not answer must not hold up the end of the process. */
const SEND_WITHIN_MS = 3_000

/** SpanAttributes -> names on the wire. A key that is not here is not sent. */
const WIRE: Readonly<Record<keyof SpanAttributes, string>> = {
  operation: 'comity.operation',
  role: 'comity.role',
  jurisdictionClass: 'comity.jurisdiction_class',
  subgraph: 'comity.subgraph',
  sender: 'comity.sender',
  statement: 'comity.statement',
  entries: 'comity.entries',
  status: 'http.response.status_code',
  code: 'comity.code',
  requestId: 'comity.request_id',
}

/**
 * Traces by OTLP over HTTP. Nothing is registered with OpenTelemetry's global API: @apollo/gateway would put spans of its own
 * there, which carry the operation's name as the client chose it.
 */
export function otlpTracer({ endpoint, service }: OtlpOptions): OtlpTracer {
  const exporter = new OTLPTraceExporter({ url: new URL('/v1/traces', endpoint).href, timeoutMillis: SEND_WITHIN_MS })
  const provider = new BasicTracerProvider({
    resource: new Resource({ 'service.name': service }),
    mergeResourceWithDefaults: false,
    sampler: new AlwaysOnSampler(),
    spanProcessors: [
      new BatchSpanProcessor(exporter, {
        maxQueueSize: QUEUE_MAX,
        scheduledDelayMillis: SEND_EVERY_MS,
        exportTimeoutMillis: SEND_WITHIN_MS,
      }),
    ],
  })
  const tracer = provider.getTracer('comity')
  /** What begins now belongs to this span. */
  const under = new AsyncLocalStorage<SpanContext>()
  const start = (name: SpanName, attributes: SpanAttributes): OpenSpan => {
    const parent = under.getStore()
    const context = parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT
    const kind = name === 'request' ? SpanKind.SERVER : SpanKind.INTERNAL
    return tracer.startSpan(`comity.${name}`, { kind, attributes: onWire(attributes) }, context)
  }
  return {
    async span(name, attributes, work) {
      const span = start(name, attributes)
      try {
        return await under.run(span.spanContext(), () => work({ set: (added) => describe(span, added) }))
      } catch (error) {
        // Never the message or the stack: they may quote what was asked.
        describe(span, { code: error instanceof ComityError ? error.code : 'INTERNAL' })
        throw error
      } finally {
        span.end()
      }
    },
    begin(name, attributes) {
      const span = start(name, attributes)
      return (added = {}) => {
        describe(span, added)
        span.end()
      }
    },
    traceparent() {
      const context = under.getStore()
      return context ? `00-${context.traceId}-${context.spanId}-01` : null
    },
    continued(traceparent, work) {
      const context = parse(traceparent)
      return context ? under.run(context, work) : work()
    },
    close: () => provider.shutdown().catch(() => undefined),
  }
}

function describe(span: OpenSpan, attributes: SpanAttributes): void {
  span.setAttributes(onWire(attributes))
  if (attributes.code !== undefined) span.setStatus({ code: SpanStatusCode.ERROR })
}

function onWire(attributes: SpanAttributes): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) => {
      const name = WIRE[key as keyof SpanAttributes] as string | undefined
      return name === undefined ? [] : [[name, value as string | number]]
    }),
  )
}

/** https://www.w3.org/TR/trace-context/#traceparent-header */
function parse(traceparent: string | undefined): SpanContext | null {
  const [, traceId, spanId] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(traceparent ?? '') ?? []
  if (traceId === undefined || spanId === undefined) return null
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null
  return { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true }
}
