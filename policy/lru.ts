export interface CacheCounts {
  readonly hits: number
  readonly misses: number
}

/** A map of bounded size that forgets what was used longest ago. */
export interface Lru<K, V> {
  get(key: K, make: () => V): V
  /** How often what was asked for was there, and was not, since it was made. */
  readonly counts: CacheCounts
}

export function createLru<K, V>(size: number): Lru<K, V> {
  const kept = new Map<K, V>()
  const counts = { hits: 0, misses: 0 }
  return {
    counts,
    get(key, make) {
      const found = kept.get(key)
      counts[found === undefined ? 'misses' : 'hits'] += 1
      const value = found ?? make()
      // A Map iterates in order of insertion: set again, the key is the youngest.
      if (found !== undefined) kept.delete(key)
      kept.set(key, value)
      if (kept.size > size) kept.delete(kept.keys().next().value as K)
      return value
    },
  }
}
