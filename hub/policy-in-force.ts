import { isSignedBundle } from '../contract/bundle-signature.js'
import { dayToDate, epochDay } from '../contract/clock.js'
import { bundleFile, type PolicyFiles } from '../policy/index.js'
import type { HubDb } from '../prisma/client.js'
import type { BundlePublication, PolicyKey } from '../prisma/client/client.js'

/** A publication without its text. */
export type PublicationHead = Omit<BundlePublication, 'text'>
/** What one jurisdiction has put in the place of its shipped bundle. Text null: nothing. */
export interface BundleInForce {
  readonly jurisdiction: string
  readonly publication: string
  readonly text: string | null
}

/** By jurisdiction and id: no jurisdiction signs with another's key. */
export type Keys = ReadonlyMap<string, PolicyKey>

const nameOf = ({ jurisdiction, keyId }: Pick<PolicyKey, 'jurisdiction' | 'keyId'>): string =>
  `${jurisdiction}/${keyId}`

export function keysByName(keys: readonly PolicyKey[]): Keys {
  return new Map(keys.map((key) => [nameOf(key), key]))
}

/** Signed with a key that the jurisdiction had on the day of the publication. */
export function isAuthentic(head: PublicationHead, keys: Keys): boolean {
  const key = keys.get(nameOf(head))
  if (!key || head.recordedAt < key.from || head.recordedAt >= key.until) return false
  const { jurisdiction, sha256, signature } = head
  const effectiveFrom = head.effectiveFrom.toISOString().slice(0, 10)
  return isSignedBundle(key.publicKey, { jurisdiction, effectiveFrom, sha256 }, signature)
}

/**
 * Of each jurisdiction the publication in force on a day: of those that have begun the one with the latest day, of the same
 * day the last. What is not signed is no publication: whoever writes to the table alone changes no rule.
 */
export function headsInForce(heads: readonly PublicationHead[], keys: Keys, day: number): PublicationHead[] {
  const chosen = new Map<string, PublicationHead>()
  for (const head of heads) {
    if (epochDay(head.effectiveFrom) > day || !isAuthentic(head, keys)) continue
    const other = chosen.get(head.jurisdiction)
    if (!other || isLater(head, other)) chosen.set(head.jurisdiction, head)
  }
  return [...chosen.values()]
}

function isLater(one: PublicationHead, other: PublicationHead): boolean {
  const [day, otherDay] = [one.effectiveFrom.getTime(), other.effectiveFrom.getTime()]
  return day === otherDay ? one.seq > other.seq : day > otherDay
}

/*
 * Publications that have begun, without their texts; a text that is not the one of the digest that was signed is no
 * publication. (`effective_from` is compared as a date: a day has no time zone.)
 */
const HEADS = `
select seq, id, jurisdiction, effective_from as "effectiveFrom", published_by as "publishedBy", key_id as "keyId", signature,
       sha256, recorded_at as "recordedAt"
  from hub.bundle_publication
 where effective_from <= $1::date
   and sha256 = coalesce(encode(sha256(convert_to(text, 'UTF8')), 'hex'), 'withdrawn')`

/** What the jurisdictions have published that is in force on the day. */
export async function readBundlesInForce(db: HubDb, day: number): Promise<BundleInForce[]> {
  const heads = await db.$queryRawUnsafe<PublicationHead[]>(HEADS, dayToDate(day).toISOString().slice(0, 10))
  if (heads.length === 0) return []
  const chosen = headsInForce(heads, keysByName(await db.policyKey.findMany()), day)
  const texts = await db.bundlePublication.findMany({
    where: { id: { in: chosen.map(({ id }) => id) } },
    select: { id: true, text: true },
  })
  return chosen.map(({ id, jurisdiction }) => {
    const text = texts.find((row) => row.id === id)?.text ?? null
    return { jurisdiction, publication: id, text }
  })
}

/** The files shipped with this program, with what the jurisdictions have published in their place. */
export function filesInForce(shipped: PolicyFiles, bundles: readonly BundleInForce[]): PolicyFiles {
  const policies = { ...shipped.policies }
  const attested: Record<string, string> = { ...shipped.attested }
  for (const { jurisdiction, publication, text } of bundles) {
    const file = bundleFile(jurisdiction)
    delete policies[file]
    delete attested[file]
    if (text === null) continue
    policies[file] = text
    attested[file] = publication
  }
  // Nothing published: the hash is that of the files as shipped.
  const { schema, sources } = shipped
  return { schema, policies, ...(sources && { sources }), ...(Object.keys(attested).length > 0 && { attested }) }
}
