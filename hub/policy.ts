import { type Clock, epochDay } from '../contract/clock.js'
import { ComityError } from '../contract/errors.js'
import { type Log, traceOf } from '../gateway/log.js'
import { loadPolicySet, PolicyError, type PolicyFiles, type PolicySet, readPolicyFiles } from '../policy/index.js'
import type { HubDb } from '../prisma/client.js'
import type { PolicyStore } from '../subgraphs/kit/policy-store.js'
import { filesInForce, readBundlesInForce } from './policy-in-force.js'

/** How often a process asks whether something was published or a day has begun. */
const POLL_MS = 500

export interface CurrentPolicy {
  /** Hash of the set that a request made now is pinned to. */
  version(): string
  /** That set. */
  current(): PolicySet
  /** False: a newer set could not be put in force, or whether there is one is not known. */
  isUpToDate(): boolean
  /** The set that was in force when this process began. */
  readonly first: PolicySet
  stop(): void
}

export interface PolicyOptions {
  /** Holds what is put in force, so that the subgraphs of the same process need not read it again. */
  readonly store?: PolicyStore
  /** What keeps a newer set from being put in force; the one before stays. */
  readonly onFault?: (error: unknown) => void
}

/** What the set in force depends on, besides the files. */
interface Moment {
  readonly seq: bigint
  readonly day: number
}

/**
 * Which rules are in force, from the files shipped with this program and from what the jurisdictions have published since
 * (docs/adr/0011). Every process computes the same set of the same day, and writes it down before it is the first to pin a
 * request to it; whatever is pinned to an earlier one finishes under that.
 * @throws ComityError POLICY_INVALID where what was published does not fit this program's files: to leave it out would show
 *   what a jurisdiction has forbidden
 */
export async function openCurrentPolicy(db: HubDb, clock: Clock, options: PolicyOptions = {}): Promise<CurrentPolicy> {
  const shipped = readPolicyFiles()
  let seen = await momentOf(db, clock)
  const first = await putInForce(db, shipped, seen, clock, options)
  let current = first
  let stopped = false
  // Told once, until it is over: a database that is away is away for many looks.
  let isAway = false
  let isRefused = false

  const look = async (): Promise<void> => {
    const moment = await momentOf(db, clock)
    isAway = false
    if (moment.seq === seen.seq && moment.day === seen.day) return
    try {
      current = await putInForce(db, shipped, moment, clock, options)
      isRefused = false
    } catch (error) {
      // What does not load now will not load half a second later; a database that is away will be asked again.
      if (!(error instanceof ComityError)) throw error
      options.onFault?.(error)
      isRefused = true
    }
    seen = moment
  }
  let timer: NodeJS.Timeout
  const later = (): void => {
    timer = setTimeout(() => void look().catch(noted).then(again), POLL_MS)
    timer.unref()
  }
  const again = (): void => {
    if (!stopped) later()
  }
  const noted = (error: unknown): void => {
    if (!stopped && !isAway) options.onFault?.(error)
    isAway = true
  }
  later()
  return {
    first,
    current: () => current,
    version: () => current.hash,
    isUpToDate: () => !isAway && !isRefused,
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}

/** For the operator: why a newer set is not in force. */
export function policyFault(logger: Log): (error: unknown) => void {
  return (error) => {
    // A catalogued message names file, line and reason; any other may quote what a database said.
    const why = error instanceof ComityError ? { fault: error.message } : {}
    logger.error({ ...traceOf(error), ...why }, 'the policy set was not replaced')
  }
}

async function momentOf(db: HubDb, clock: Clock): Promise<Moment> {
  const { _max } = await db.bundlePublication.aggregate({ _max: { seq: true } })
  return { seq: _max.seq ?? 0n, day: epochDay(clock()) }
}

async function putInForce(
  db: HubDb,
  shipped: PolicyFiles,
  { day }: Moment,
  clock: Clock,
  { store }: PolicyOptions,
): Promise<PolicySet> {
  const files = filesInForce(shipped, await readBundlesInForce(db, day))
  const set = load(files)
  // Before anything is pinned to it: a subgraph elsewhere reads it from here.
  await db.policySetRow.createMany({
    data: [{ hash: set.hash, files: asJson(files), recordedAt: clock() }],
    skipDuplicates: true,
  })
  const last = await db.policyActivation.findFirst({ orderBy: { seq: 'desc' } })
  if (last?.hash !== set.hash) await db.policyActivation.create({ data: { hash: set.hash, activatedAt: clock() } })
  store?.hold(set)
  return set
}

function load(files: PolicyFiles): PolicySet {
  try {
    return loadPolicySet(files)
  } catch (error) {
    if (error instanceof PolicyError) throw new ComityError('POLICY_INVALID', `${error.message}.`)
    throw error
  }
}

/** Files of a set as the JSON column holds them. */
function asJson(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object
}
