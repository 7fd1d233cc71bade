import type { Condition } from './condition.js'
import type { Rule } from './rule.js'

const BUNDLE_FILE = /^jurisdictions\/([A-Z]{2,5}-[A-Z0-9-]+)\.cedar$/

/** The jurisdiction that a file is the bundle of; null for the baseline; undefined for a bundle misnamed. */
export function bundleOf(file: string): string | null | undefined {
  if (!file.startsWith('jurisdictions/')) return null
  return BUNDLE_FILE.exec(file)?.[1]
}

/**
 * What a jurisdiction's bundle must not do. It narrows only, and only what its jurisdiction owns: every policy is a
 * forbid whose `when` has `resource.ownerJurisdiction == "<code>"` as a part that must hold.
 */
export function bundleFault(rule: Rule): string | null {
  if (rule.bundle === null) return null
  if (rule.head.effect !== 'forbid') return `the bundle of ${rule.bundle} permits; a bundle may only forbid`
  if (!requiresOwner(rule.condition, rule.bundle)) {
    return `the bundle of ${rule.bundle} reaches other owners' records; add when { resource.ownerJurisdiction == "${rule.bundle}" }`
  }
  return null
}

function requiresOwner(condition: Condition, code: string): boolean {
  if (condition.op === 'and') return condition.of.some((part) => requiresOwner(part, code))
  if (condition.op !== '==') return false
  const sides = [condition.left, condition.right]
  return (
    sides.some((side) => side.from === 'fact' && side.name === 'ownerJurisdiction') &&
    sides.some((side) => side.from === 'literal' && side.value === code)
  )
}
