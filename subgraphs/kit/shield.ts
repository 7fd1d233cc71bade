import { type GraphQLSchema, isObjectType } from 'graphql'
import { applyMiddleware } from 'graphql-middleware'
import { allow, deny, rule, shield } from 'graphql-shield'
import { fieldRule, type ViewerAction } from '../../policy/index.js'
import { collecting } from './collector.js'
import type { RequestAccess } from './context.js'
import { basisOf } from './facts.js'
import type { Layers } from './layers.js'
import { opens, withheld } from './present.js'
import { WithheldError } from './withheld.js'

type Rule = ReturnType<ReturnType<typeof rule>>

/** Decides one field of one row. `no_cache`: `contextual` would reuse the first row's verdict for every row (traps.md). */
function ruleOf(coordinate: string): Rule | typeof allow | typeof deny {
  const field = fieldRule(coordinate)
  if (field === null) return deny
  if (typeof field === 'string') return allow
  if ('operation' in field) return viewerRule(coordinate, `do:${field.operation}`)
  if (field.of === 'VIEWER') return viewerRule(coordinate, field.class === 'P11' ? 'read:P11' : 'read:P0')
  const { class: dataClass, of: type } = field
  return rule(coordinate, { cache: 'no_cache' })((parent: unknown, _args, context: RequestAccess) => {
    const basis = basisOf(parent)
    if (!basis || basis.type !== type) return false
    if (opens(context.access, type, dataClass, basis.facts)) return true
    return withheld(context.access, coordinate, type, dataClass, basis.facts) ?? false
  })
}

function viewerRule(coordinate: string, action: ViewerAction): Rule {
  return rule(coordinate, { cache: 'no_cache' })((_parent, _args, context: RequestAccess) => {
    const decision = context.access.decideViewer(action)
    if (decision.effect === 'allow') return true
    return new WithheldError(coordinate, decision, action.startsWith('do:') ? 'NOT_PERMITTED' : 'WITHHELD')
  })
}

/** The shield tree, field by field on every concrete type, generated from the field table; what it does not list is denied. */
export function shielded(schema: GraphQLSchema, layers: Layers): GraphQLSchema {
  const tree: Record<string, Record<string, Rule | typeof allow | typeof deny>> = {}
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    tree[type.name] = Object.fromEntries(
      Object.keys(type.getFields()).map((name) => [name, ruleOf(`${type.name}.${name}`)]),
    )
  }
  // Federation's own entry points: what they return is decided field by field, and only a signed gateway reaches them.
  tree['Query'] = { ...tree['Query'], _entities: allow, _service: allow }
  tree['_Service'] = { sdl: allow }
  if (!layers.shield) return applyMiddleware(schema, collecting)
  // graphql-shield's tree type wants interfaces spelled out that a generated tree cannot have.
  return applyMiddleware(
    schema,
    collecting,
    shield(tree as never, { fallbackRule: deny, allowExternalErrors: true, debug: false }),
  )
}
