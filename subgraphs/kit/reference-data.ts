import type { Participation, OwnerAuthorization as AuthorizationRow } from '../../prisma/client/client.js'
import { epochDay } from '../../contract/clock.js'
import type { OwnerAuthorization } from '../../policy/index.js'

export interface ReferenceData {
  readonly epoch: bigint
  readonly participation: readonly Participation[]
  /** Authorizations in force on the day. */
  authorizations(today: number): readonly OwnerAuthorization[]
}

interface ReferenceDb {
  participation: { findMany(args: { orderBy: { jurisdiction: 'asc' } }): Promise<Participation[]> }
  ownerAuthorization: { findMany(args: { where: { revokedAt: null } }): Promise<AuthorizationRow[]> }
}

function toAuthorization(row: AuthorizationRow): OwnerAuthorization {
  return {
    id: row.id,
    owner: row.owner,
    // CHECK constraints of the migrations hold these columns to the enumerations.
    instrument: row.instrument as OwnerAuthorization['instrument'],
    purposes: row.purposes as OwnerAuthorization['purposes'],
    recipients: row.recipients,
    classes: row.classes as OwnerAuthorization['classes'],
    kinds: row.kinds as OwnerAuthorization['kinds'],
  }
}

/**
 * Participation and owner authorizations, in memory, exact: `hub.epoch` is read from the primary at the start of every
 * fetch, and another epoch reloads them before anything is decided (rulings.md, "Freshness").
 */
export class ReferenceCache {
  #held: Promise<ReferenceData> | null = null
  #epoch = -1n

  constructor(private readonly db: ReferenceDb) {}

  at(epoch: bigint): Promise<ReferenceData> {
    if (this.#held && this.#epoch === epoch) return this.#held
    this.#epoch = epoch
    const loading = this.load(epoch)
    this.#held = loading
    // A failed load is not kept: the next fetch tries again.
    loading.catch(() => {
      if (this.#held === loading) this.#held = null
    })
    return loading
  }

  private async load(epoch: bigint): Promise<ReferenceData> {
    const participation = await this.db.participation.findMany({ orderBy: { jurisdiction: 'asc' } })
    const rows = await this.db.ownerAuthorization.findMany({ where: { revokedAt: null } })
    const dated = rows.map((row) => ({
      from: epochDay(row.from),
      until: epochDay(row.until),
      authorization: toAuthorization(row),
    }))
    const inForce = (today: number) =>
      Object.freeze(dated.filter((row) => row.from <= today && today < row.until).map((row) => row.authorization))
    let held: { readonly day: number; readonly authorizations: readonly OwnerAuthorization[] } | null = null
    return {
      epoch,
      participation,
      // One frozen array for all requests of a day: policy/policy-set.ts digests it once.
      authorizations(today) {
        if (held?.day !== today) held = { day: today, authorizations: inForce(today) }
        return held.authorizations
      },
    }
  }
}
