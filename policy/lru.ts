/** A map of bounded size that forgets what was used longest ago. */
export interface Lru<K, V> {
  get(key: K, make: () => V): V
}

export function createLru<K, V>(size: number): Lru<K, V> {
  const kept = new Map<K, V>()
  return {
    get(key, make) {
      const found = kept.get(key)
      const value = found ?? make()
      // A Map iterates in order of insertion: set again, the key is the youngest.
      if (found !== undefined) kept.delete(key)
      kept.set(key, value)
      if (kept.size > size) kept.delete(kept.keys().next().value as K)
      return value
    },
  }
}
