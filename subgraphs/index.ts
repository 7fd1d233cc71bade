import type { SubgraphName } from '../contract/viewer.js'
import type { PrismaClient } from '../prisma/client/client.js'
import { agencies } from './agencies/index.js'
import { credentials } from './credentials/index.js'
import { incidents } from './incidents/index.js'
import type { SubgraphDefinition } from './kit/subgraph.js'
import { officers } from './officers/index.js'

/** Every subgraph of the hub. Each narrows the one generated client to its own models. */
export const DEFINITIONS: Readonly<Record<SubgraphName, SubgraphDefinition<PrismaClient>>> = {
  agencies,
  officers,
  incidents,
  credentials,
}
