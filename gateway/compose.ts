import './telemetry-off.js'
import { composeServices } from '@apollo/composition'
import { parse, printSchema } from 'graphql'
import type { SubgraphEndpoint } from '../contract/subgraph.js'

export interface Supergraph {
  /** Plain Federation 2, so that any federation router can serve it. */
  readonly supergraphSdl: string
  /** What clients see: without `@inaccessible` fields and the federation's own types. */
  readonly apiSdl: string
}

/** All that keeps the subgraphs from fitting together, at once. Raised at start, never while serving. */
export class CompositionError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The subgraphs do not compose:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
    this.name = 'CompositionError'
  }
}

type Described = Pick<SubgraphEndpoint, 'name' | 'sdl'>

/** The tour's second gateway, without the shield, is over the same schemas as the first. */
let latest: { readonly of: string; readonly supergraph: Supergraph } | null = null

/** @throws CompositionError */
export function composeSupergraph(subgraphs: readonly Described[]): Supergraph {
  const sorted = [...subgraphs]
    // The supergraph is committed: its text must not depend on the order of start.
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const of = JSON.stringify(sorted.map(({ name, sdl }) => [name, sdl]))
  if (latest?.of !== of) latest = { of, supergraph: compose(sorted) }
  return latest.supergraph
}

function compose(subgraphs: readonly Described[]): Supergraph {
  const services = subgraphs.map(({ name, sdl }) => ({ name, url: `comity:${name}`, typeDefs: parse(sdl) }))
  const result = composeServices(services)
  if (result.errors) throw new CompositionError(result.errors.map((error) => error.message))
  return {
    supergraphSdl: result.supergraphSdl,
    apiSdl: printSchema(result.schema.toAPISchema().toGraphQLJSSchema()),
  }
}
