import { loadPolicySet, type PolicySet, readPolicyFiles } from '../policy/index.js'
import type { Clock } from '../contract/clock.js'
import type { HubDb } from '../prisma/client.js'

/** How often a process asks which policy set is in force. */
const POLL_MS = 1_000

export interface CurrentPolicy {
  /** Hash of the set that a request made now is pinned to. */
  version(): string
  readonly first: PolicySet
  stop(): void
}

async function activeHash(db: HubDb): Promise<string | null> {
  const row = await db.policyActivation.findFirst({ orderBy: { seq: 'desc' } })
  return row?.hash ?? null
}

/** Files of a set as the JSON column holds them. */
function asJson(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object
}

async function install(db: HubDb, set: PolicySet, files: object, now: Date): Promise<void> {
  await db.policySetRow.createMany({
    data: [{ hash: set.hash, files: asJson(files), recordedAt: now }],
    skipDuplicates: true,
  })
  await db.policyActivation.create({ data: { hash: set.hash, activatedAt: now } })
}

/**
 * The database is the truth of which rules are in force; the files are the first version, loaded when the database has
 * none, and again when a new version of the program brings files that it has never held (rulings.md, "Policy at run time").
 */
export async function openCurrentPolicy(db: HubDb, clock: Clock): Promise<CurrentPolicy> {
  const files = readPolicyFiles()
  const first = loadPolicySet(files)
  const known = await db.policySetRow.findUnique({ where: { hash: first.hash }, select: { hash: true } })
  if (!known) await install(db, first, files, clock())
  let version = (await activeHash(db)) ?? first.hash
  const timer = setInterval(() => {
    // A database that is away changes nothing: requests fail at their own freshness statement.
    activeHash(db).then(
      (hash) => {
        version = hash ?? version
      },
      () => undefined,
    )
  }, POLL_MS)
  timer.unref()
  return { first, version: () => version, stop: () => clearInterval(timer) }
}
