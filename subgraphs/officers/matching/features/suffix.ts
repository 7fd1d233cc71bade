import type { LevelOf } from '../model.js'
import type { NormalName } from '../normalize.js'

/** Symmetric. */
export function compareSuffix(a: NormalName, b: NormalName): LevelOf<'suffix'> {
  if (a.suffix === null || b.suffix === null) return 'ABSENT'
  if (a.suffix === b.suffix) return 'EXACT'
  const both = new Set([a.suffix, b.suffix])
  return both.has('JR') && both.has('II') ? 'COMPATIBLE' : 'DIFFER'
}
