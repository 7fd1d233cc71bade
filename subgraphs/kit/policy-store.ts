import { ComityError } from '../../contract/errors.js'
import { loadPolicySet, type PolicyFiles, type PolicySet } from '../../policy/index.js'

interface PolicyDb {
  policySetRow: { findUnique(args: { where: { hash: string } }): Promise<{ files: unknown } | null> }
}

/** Sets in memory: the one in force, and those under which requests still run. */
const KEPT = 8

/**
 * Policy sets by hash, immutable. The database is the truth; a process without the pinned set loads it by hash or
 * refuses the fetch (rulings.md, "Policy at run time").
 */
export class PolicyStore {
  readonly #sets = new Map<string, Promise<PolicySet>>()

  constructor(
    private readonly db: PolicyDb,
    first?: PolicySet,
  ) {
    if (first) this.hold(first)
  }

  hold(set: PolicySet): void {
    this.keep(set.hash, Promise.resolve(set))
  }

  /** @throws ComityError POLICY_VERSION_UNKNOWN */
  byHash(hash: string): Promise<PolicySet> {
    const found = this.#sets.get(hash) ?? this.loading(hash)
    this.keep(hash, found)
    return found
  }

  private keep(hash: string, set: Promise<PolicySet>): void {
    // A Map iterates in order of insertion: set again, the hash is the youngest.
    this.#sets.delete(hash)
    this.#sets.set(hash, set)
    const [oldest] = this.#sets.keys()
    if (this.#sets.size > KEPT && oldest !== undefined) this.#sets.delete(oldest)
  }

  private loading(hash: string): Promise<PolicySet> {
    const set = this.load(hash)
    // A failed load is not kept: the next fetch tries again.
    set.catch(() => {
      if (this.#sets.get(hash) === set) this.#sets.delete(hash)
    })
    return set
  }

  private async load(hash: string): Promise<PolicySet> {
    const row = await this.db.policySetRow.findUnique({ where: { hash } })
    if (!row) throw new ComityError('POLICY_VERSION_UNKNOWN')
    const set = loadPolicySet(row.files as PolicyFiles)
    if (set.hash !== hash)
      throw new ComityError('POLICY_VERSION_UNKNOWN', 'The stored set does not have the hash it is filed under.')
    return set
  }
}
