import DataLoader from 'dataloader'

interface Shared {
  readonly signal: AbortSignal | undefined
  shared<T>(name: string, make: () => T): T
}

/** A per-fetch loader by id: one statement for all ids of a tick, null for what the batch does not return; none once nobody waits. */
export function loaderById<Row extends { id: string }>(
  context: Shared,
  name: string,
  batch: (ids: readonly string[]) => Promise<readonly Row[]>,
): DataLoader<string, Row | null> {
  return context.shared(
    name,
    () =>
      new DataLoader<string, Row | null>(async (ids) => {
        context.signal?.throwIfAborted()
        const found = new Map((await batch(ids)).map((row) => [row.id, row]))
        return ids.map((id) => found.get(id) ?? null)
      }),
  )
}

/** A per-fetch loader of lists by parent key: one batch for all parents of a tick, empty for parents without rows. */
export function loaderOfMany<Row>(
  context: Shared,
  name: string,
  batch: (parents: readonly string[]) => Promise<ReadonlyMap<string, readonly Row[]>>,
): DataLoader<string, readonly Row[]> {
  return context.shared(
    name,
    () =>
      new DataLoader<string, readonly Row[]>(async (parents) => {
        context.signal?.throwIfAborted()
        const found = await batch(parents)
        return parents.map((parent) => found.get(parent) ?? [])
      }),
  )
}
