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
import { type Log, traceOf } from './log.js'

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
  ) {}

  async process(options: Options): Promise<Answer> {
    // Health checks and schema loading are the endpoints' own business.
    if (!('incomingRequestContext' in options)) throw new ComityError('INTERNAL')
    const context = options.context
    try {
      const response = await this.#send(options, context)
      return this.#answer(response, context)
    } catch (error) {
      this.#logFault(error, context)
      return answerOf(null, [faultOf(error) ?? AnswerError.ofCode('INTERNAL')])
    }
  }

  #send(
    options: Options & { document?: SubgraphRequest['document'] },
    context: GatewayContext,
  ): Promise<SubgraphResponse> {
    const { query = '', variables = {} } = options.request
    const signature = this.signer.sign(signedPart(context), this.endpoint.name, query, variables)
    const document = options.document ? { document: options.document } : {}
    return withDeadline(this.endpoint.send({ query, variables, signature, ...document }), this.deadline)
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
