import { createHash } from 'node:crypto'
import { type DocumentNode, type GraphQLSchema, print } from 'graphql'
import { epochDay } from '../contract/clock.js'
import type { Mark } from '../contract/disclosure.js'
import { markOf } from '../contract/mark.js'
import type { PolicySet } from '../policy/index.js'
import { createLru, type Lru } from '../policy/lru.js'
import type { GatewayContext } from './context.js'
import type { DecidedField, DecidedFields } from './decided-fields.js'
import { filterDocument } from './filter-document.js'
import type { Prepared } from './prepare.js'

/** The sets of rules, by hash. */
export type PolicyByHash = (hash: string) => Promise<Pick<PolicySet, 'beforeRequest'>>

/** Filtered documents kept of each document: there are about as many kinds of viewers. */
const KEPT = 32

/** What is planned for one viewer, and what was left out of it. */
export interface Authorized {
  readonly document: DocumentNode
  /** Of the filtered document: by the client's own, one viewer would get another's plan. */
  readonly queryHash: string
  /** By coordinate; what the client is told in their place. */
  readonly denied: ReadonlyMap<string, Mark>
}

type Planned = Pick<Authorized, 'document' | 'queryHash'>

interface Known {
  readonly fields: readonly DecidedField[]
  readonly filtered: Lru<string, Planned>
}

/**
 * Authorization before planning (docs/adr/0012): what no record could open to this viewer leaves the document, so that
 * nobody is asked for it. The subgraphs decide everything as before; the answer is the same without this stage.
 */
export class Authorization {
  /** As long as the prepared document itself, and so bounded as Apollo Server's store of documents is. */
  readonly #known = new WeakMap<Prepared, Known>()

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly decided: DecidedFields,
    private readonly policies: PolicyByHash,
  ) {}

  /** @throws ComityError POLICY_VERSION_UNKNOWN */
  async of(prepared: Prepared, { viewer, now, policyVersion }: GatewayContext): Promise<Authorized> {
    const known = this.#knownOf(prepared)
    if (known.fields.length === 0) return nothingDenied(prepared)
    const set = await this.policies(policyVersion)
    const access = set.beforeRequest(viewer, { purpose: viewer.purpose, today: epochDay(now) })
    const denied = new Map<string, Mark>()
    for (const { coordinate, action, type } of known.fields) {
      const said = access.decide(action, type)
      if (said.kind !== 'DENY') continue
      const code = action.startsWith('do:') ? 'NOT_PERMITTED' : 'WITHHELD'
      denied.set(coordinate, markOf(coordinate, said.decision, code))
    }
    if (denied.size === 0) return nothingDenied(prepared)
    const coordinates = [...denied.keys()]
    return { ...known.filtered.get(coordinates.join(' '), () => this.#filter(prepared, coordinates)), denied }
  }

  #knownOf(prepared: Prepared): Known {
    const known = this.#known.get(prepared) ?? {
      fields: this.decided.in(prepared.document),
      filtered: createLru<string, Planned>(KEPT),
    }
    this.#known.set(prepared, known)
    return known
  }

  #filter({ document }: Prepared, coordinates: readonly string[]): Planned {
    const filtered = filterDocument(document, this.schema, new Set(coordinates))
    return { document: filtered, queryHash: createHash('sha256').update(print(filtered)).digest('hex') }
  }
}

const NONE: ReadonlyMap<string, Mark> = new Map()

export function nothingDenied({ document, queryHash }: Prepared): Authorized {
  return { document, queryHash, denied: NONE }
}
