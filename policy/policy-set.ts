import { createHash } from 'node:crypto'
import { createAccess } from './access.js'
import type { Access, Slice } from './access.js'
import { inEffect } from './effect-dates.js'
import type { PolicyFiles } from './files.js'
import { loadRules } from './load.js'
import { type CacheCounts, createLru } from './lru.js'
import type { Rule } from './rule.js'
import { createStaticAccess } from './static.js'
import type { Moment, StaticAccess } from './static.js'
import type { EpochDay, PolicyHead, PolicyViewer, RequestFacts } from './types.js'

/** Compiled accesses kept across requests, per policy set. */
const KEPT = 512
/** A set is asked about today, and about yesterday where a request began before midnight. */
const KEPT_DAYS = 4

/** An immutable, validated set of rules, addressed by the hash of its text. */
export interface PolicySet {
  /** SHA-256 of schema, files, attestations and sources, hex. */
  readonly hash: string
  readonly heads: readonly PolicyHead[]
  /** In force, baseline and bundles, in the order in which they are asked; each within its dates, if it has any. */
  readonly rules: readonly Rule[]
  /** Those of them that are in effect on a day. */
  rulesOn(day: EpochDay): readonly Rule[]
  /** Bundle rules whose source nobody has checked: linted and validated, but asked of nothing. */
  readonly inactive: readonly Rule[]
  /** Cedar resource types that each action applies to. */
  readonly appliesTo: ReadonlyMap<string, readonly string[]>
  forRequest(viewer: PolicyViewer, facts: RequestFacts): Access
  /** What can be said before anything is fetched. */
  beforeRequest(viewer: PolicyViewer, moment: Moment): StaticAccess
  /** Of compiled accesses; for an operator's eyes, nothing depends on it. */
  readonly cache: CacheCounts
}

export interface LoadOptions {
  /** Puts bundles in force whose citation is UNCHECKED (rulings.md: inactive by default). */
  readonly activateUnchecked?: boolean
}

/** Throws PolicyError (file, line, reason) for anything that must not be put in force. */
export function loadPolicySet(files: PolicyFiles, options: LoadOptions = {}): PolicySet {
  const { rules: all, vocabulary } = loadRules(files)
  const inForce = (rule: Rule): boolean =>
    rule.bundle === null ||
    rule.head.citation.status === 'CHECKED' ||
    files.attested?.[rule.file] !== undefined ||
    options.activateUnchecked === true
  const rules = all.filter(inForce).sort(inOrder)
  const rulesOn = (day: EpochDay): readonly Rule[] => rules.filter((rule) => inEffect(rule, day))
  const slices = createLru<EpochDay, Slice>(KEPT_DAYS)
  const sliceOn = (day: EpochDay): Slice => slices.get(day, () => sliceOf(rulesOn(day), vocabulary.appliesTo))
  const kept = createLru<string, Access>(KEPT)
  const keptStatic = createLru<string, StaticAccess>(KEPT)
  return {
    hash: hashOf(files),
    heads: rules.map(({ head }) => head),
    rules,
    rulesOn,
    inactive: all.filter((rule) => !inForce(rule)),
    appliesTo: vocabulary.appliesTo,
    cache: kept.counts,
    forRequest: (viewer, facts) =>
      kept.get(keyOf(viewer, facts), () => createAccess(sliceOn(facts.today), viewer, facts)),
    beforeRequest: (viewer, moment) =>
      keptStatic.get(JSON.stringify([...viewerKey(viewer), moment.purpose, moment.today]), () =>
        createStaticAccess(sliceOn(moment.today), viewer, moment),
      ),
  }
}

/**
 * Where several forbids fire, the one that may give its reason is named: on a record that the viewer may know it says
 * more, and on one that they may not it says nothing about what must stay hidden. Then by id, for stable answers.
 */
function inOrder(a: Rule, b: Rule): number {
  if (a.head.revealsReason !== b.head.revealsReason) return a.head.revealsReason ? -1 : 1
  return a.head.id.localeCompare(b.head.id, 'en', { numeric: true })
}

/** The rules in force, by action and type, each in the order of `rules`. */
export function sliceOf(rules: readonly Rule[], appliesTo: ReadonlyMap<string, readonly string[]>): Slice {
  const slices = new Map<string, ReturnType<Slice>>()
  const none: ReturnType<Slice> = { permits: [], forbids: [] }
  for (const [action, types] of appliesTo) {
    for (const type of types) {
      const deciding = rules.filter((rule) => rule.actions.has(action) && (rule.type === null || rule.type === type))
      slices.set(`${action} ${type}`, {
        permits: deciding.filter(({ head }) => head.effect === 'permit'),
        forbids: deciding.filter(({ head }) => head.effect === 'forbid'),
      })
    }
  }
  // An action on a type that the schema does not give it is permitted by nothing.
  return (action, type) => slices.get(`${action} ${type}`) ?? none
}

function hashOf({ schema, policies, attested = {}, sources = {} }: PolicyFiles): string {
  const hash = createHash('sha256').update(JSON.stringify(['schema', schema, Object.entries(sources).sort()]))
  for (const file of Object.keys(policies).sort())
    hash.update(JSON.stringify([file, policies[file], attested[file] ?? null]))
  return hash.digest('hex')
}

/** Everything that an access depends on: a key that leaves something out gives one viewer another's decisions. */
function keyOf(viewer: PolicyViewer, facts: RequestFacts): string {
  const { purpose, today, caseKind, caseLive, waiverCovers, granted, self, authorizations } = facts
  return JSON.stringify([
    ...viewerKey(viewer),
    purpose,
    today,
    caseKind,
    caseLive,
    waiverCovers,
    granted,
    self,
    digestOf(authorizations),
  ])
}

function viewerKey({ agency, jurisdiction, jurisdictionClass, roles, assurance }: PolicyViewer): readonly unknown[] {
  return [agency, jurisdiction, jurisdictionClass, roles, assurance]
}

const digests = new WeakMap<RequestFacts['authorizations'], string>()

/** Authorizations are reference data: an array that is frozen, and so the same for many requests, is digested once. */
function digestOf(authorizations: RequestFacts['authorizations']): string {
  const known = digests.get(authorizations)
  if (known !== undefined) return known
  const digest = createHash('sha256').update(JSON.stringify(authorizations)).digest('hex')
  if (Object.isFrozen(authorizations)) digests.set(authorizations, digest)
  return digest
}
