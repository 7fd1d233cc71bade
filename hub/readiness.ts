import { setTimeout as sleep } from 'node:timers/promises'
import type { PartState, Readiness } from '../gateway/http/health.js'
import type { TrustedIssuer } from '../gateway/identity/issuers.js'

/** Milliseconds: a part that is slower than this to say that it works cannot serve a request now. */
const WITHIN = 3_000

export interface Parts {
  /** Whether the hub's own connection is answered. */
  readonly database: () => Promise<unknown>
  readonly subgraphs: readonly { readonly name: string; readonly ready: () => Promise<boolean> }[]
  /** Whether an entry could be appended. Null: this log has no such question. */
  readonly disclosureLog: (() => Promise<boolean>) | null
  /** Whether the set in force is the one that should be. */
  readonly policy: () => boolean
  readonly issuers: readonly TrustedIssuer[]
}

/**
 * What each part says of itself now. Without a part that is `unavailable` no person's data can be disclosed; a `degraded`
 * one works for most: with the rules that were in force before, or without the users of one issuer.
 */
export async function readiness(parts: Parts): Promise<Readiness> {
  const asked: [string, Promise<boolean>][] = [
    ['database', parts.database().then(() => true)],
    ...parts.subgraphs.map(({ name, ready }): [string, Promise<boolean>] => [name, ready()]),
    ['disclosureLog', parts.disclosureLog?.() ?? Promise.resolve(true)],
  ]
  const states = await Promise.all(asked.map(async ([name, works]) => [name, await stateOf(works)] as const))
  return {
    ...Object.fromEntries(states),
    policy: parts.policy() ? 'ok' : 'degraded',
    issuers: unreachable(parts.issuers) === 0 ? 'ok' : 'degraded',
  }
}

/** How many issuers have keys that could not be read when they were last needed. */
export function unreachable(issuers: readonly TrustedIssuer[]): number {
  return issuers.filter(({ keysFailing }) => keysFailing?.() === true).length
}

async function stateOf(works: Promise<boolean>): Promise<PartState> {
  const answer = works.catch(() => false)
  return (await Promise.race([answer, sleep(WITHIN, false, { ref: false })])) ? 'ok' : 'unavailable'
}
