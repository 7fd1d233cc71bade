import { z } from 'zod'
import type { MutationCall } from '../../kit/idempotency.js'
import { shortText } from '../../kit/input.js'
import { IdentifierKind } from '../check/adjudication.input.js'
import type { Context } from '../context.js'
import { LinkDecision } from './link.type.js'

/** What is no id of the hub is an unknown one, in the same words. */
const idText = z.string().transform((text) => (/^[a-z]{3}_[0-9A-Z]{26}$/.test(text) ? text : 'NONE'))
const reason = shortText(1_000)

export const proposalForm = z
  .object({
    officerId: idText,
    otherOfficerId: idText.nullish().transform((id) => id ?? null),
    reason: reason.nullish().transform((text) => text ?? null),
  })
  .refine((proposal) => proposal.otherOfficerId === null || proposal.reason !== null, {
    path: ['reason'],
    message: 'must say why the two may be one person',
  })

export const decisionForm = z.object({
  linkId: idText,
  decision: z.enum(LinkDecision),
  reason,
  identifiers: z
    .array(z.object({ kind: z.enum(IdentifierKind), comparedWith: shortText(200) }))
    .max(10)
    .nullish()
    .transform((rows) => rows ?? []),
})

export const unlinkForm = z.object({ linkId: idText, reason })

/** An end is named by its link and its place. */
export const claimForm = z.object({
  endId: z.string().transform((text) => {
    const [, linkId = 'NONE', place] = /^(lnk_[0-9A-Z]{26})\.([12])$/.exec(text) ?? []
    return { linkId, isFirst: place === '1' }
  }),
  statement: reason,
})

export function callOf({ viewer, now }: Context, mutation: string, key: string, input: object): MutationCall {
  return { subgraph: 'officers', viewer: viewer.subject, mutation, key, input, now }
}
