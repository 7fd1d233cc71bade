import type { Disclosure } from './disclosure.js'

/** One answer that held a person's data: who saw what of whom, why, under which rules. */
export interface DisclosureEntryInput {
  readonly at: Date
  /** Subject of the viewer's token. */
  readonly viewer: string
  /** The partner service that acted for the viewer (RFC 8693 `act.sub`); null where the viewer came alone. */
  readonly service: string | null
  readonly agency: string
  readonly jurisdiction: string
  readonly purpose: string
  readonly caseReference: string | null
  /** Its name in the manifest of persisted operations, or the root field (`several`), `/sha256:` and the hash of its text. */
  readonly operation: string
  readonly policyVersion: string
  readonly records: readonly Disclosure[]
  /** Identity records that the whole answer is about, for "who saw me". */
  readonly subjects: readonly string[]
}

/** No entry, no data: whoever appends waits until the entry is committed. */
export interface DisclosureAppender {
  /** Resolves to the entry's id once it is committed; rejects where it is not. */
  append(entry: DisclosureEntryInput): Promise<string>
}

/** Entries that were committed, or refused, together. */
export interface AppendedGroup {
  readonly entries: number
  /** Why they were refused, as a code (PostgreSQL's SQLSTATE, a system's error, one of ours); null: they are committed. */
  readonly fault: string | null
  readonly seconds: number
}
