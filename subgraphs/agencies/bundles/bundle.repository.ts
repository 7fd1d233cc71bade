import { bundleDigest } from '../../../contract/bundle-signature.js'
import { epochDay } from '../../../contract/clock.js'
import type { PolicyFiles, PolicySet } from '../../../policy/index.js'
import type { AgenciesDb } from '../../../prisma/client.js'
import type { BundlePublication } from '../../../prisma/client/client.js'
import { groupBy } from '../../kit/group.js'
import type { Bundle, BundleState } from './bundle.type.js'

// Bundles are law, and of no person: whoever may ask sees those of every jurisdiction.

const SHIPPED = /^jurisdictions\/(.+)\.cedar$/

/** @throws Error where the set that the request is pinned to is not written down: it always is before it is pinned */
export async function filesOf(db: AgenciesDb, policyVersion: string): Promise<PolicyFiles> {
  const row = await db.policySetRow.findUniqueOrThrow({ where: { hash: policyVersion } })
  return row.files as unknown as PolicyFiles
}

/** `later`: those of the same jurisdiction that come after it. */
function stateOf(row: BundlePublication, later: readonly BundlePublication[], today: number): BundleState {
  const day = epochDay(row.effectiveFrom)
  const isReplaced = later.some((other) => epochDay(other.effectiveFrom) <= Math.max(day, today))
  if (isReplaced) return 'REPLACED'
  return day <= today ? 'IN_FORCE' : 'TO_COME'
}

function published(row: BundlePublication, state: BundleState): Bundle {
  return {
    jurisdiction: row.jurisdiction,
    source: row.text === null ? 'WITHDRAWAL' : 'PUBLISHED',
    state,
    publication: row.id,
    text: row.text,
    sha256: row.sha256,
    effectiveFrom: row.effectiveFrom.toISOString().slice(0, 10),
    keyId: row.keyId,
    recordedAt: row.recordedAt.toISOString(),
  }
}

/** What came with the program and no publication has been put in the place of. */
function shippedIn(
  { policies, attested = {} }: PolicyFiles,
  { rules }: PolicySet,
  publications: ReadonlySet<string>,
): Bundle[] {
  const inForce = new Set(rules.map((rule) => rule.file))
  return Object.entries(policies).flatMap(([file, text]): Bundle[] => {
    const jurisdiction = SHIPPED.exec(file)?.[1]
    if (jurisdiction === undefined || publications.has(attested[file] ?? '')) return []
    return [
      {
        jurisdiction,
        source: 'SHIPPED',
        state: inForce.has(file) ? 'IN_FORCE' : 'INACTIVE',
        publication: null,
        text,
        sha256: bundleDigest(text),
        effectiveFrom: null,
        keyId: null,
        recordedAt: null,
      },
    ]
  })
}

/** By jurisdiction; of each what came with the program first, then what it has published, in the order of the days. */
export async function listBundles(db: AgenciesDb, set: PolicySet, today: number): Promise<Bundle[]> {
  const rows = await db.bundlePublication.findMany({
    orderBy: [{ jurisdiction: 'asc' }, { effectiveFrom: 'asc' }, { seq: 'asc' }],
  })
  const bundles = [...groupBy(rows, ({ jurisdiction }) => jurisdiction).values()].flatMap((own) =>
    own.map((row, index) => published(row, stateOf(row, own.slice(index + 1), today))),
  )
  const shipped = shippedIn(await filesOf(db, set.hash), set, new Set(rows.map(({ id }) => id)))
  return [...shipped, ...bundles].sort((a, b) => a.jurisdiction.localeCompare(b.jurisdiction, 'en'))
}
