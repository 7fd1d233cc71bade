import { type DocumentNode, visit } from 'graphql'
import { epochDay } from '../contract/clock.js'
import { markOf } from '../contract/mark.js'
import { AnswerError } from './answer-error.js'
import type { PolicyByHash } from './authorize.js'
import type { GatewayContext } from './context.js'

/** `__typename` is no question about the schema: it tells of an object in the answer what it is. */
const SCHEMA_FIELDS = new Set(['__schema', '__type'])

/** Whether any of a document's operations and fragments asks about the schema, under whatever alias. */
export function asksForSchema(document: DocumentNode): boolean {
  let asks = false
  visit(document, { Field: ({ name }) => void (asks ||= SCHEMA_FIELDS.has(name.value)) })
  return asks
}

/**
 * The schema is told to whom the policy lets ask for it; where there is no policy, to nobody.
 * @throws AnswerError NOT_PERMITTED; ComityError POLICY_VERSION_UNKNOWN
 */
export async function assertMayIntrospect(
  document: DocumentNode,
  { viewer, now, policyVersion }: GatewayContext,
  policies: PolicyByHash | undefined,
): Promise<void> {
  if (!asksForSchema(document)) return
  if (!policies) throw AnswerError.ofCode('NOT_PERMITTED')
  const set = await policies(policyVersion)
  const access = set.beforeRequest(viewer, { purpose: viewer.purpose, today: epochDay(now) })
  const said = access.decide('do:introspect', 'Hub')
  if (said.kind === 'ALLOW') return
  if (said.kind !== 'DENY') throw AnswerError.ofCode('NOT_PERMITTED')
  const { sentence, policy, citation } = markOf('Query.__schema', said.decision, 'NOT_PERMITTED')
  throw new AnswerError('NOT_PERMITTED', sentence, { ...(policy && { policy }), ...(citation && { citation }) })
}
