import type { Viewer } from '../../../contract/viewer.js'
import { CAST } from '../../../prisma/seed/index.js'
import { type Subgraphs, viewerOf } from '../../support/subgraphs.js'

/** Two records of two States: Virginia's is the officer's who asks about the own record, Ohio's has a termination. */
export const OHIO = CAST.overturnable
export const VIRGINIA = CAST.subject
export const OHIO_RECORD = OHIO.recordIds[0] ?? ''
export const VIRGINIA_RECORD = VIRGINIA.recordIds[0] ?? ''
/** As a viewer is shown the two as one. */
export const BOTH = [OHIO.officerId, VIRGINIA.officerId].sort()[0] ?? ''

/** Ohio's record says who Virginia's does: the same name, the same birth date, the same certificate. */
export const SAME_PERSON = `
  update officers.identity_record o
     set given = v.given, middle = v.middle, family = v.family, suffix = v.suffix, birth_date = v.birth_date,
         birth_precision = v.birth_precision, match_keys = v.match_keys, normalized_family = v.normalized_family,
         normalized_given = v.normalized_given
    from officers.identity_record v
   where o.id = $1 and v.id = $2`

export const VIEWERS = {
  /** Keeps Ohio's record: the Vostrand police. */
  ohio: viewerOf('records-officer'),
  /** Keeps Virginia's. */
  virginia: viewerOf('commission'),
  /** The same commission, another person. */
  colleague: { ...viewerOf('commission'), subject: 'demo:commission-colleague' },
  /** Another State's commission: keeps neither. */
  texas: { ...viewerOf('commission'), subject: 'demo:texas', jurisdiction: 'US-TX', agency: CAST.twoStates.agencyId },
  officer: viewerOf('officer'),
  auditor: viewerOf('auditor'),
  investigator: viewerOf('hiring-federal', 'LINKED-1'),
} as const satisfies Record<string, Viewer>
export type Who = keyof typeof VIEWERS

export interface Link {
  readonly id: string
  readonly state: string
  readonly method: string
  readonly ends: readonly {
    readonly id: string
    readonly jurisdiction: string
    readonly officer: { id: string } | null
  }[]
  readonly history: {
    readonly nodes: readonly {
      readonly state: string
      readonly agency: { readonly id: string } | null
      readonly reason: string | null
      readonly identifierKinds: readonly string[]
    }[]
  }
}

const LINK = `id state method gates modelVersion score explanations { feature verdict }
  ends { id jurisdiction officer { id } } history { nodes { state agency { id } reason identifierKinds } }`

export const TWO_IDENTIFIERS = ['DATE_OF_BIRTH', 'FINGERPRINT']

/** A fault has none, until the gateway gives it one. */
const codeOf = ({ extensions }: { readonly extensions?: { readonly code?: string } }) => extensions?.code ?? 'FAULT'

/** What people do with links, each at the officers subgraph, as the gateway asks it. */
export function linking(subgraphs: Subgraphs) {
  const act = async (who: Who, name: string, input: object, key: string | null = null) => {
    const answer = await subgraphs.ask<Readonly<Record<string, Link | Link[] | null>>>(
      'officers',
      VIEWERS[who],
      `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!, $key: String) {
        ${name}(input: $input, idempotencyKey: $key) { ${LINK} }
      }`,
      { input, key },
    )
    return {
      ...answer,
      // What the other owner's people wrote is withheld, in every answer that has a history.
      codes: answer.errors.map(codeOf).filter((code) => code !== 'WITHHELD'),
      given: answer.data?.[name] ?? null,
    }
  }
  return {
    act,
    propose: (who: Who, officerId = OHIO.officerId, more: object = {}) =>
      act(who, 'proposeOfficerLinks', { officerId, ...more }),
    decide: (
      who: Who,
      linkId: string,
      decision: 'CONFIRM' | 'REJECT',
      kinds = TWO_IDENTIFIERS,
      key: string | null = null,
    ) =>
      act(
        who,
        'adjudicateOfficerLink',
        {
          linkId,
          decision,
          reason: 'Both units were called.',
          identifiers: kinds.map((kind) => ({ kind, comparedWith: 'records unit' })),
        },
        key,
      ),
    unlink: (who: Who, linkId: string) => act(who, 'unlinkOfficers', { linkId, reason: 'Two fingerprints.' }),
    claim: (who: Who, endId: string) => act(who, 'claimNotMe', { endId, statement: 'I never served in Ohio.' }),
    async links(who: Who): Promise<readonly Link[]> {
      const { data, text } = await subgraphs.ask<{ officerLinks: { nodes: Link[]; totalCount: { value: number } } }>(
        'officers',
        VIEWERS[who],
        `{ officerLinks { nodes { ${LINK} } totalCount { value } } }`,
      )
      const { nodes, totalCount } = data?.officerLinks ?? {}
      if (!nodes || totalCount?.value !== nodes.length) throw new Error(`links of ${who}: ${text}`)
      return nodes
    },
    /** The officer of an id, as this viewer is shown them. */
    async officer(who: Who, id: string) {
      const { data, text } = await subgraphs.ask<{ officer: { id: string; recordIds: string[] } | null }>(
        'officers',
        VIEWERS[who],
        'query ($id: ID!) { officer(id: $id) { id recordIds } }',
        { id },
      )
      return { text, officer: data?.officer ?? null }
    },
  }
}
