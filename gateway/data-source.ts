import './telemetry-off.js'
import type { GraphQLDataSource } from '@apollo/gateway'
import type { ChannelPayload } from '../contract/disclosure.js'
import { ComityError } from '../contract/errors.js'
import type { RequestSigner } from '../contract/signature.js'
import type { SubgraphEndpoint, SubgraphRequest, SubgraphResponse } from '../contract/subgraph.js'
import type { SignedRequest } from '../contract/viewer.js'
import { AnswerError } from './answer-error.js'
import { readChannel } from './channel.js'
import type { GatewayContext } from './context.js'
import { faultOf } from './faults.js'
import { within } from './limits/deadline.js'
import { type Log, traceOf } from './log.js'
import { NO_TELEMETRY, type Telemetry } from './telemetry/telemetry.js'

type Options = Parameters<GraphQLDataSource<GatewayContext>['process']>[0]
type Answer = Awaited<ReturnType<GraphQLDataSource<GatewayContext>['process']>>

/** Milliseconds after which a subgraph is taken not to answer, in process as over HTTP: Apollo has no limit at all. */
export const FETCH_DEADLINE = 30_000

/**
 * Sends the fetches of a plan to one subgraph, each signed for it. What comes back is the data and errors that may be
 * shown; the reserved channel goes to the request's collector. Holds nothing of a request.
 */
export class SubgraphDataSource implements GraphQLDataSource<GatewayContext> {
  constructor(
    private readonly endpoint: SubgraphEndpoint,
    private readonly signer: RequestSigner,
    private readonly log: Log,
    private readonly deadline = FETCH_DEADLINE,
    private readonly telemetry: Telemetry = NO_TELEMETRY,
  ) {}

  async process(options: Options): Promise<Answer> {
    // Health checks and schema loading are the endpoints' own business.
    if (!('incomingRequestContext' in options)) throw new ComityError('INTERNAL')
    const context = options.context
    try {
      return await this.#observed(async () => this.#answer(await this.#send(options, context), context))
    } catch (error) {
      // Of a request that was stopped no subgraph is at fault.
      if (!context.signal?.aborted) this.#logFault(error, context)
      return answerOf(null, [faultOf(error) ?? AnswerError.ofCode('INTERNAL')])
    }
  }

  /** Of the outcome telemetry learns only whether there is one: an answer that refuses is an answer. */
  async #observed(fetch: () => Promise<Answer>): Promise<Answer> {
    const subgraph = this.endpoint.name
    const began = performance.now()
    let failed = true
    try {
      const answer = await this.telemetry.span('fetch', { subgraph }, fetch)
      failed = false
      return answer
    } finally {
      this.telemetry.subgraphFetched({ subgraph, failed, seconds: (performance.now() - began) / 1_000 })
    }
  }

  async #send(
    options: Options & { document?: SubgraphRequest['document'] },
    context: GatewayContext,
  ): Promise<SubgraphResponse> {
    context.signal?.throwIfAborted()
    const { query = '', variables = {} } = options.request
    const signature = this.signer.sign(signedPart(context), this.endpoint.name, query, variables)
    const document = options.document ? { document: options.document } : {}
    const traceparent = this.telemetry.traceparent()
    const trace = traceparent === null ? {} : { traceparent }
    const { signal } = context
    const request = { query, variables, signature, ...document, ...trace, ...(signal && { signal }) }
    return within(signal, withDeadline(this.endpoint.send(request), this.deadline))
  }

  #answer(response: SubgraphResponse, context: GatewayContext): Answer {
    const reported = readChannel(response.extensions)
    if (reported === null) throw new ComityError('SUBGRAPH_UNAVAILABLE')
    context.collector.add(reported)

    const errors = response.errors ?? []
    const faults = errors.flatMap((error) => {
      const fault = faultOf(error)
      if (fault?.extensions['code'] === 'INTERNAL') this.#logFault(error, context)
      return fault ?? []
    })
    if (errors.length - faults.length > withheldCount(reported)) {
      this.#logFault(new Error('a field was withheld and not reported'), context)
      faults.push(AnswerError.ofCode('INTERNAL'))
    }
    // Neither data nor a reason: nothing may be read into such a silence.
    if (!response.data && errors.length === 0) throw new ComityError('SUBGRAPH_UNAVAILABLE')
    return answerOf(response.data ?? null, faults)
  }

  #logFault(error: unknown, { requestId }: GatewayContext): void {
    this.log.error({ requestId, subgraph: this.endpoint.name, ...traceOf(error) }, 'a subgraph failed')
  }
}

function answerOf(data: Answer['data'], faults: readonly AnswerError[]): Answer {
  // Apollo's type is that of an error in JSON; it keeps the object, and finish.ts finds it again beneath Apollo's own.
  return {
    ...(data ? { data } : {}),
    ...(faults.length > 0 ? { errors: faults as NonNullable<Answer['errors']> } : {}),
  }
}

function signedPart(context: GatewayContext): SignedRequest {
  const { viewer, now, policyVersion, requestId } = context
  return { viewer, now: now.toISOString(), policyVersion, requestId }
}

function withheldCount(reported: ChannelPayload): number {
  return reported.marks.reduce((sum, { count }) => sum + count, 0)
}

async function withDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new ComityError('SUBGRAPH_UNAVAILABLE')), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
