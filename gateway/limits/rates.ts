import { createHash } from 'node:crypto'
import { ComityError } from '../../contract/errors.js'
import type { Viewer } from '../../contract/viewer.js'
import { PUBLIC_VIEWER } from '../identity/public.js'
import { networkOf } from './network.js'
import { type Charged, type RateStore, WINDOW } from './rate-store.js'

/** Whose points are counted: each viewer's, all of an agency's together, and of whoever comes without a token the network's. */
export const RATES = ['viewer', 'agency', 'address'] as const
export type RateName = (typeof RATES)[number]

export interface Rate {
  /** Points of estimated cost (gateway/budget/measure.ts) in a window. */
  readonly points: number
  readonly store: RateStore
}

/** What of a reply the rates need. */
interface Reply {
  header(name: string, value: string): unknown
}

/**
 * Counts what the operations of a viewer and of an agency cost. A viewer who has spent the own points spends none of the
 * agency's. The headers are those of draft-ietf-httpapi-ratelimit-headers-10.
 */
export class Rates {
  constructor(private readonly rates: Readonly<Record<RateName, Rate>>) {}

  /**
   * Before the operation is planned, whatever becomes of it. `address` is that of the client.
   * @throws ComityError RATE_LIMITED, with Retry-After on the reply
   */
  async charge(reply: Reply, viewer: Viewer, address: string, cost: number): Promise<void> {
    const policies: string[] = []
    const states: string[] = []
    for (const [name, who] of partiesOf(viewer, address)) {
      const { points, store } = this.rates[name]
      const charged = await store.charge(keyOf(name, who), cost)
      policies.push(`"${name}";q=${points};w=${WINDOW}`)
      states.push(stateOf(name, charged))
      reply.header('ratelimit-policy', policies.join(', '))
      reply.header('ratelimit', states.join(', '))
      if (!charged.refused) continue
      reply.header('retry-after', String(charged.seconds))
      throw new ComityError('RATE_LIMITED', `At most ${points} points a minute; this operation costs ${cost}.`, {
        rate: name,
        retryAfter: charged.seconds,
      })
    }
  }
}

function partiesOf(viewer: Viewer, address: string): readonly (readonly [RateName, string])[] {
  if (viewer === PUBLIC_VIEWER) return [['address', networkOf(address)]]
  // A subject is unique within its issuer alone.
  const own = ['viewer', JSON.stringify([viewer.issuer, viewer.subject])] as const
  return viewer.agency === 'NONE' ? [own] : [own, ['agency', viewer.agency]]
}

/** Nobody's name or address is kept to count by. */
function keyOf(name: RateName, who: string): string {
  return `${name}:${createHash('sha256').update(who).digest('base64url')}`
}

const stateOf = (name: RateName, { left, seconds }: Charged): string => `"${name}";r=${left};t=${seconds}`
