/**
 * What may stand in one place of an answer. Null may stand everywhere.
 * - VALUES: one of these. An object stands for its fields, each a value or an Allowed; of a list, each item is one of them.
 * - RECORDS: one of these records, whose fields the oracle answers for by themselves.
 * - LIST: a connection over some of these records, of which it counts no more than there are.
 * - WORDS: a sentence that is the same wherever `key` is, and of no other `key`.
 * - ANYTHING: no record of a person is in it.
 */
export type Allowed =
  | { readonly of: 'VALUES'; readonly values: readonly unknown[] }
  | { readonly of: 'RECORDS'; readonly type: string; readonly ids: ReadonlySet<string> }
  | { readonly of: 'LIST'; readonly type: string; readonly ids: ReadonlySet<string> }
  | { readonly of: 'WORDS'; readonly about: string; readonly key: string }
  | { readonly of: 'ANYTHING' }

export const CLOSED: Allowed = { of: 'VALUES', values: [] }
export const ANYTHING: Allowed = { of: 'ANYTHING' }

export const values = (...of: readonly unknown[]): Allowed => ({ of: 'VALUES', values: of })
export const records = (type: string, ids: Iterable<unknown>): Allowed => ({ of: 'RECORDS', type, ids: idsOf(ids) })
export const list = (type: string, ids: Iterable<unknown>): Allowed => ({ of: 'LIST', type, ids: idsOf(ids) })

function idsOf(ids: Iterable<unknown>): ReadonlySet<string> {
  return new Set([...ids].filter((id) => id !== null && id !== undefined).map(String))
}

export function isAllowed(value: unknown): value is Allowed {
  return typeof value === 'object' && value !== null && typeof (value as { of?: unknown }).of === 'string'
}
