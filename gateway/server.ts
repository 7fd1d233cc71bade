import './telemetry-off.js'
import { ApolloServer, type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { CATALOGUE, type ErrorCode } from '../contract/errors.js'
import type { GatewayContext } from './context.js'
import { DocumentStore } from './document-store.js'
import type { Gateway } from './execute.js'
import { apolloLogger, type Log } from './log.js'
import { formatError } from './scrub.js'

export interface ApolloServerSettings {
  readonly introspection: boolean
  readonly logger: Log
  /** Run before planning: the budget. */
  readonly plugins?: readonly ApolloServerPlugin<GatewayContext>[]
}

/** Apollo Server over the gateway, without a transport: whoever speaks HTTP hands it requests and contexts. */
export function createApolloServer(gateway: Gateway, settings: ApolloServerSettings): ApolloServer<GatewayContext> {
  return new ApolloServer<GatewayContext>({
    gateway,
    formatError,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    introspection: settings.introspection,
    csrfPrevention: true,
    cache: 'bounded',
    documentStore: new DocumentStore(),
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    logger: apolloLogger(settings.logger, () => true),
    plugins: [
      ...(settings.plugins ?? []),
      stampErrors,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  })
}

/** Puts the request's id on every error, and the catalogue's HTTP status on an answer that has nothing but errors. */
const stampErrors: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: () => Promise.resolve({ willSendResponse: (request) => Promise.resolve(stamp(request)) }),
}

function stamp({ response, contextValue }: GraphQLRequestContext<GatewayContext>): void {
  if (response.body?.kind !== 'single') return
  const { singleResult } = response.body
  const [first] = singleResult.errors ?? []
  if (!first || !singleResult.errors) return
  const { requestId, observed } = contextValue
  for (const { extensions } of singleResult.errors) observed.failed(String(extensions?.['code']))
  singleResult.errors = singleResult.errors.map((error) => ({
    ...error,
    extensions: { ...error.extensions, requestId },
  }))
  const status = response.http.status
  if (singleResult.data || (status !== undefined && status !== 500)) return
  response.http.status = CATALOGUE[first.extensions?.['code'] as ErrorCode].status
}
