import type { ApolloServerOptions, BaseContext } from '@apollo/server'
import type { DocumentNode } from 'graphql'

type Store = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>

/** Bytes of the texts of the documents kept; what hangs on each (prepared, filtered) goes with it. */
const BYTES = 4 * 1_048_576
const COUNT = 1_000

const bytesOf = ({ loc }: DocumentNode): number => loc?.source.body.length ?? 0

/**
 * Documents that were parsed and found valid, those used longest ago go first. Apollo's own store counts 30 MiB of JSON, of
 * which a parsed document is several times as large in memory, and has a filtered copy for each kind of viewer.
 */
export class DocumentStore implements Store {
  readonly #kept = new Map<string, DocumentNode>()
  #bytes = 0

  constructor(private readonly bounds = { bytes: BYTES, count: COUNT }) {}

  get size(): { readonly count: number; readonly bytes: number } {
    return { count: this.#kept.size, bytes: this.#bytes }
  }

  get(key: string): Promise<DocumentNode | undefined> {
    const found = this.#kept.get(key)
    if (found) {
      // A Map iterates in order of insertion: set again, the key is the youngest.
      this.#kept.delete(key)
      this.#kept.set(key, found)
    }
    return Promise.resolve(found)
  }

  set(key: string, document: DocumentNode): Promise<void> {
    this.#forget(key)
    this.#kept.set(key, document)
    this.#bytes += bytesOf(document)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.bounds.count && this.#bytes <= this.bounds.bytes) break
      this.#forget(oldest)
    }
    return Promise.resolve()
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.#forget(key))
  }

  #forget(key: string): boolean {
    const found = this.#kept.get(key)
    if (!found) return false
    this.#bytes -= bytesOf(found)
    return this.#kept.delete(key)
  }
}
