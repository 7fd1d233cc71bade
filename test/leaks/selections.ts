import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql'
import type { Args } from '../oracle/oracle.js'

export interface Selected {
  readonly field: string
  readonly args: Args
  readonly selections: readonly SelectionSetNode[]
}

/** Which fields an object of an answer holds, by response key: the specification's CollectFields, apart from the gateway's. */
export class Selections {
  readonly #fragments = new Map<string, FragmentDefinitionNode>()

  constructor(
    private readonly schema: GraphQLSchema,
    { definitions }: DocumentNode,
    private readonly variables: Args,
  ) {
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition)
    }
  }

  collect(
    selections: readonly SelectionSetNode[],
    type: string,
    into = new Map<string, Selected>(),
  ): Map<string, Selected> {
    for (const set of selections) {
      for (const selection of set.selections) {
        if (this.isSkipped(selection.directives)) continue
        if (selection.kind === Kind.FIELD) this.add(selection, into)
        else {
          const fragment =
            selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value)
          const on = fragment?.typeCondition?.name.value
          if (fragment && this.appliesTo(on, type)) this.collect([fragment.selectionSet], type, into)
        }
      }
    }
    return into
  }

  private add({ alias, name, arguments: given, selectionSet }: FieldNode, into: Map<string, Selected>): void {
    const key = alias?.value ?? name.value
    const inner = selectionSet ? [selectionSet] : []
    const held = into.get(key)
    const args = (given ?? []).map(({ name: of, value }) => [of.value, valueFromASTUntyped(value, this.variables)])
    into.set(key, {
      field: name.value,
      args: Object.fromEntries(args) as Args,
      selections: [...(held?.selections ?? []), ...inner],
    })
  }

  private isSkipped(directives: FieldNode['directives']): boolean {
    return (directives ?? []).some(({ name, arguments: given }) => {
      const value = given?.[0] && valueFromASTUntyped(given[0].value, this.variables)
      return name.value === 'skip' ? value === true : name.value === 'include' && value === false
    })
  }

  private appliesTo(on: string | undefined, type: string): boolean {
    if (on === undefined || on === type) return true
    const [abstract, object] = [this.schema.getType(on), this.schema.getType(type)]
    return isAbstractType(abstract) && isObjectType(object) && this.schema.isSubType(abstract, object)
  }
}
