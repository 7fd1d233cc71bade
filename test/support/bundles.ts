import type { KeyObject } from 'node:crypto'
import { createPublicKey } from 'node:crypto'
import { bundleDigest, keyIdOf, signBundle } from '../../contract/bundle-signature.js'
import { demoPolicyKey } from '../../hub/keys.js'
import type { Client, TestAnswer, TestHub } from './hub.js'
import { query } from './queries.js'

/** A policy that keeps every instance of the jurisdiction with its owner, or what the test makes of it. */
export function bundleText(jurisdiction: string, change: Readonly<Record<string, string>> = {}): string {
  const parts = {
    id: `${jurisdiction}-1`,
    effectiveFrom: '2026-01-01',
    title: `${jurisdiction} shares no instances for hiring`,
    effect: 'forbid',
    head: '(principal, action in [Action::"know:Incident", Action::"read:P4"], resource is Incident)',
    when: `resource.ownerJurisdiction == "${jurisdiction}" && context.purpose == "J"`,
    ...change,
  }
  return `@id("${parts.id}") @title("${parts.title}")
@cite("${jurisdiction} Demonstration Code, Sec. 1 (synthetic instrument)") @citeRole("AUTHORITY") @citeStatus("UNCHECKED")
@effectiveFrom("${parts.effectiveFrom}")
${parts.effect} ${parts.head}
when { ${parts.when} };
`
}

export interface Publishing {
  readonly jurisdiction?: string
  readonly text?: string | null
  readonly effectiveFrom?: string
  /** As what it is signed, where that is not what is sent. */
  readonly signed?: { readonly jurisdiction?: string; readonly text?: string | null; readonly effectiveFrom?: string }
  readonly key?: KeyObject
  readonly as?: Client
}

/** Publishes or withdraws as the State's policy officer of the demo does, or as the test would have it. */
export function publish(
  hub: Pick<TestHub, 'database' | 'as'>,
  publishing: Publishing = {},
): Promise<TestAnswer<Published>> {
  const jurisdiction = publishing.jurisdiction ?? 'US-CA'
  const text = publishing.text === undefined ? bundleText(jurisdiction) : publishing.text
  const effectiveFrom = publishing.effectiveFrom ?? '2026-11-24'
  const key = publishing.key ?? demoPolicyKey(hub.database.config, jurisdiction)
  const signed = { jurisdiction, text, effectiveFrom, ...publishing.signed }
  const signature = signBundle(key, { ...signed, sha256: bundleDigest(signed.text) })
  const input = { jurisdiction, effectiveFrom, keyId: keyIdOf(createPublicKey(key)), signature }
  const client = publishing.as ?? hub.as('policy-state')
  return text === null
    ? client.ask(query('withdraw-bundle'), { input })
    : client.ask(query('publish-bundle'), { input: { ...input, text } })
}

export interface Published {
  readonly publishBundle?: PublishedBundle | null
  readonly withdrawBundle?: PublishedBundle | null
}

export interface PublishedBundle {
  readonly publication: string
  readonly source: string
  readonly state: string
}
