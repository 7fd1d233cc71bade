import './telemetry-off.js'

export { composeSupergraph, CompositionError, type Supergraph } from './compose.js'
export { createContext, type GatewayContext } from './context.js'
export { createGateway, type Gateway, type GatewayOptions } from './execute.js'
export type { Log } from './log.js'
export { openRemoteEndpoint, type RemoteEndpoint, type RemoteOptions } from './remote-endpoint.js'
export { formatError, scrub } from './scrub.js'
export { type ApolloServerSettings, createApolloServer } from './server.js'
