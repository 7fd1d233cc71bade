export interface Leak {
  readonly path: string
  readonly coordinate: string
  readonly record: string
  readonly value: unknown
  readonly why: string
}

/** What an answer held. Counts are of leaves that belong to a person's record. */
export interface Seen {
  readonly leaks: Leak[]
  shown: number
  /** Nulls where the record has a value that the oracle keeps from the viewer. */
  withheld: number
  /** Nulls of records that the viewer may know of and of a class that is open. */
  empty: number
  /** Objects that are a person's record. */
  records: number
  readonly classes: Record<string, number>
}

export const nothingSeen = (): Seen => ({ leaks: [], shown: 0, withheld: 0, empty: 0, records: 0, classes: {} })

/** Adds what one answer held to what others did. */
export function addSeen(seen: Seen, other: Seen): void {
  seen.leaks.push(...other.leaks)
  seen.shown += other.shown
  seen.withheld += other.withheld
  seen.empty += other.empty
  seen.records += other.records
  for (const [name, count] of Object.entries(other.classes)) seen.classes[name] = (seen.classes[name] ?? 0) + count
}
