import type { Access, RowScope } from '../../policy/index.js'

/**
 * The layers inside a subgraph. Each is on wherever the hub runs; tests switch one off to show that no viewer sees more
 * without it (a demo's endpoint without the shield included).
 */
export interface Layers {
  /** graphql-shield, field by field (shield.ts). */
  readonly shield: boolean
  /** What the rules say of loaded rows: unknown ones are dropped (known.ts), denied columns masked (present.ts). */
  readonly masks: boolean
  /** The row scope in every statement. */
  readonly scopes: boolean
}

export const ALL_LAYERS: Layers = { shield: true, masks: true, scopes: true }

/** Every row there is. For `scopes: false` alone. */
const EVERY_ROW = { predicate: { op: 'const', value: true } } as unknown as RowScope

const unmasked = new WeakSet<Access>()

/** The viewer's access as the layers below the shield ask it. Decisions are never changed. */
export function accessWith(layers: Layers, access: Access): Access {
  const layered = layers.scopes ? access : { ...access, scope: () => EVERY_ROW, scopeForFilter: () => EVERY_ROW }
  if (!layers.masks) unmasked.add(layered)
  return layered
}

export function isMasking(access: Access): boolean {
  return !unmasked.has(access)
}
