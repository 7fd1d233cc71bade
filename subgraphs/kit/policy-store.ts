import { ComityError } from '../../contract/errors.js'
import { loadPolicySet, type PolicyFiles, type PolicySet } from '../../policy/index.js'

interface PolicyDb {
  policySetRow: { findUnique(args: { where: { hash: string } }): Promise<{ files: unknown } | null> }
}

/**
 * Policy sets by hash, immutable. The database is the truth; a process without the pinned set loads it by hash or
 * refuses the fetch (rulings.md, "Policy at run time").
 */
export class PolicyStore {
  readonly #sets = new Map<string, PolicySet>()

  constructor(
    private readonly db: PolicyDb,
    first?: PolicySet,
  ) {
    if (first) this.#sets.set(first.hash, first)
  }

  async byHash(hash: string): Promise<PolicySet> {
    const held = this.#sets.get(hash)
    if (held) return held
    const row = await this.db.policySetRow.findUnique({ where: { hash } })
    if (!row) throw new ComityError('POLICY_VERSION_UNKNOWN')
    const set = loadPolicySet(row.files as PolicyFiles)
    if (set.hash !== hash)
      throw new ComityError('POLICY_VERSION_UNKNOWN', 'The stored set does not have the hash it is filed under.')
    this.#sets.set(hash, set)
    return set
  }
}
