import type { Predicate } from './predicate.js'

export const TRUE: Predicate = { op: 'const', value: true }
export const FALSE: Predicate = { op: 'const', value: false }

export function isConst(predicate: Predicate, value: boolean): boolean {
  return predicate.op === 'const' && predicate.value === value
}

/** Conjunction in normal form: flat, without constants and repetitions; never empty. */
export function and(parts: readonly Predicate[]): Predicate {
  return junction('and', parts, FALSE, TRUE)
}

/** Disjunction in normal form: flat, without constants and repetitions; never empty. */
export function or(parts: readonly Predicate[]): Predicate {
  return junction('or', parts, TRUE, FALSE)
}

export function not(part: Predicate): Predicate {
  if (part.op === 'const') return part.value ? FALSE : TRUE
  if (part.op === 'not') return part.of
  if (part.op === 'eq' && typeof part.value === 'boolean') return { ...part, value: !part.value }
  return { op: 'not', of: part }
}

function junction(op: 'and' | 'or', parts: readonly Predicate[], absorbing: Predicate, neutral: Predicate): Predicate {
  const kept = new Map<string, Predicate>()
  for (const part of parts) {
    for (const child of part.op === op ? part.of : [part]) {
      if (child.op === 'const') {
        if (isConst(child, isConst(absorbing, true))) return absorbing
        continue
      }
      kept.set(JSON.stringify(child), child)
    }
  }
  const children = [...kept.values()]
  const [only] = children
  if (only === undefined) return neutral
  return children.length === 1 ? only : { op, of: children }
}

/** Membership of a fact in values: FALSE for none, an equality for one. */
export function within(
  fact: Extract<Predicate, { op: 'in' }>['fact'],
  values: readonly (string | number | boolean)[],
): Predicate {
  const [only] = values
  if (only === undefined) return FALSE
  return values.length === 1 ? { op: 'eq', fact, value: only } : { op: 'in', fact, values }
}

/** A set-valued fact meets values: FALSE for none, plain membership for one. */
export function meets(fact: Extract<Predicate, { op: 'hasAny' }>['fact'], values: readonly string[]): Predicate {
  const [only] = values
  if (only === undefined) return FALSE
  return values.length === 1 ? { op: 'has', fact, value: only } : { op: 'hasAny', fact, values }
}
