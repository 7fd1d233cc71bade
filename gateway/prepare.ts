import { createHash } from 'node:crypto'
import { type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, Kind, print } from 'graphql'
import { withConfirmation } from './confirm.js'

/** A client's document as the gateway will plan it. */
export interface Prepared {
  readonly document: DocumentNode
  /** Hash of the document that is planned: with the client's own, one document's plan would serve another. */
  readonly queryHash: string
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
}

/**
 * Prepares each document once for as long as Apollo Server keeps it: the memory is tied to the parsed document, so it is
 * bounded as that store is.
 */
export class Preparation {
  readonly #prepared = new WeakMap<DocumentNode, Prepared>()

  constructor(private readonly schema: GraphQLSchema) {}

  /** @throws ComityError OPERATION_INVALID */
  of(document: DocumentNode): Prepared {
    const known = this.#prepared.get(document)
    if (known) return known
    const confirmed = withConfirmation(document, this.schema)
    const fragments = confirmed.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    )
    const prepared: Prepared = {
      document: confirmed,
      queryHash: createHash('sha256').update(print(confirmed)).digest('hex'),
      fragments: Object.fromEntries(fragments),
    }
    this.#prepared.set(document, prepared)
    return prepared
  }
}
