import { Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql'
import type { Viewer } from '../../contract/viewer.js'
import type { Prepared } from '../prepare.js'
import type { OperationAnswered } from './telemetry.js'

const NONE = 'none'

/** What is learned of one request while it is answered, for the one event at its end. */
export class ObservedRequest {
  #persisted: string | null = null
  #root = NONE
  #role = NONE
  #jurisdictionClass = NONE
  readonly #codes = new Set<string>()

  /** An operation of the manifest goes by its name: whoever made that has chosen the word. */
  persistedAs(operation: OperationDefinitionNode | null | undefined): void {
    this.#persisted = operation?.name?.value ?? null
  }

  askedBy({ roles, jurisdictionClass }: Viewer): void {
    this.#role = [...roles].sort().join('+')
    this.#jurisdictionClass = jurisdictionClass
  }

  /** After validation: the fields are the schema's. */
  asks(operation: OperationDefinitionNode, fragments: Prepared['fragments']): void {
    this.#root = rootLabel(operation, fragments)
  }

  failed(code: string): void {
    this.#codes.add(code)
  }

  /** Its name in the manifest; null for what a client has written itself. */
  get persisted(): string | null {
    return this.#persisted
  }

  get operation(): string {
    return this.#persisted ?? this.#root
  }

  told(): Omit<OperationAnswered, 'seconds'> {
    const { operation } = this
    return { operation, role: this.#role, jurisdictionClass: this.#jurisdictionClass, codes: [...this.#codes].sort() }
  }
}

/**
 * The root field that is asked for, `several`, or `introspection`. A client may call its operation after the person whom it
 * asks about, so that its own name for it is no label, however few of them there are.
 */
export function rootLabel(operation: OperationDefinitionNode, fragments: Prepared['fragments']): string {
  const names = new Set<string>()
  collect(operation.selectionSet, fragments, names)
  const own = [...names].filter((name) => !name.startsWith('__'))
  if (own.length === 0) return 'introspection'
  return own.length === 1 ? (own[0] as string) : 'several'
}

function collect({ selections }: SelectionSetNode, fragments: Prepared['fragments'], names: Set<string>): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) names.add(selection.name.value)
    else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, fragments, names)
    else {
      const fragment = fragments[selection.name.value]
      if (fragment) collect(fragment.selectionSet, fragments, names)
    }
  }
}
