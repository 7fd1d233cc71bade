import type { SubgraphName } from '../../contract/viewer.js'

/** Who sends SQL: a subgraph, the hub itself, or the disclosure log. */
export type Sender = SubgraphName | 'hub'

/** One request at a GraphQL endpoint, when its answer has left. Every word of it is from a list of the hub's own. */
export interface OperationAnswered {
  /** observed-request.ts: a persisted operation's name or a field of the schema, never a name that a client has chosen. */
  readonly operation: string
  /** Roles in which the viewer acts, joined by `+`; `none` where nobody was authenticated. */
  readonly role: string
  readonly jurisdictionClass: string
  /** Codes of contract/errors.ts, each once; none where the answer is whole. */
  readonly codes: readonly string[]
  readonly seconds: number
}

export interface SubgraphFetched {
  readonly subgraph: SubgraphName
  /** The subgraph did not answer: what it refuses is an answer. */
  readonly failed: boolean
  readonly seconds: number
}

export interface StatementRun {
  readonly sender: Sender
  /** First word of the statement, of those in prisma/statement-kind.ts. */
  readonly kind: string
  readonly failed: boolean
  readonly seconds: number
}

/** One group of entries of the disclosure log, committed or refused together. */
export interface EntriesAppended {
  readonly entries: number
  readonly failed: boolean
  readonly seconds: number
}

/** What is asked for when the metrics are read, instead of being told: sizes, and counts that somebody keeps anyway. */
export const READINGS = [
  'planCacheHits',
  'planCacheMisses',
  'planCacheEntries',
  'planCacheBytes',
  'policyCacheHits',
  'policyCacheMisses',
  'issuersFailing',
  'admissionRunning',
  'admissionWaiting',
] as const
export type Reading = (typeof READINGS)[number]

/** What is counted. No event holds a variable's value, an id, a document or a person. */
export interface Metrics {
  operationAnswered(event: OperationAnswered): void
  tokenRefused(event: { readonly code: string }): void
  subgraphFetched(event: SubgraphFetched): void
  statementRun(event: StatementRun): void
  entriesAppended(event: EntriesAppended): void
  /** `read` is called whenever the metrics are; of several under one name the sum is told. */
  reads(reading: Reading, read: () => number): void
  /** Hash of the policy set in force. */
  readsPolicyVersion(read: () => string): void
}

/** What a span may say about itself. */
export interface SpanAttributes {
  readonly operation?: string
  readonly role?: string
  readonly jurisdictionClass?: string
  readonly subgraph?: string
  readonly sender?: string
  readonly statement?: string
  readonly entries?: number
  readonly status?: number
  /** Of contract/errors.ts; a span with one has failed. */
  readonly code?: string
  /** The hub's own number of the request, as in its log and its errors. */
  readonly requestId?: string
}

export type SpanName = 'request' | 'authenticate' | 'budget' | 'execute' | 'fetch' | 'subgraph' | 'statement' | 'append'

export interface Span {
  set(attributes: SpanAttributes): void
}

export interface Tracer {
  /** Does the work within a span, to which the spans begun meanwhile belong. A rejection marks it as failed. */
  span<T>(name: SpanName, attributes: SpanAttributes, work: (span: Span) => Promise<T>): Promise<T>
  /** A span that nothing belongs to; call what is returned at its end. */
  begin(name: SpanName, attributes: SpanAttributes): (attributes?: SpanAttributes) => void
  /** W3C `traceparent` of the span that is under way, for whoever goes on elsewhere; null where none is. */
  traceparent(): string | null
  /** Work that another process of the hub began: its header is believed of a signed request alone. */
  continued<T>(traceparent: string | undefined, work: () => Promise<T>): Promise<T>
}

export type Telemetry = Metrics & Tracer

const NO_SPAN: Span = { set: () => undefined }

export const NO_METRICS: Metrics = {
  operationAnswered: () => undefined,
  tokenRefused: () => undefined,
  subgraphFetched: () => undefined,
  statementRun: () => undefined,
  entriesAppended: () => undefined,
  reads: () => undefined,
  readsPolicyVersion: () => undefined,
}

export const NO_TRACER: Tracer = {
  span: (_name, _attributes, work) => work(NO_SPAN),
  begin: () => () => undefined,
  traceparent: () => null,
  continued: (_traceparent, work) => work(),
}

export const NO_TELEMETRY: Telemetry = { ...NO_METRICS, ...NO_TRACER }
