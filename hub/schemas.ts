import type { GraphQLSchema } from 'graphql'
import { SUBGRAPHS, type SubgraphName } from '../contract/viewer.js'
import { DEFINITIONS } from '../subgraphs/index.js'
import { buildFederatedSchema } from '../subgraphs/kit/federated-schema.js'

export interface NamedSchema {
  readonly name: SubgraphName
  readonly sdl: string
  readonly schema: GraphQLSchema
}

/** The subgraphs as schemas alone: no database, no keys. For what is printed and checked without a running hub. */
export function subgraphSchemas(): Promise<readonly NamedSchema[]> {
  return Promise.all(SUBGRAPHS.map(async (name) => ({ name, ...(await buildFederatedSchema(DEFINITIONS[name])) })))
}
