import type { GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { Clock } from '../contract/clock.js'
import type { Disclosure, Mark } from '../contract/disclosure.js'
import type { DisclosureAppender } from '../contract/disclosure-log.js'
import { AnswerError } from './answer-error.js'
import { type AnswerObject, walkAnswer } from './answer-walk.js'
import { ID_ALIAS, TYPE_ALIAS } from './confirm.js'
import type { GatewayContext } from './context.js'
import { recordsDisclosed } from './disclosed.js'
import { type Log, traceOf } from './log.js'
import type { FieldRules } from './person-types.js'
import type { Prepared } from './prepare.js'
import { type Restored, restoreDenied } from './restore.js'
import { scrub } from './scrub.js'
import { withheldErrors } from './withheld-errors.js'

/** What the plan came to, before anything of it may leave. */
export interface Executed {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly GraphQLError[]
}

export interface Finished {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly AnswerError[]
}

export interface AskedOperation {
  readonly operation: OperationDefinitionNode
  readonly prepared: Prepared
  readonly variables: Readonly<Record<string, unknown>>
  /** Fields that were denied before planning, by coordinate: not in what was executed. */
  readonly denied: ReadonlyMap<string, Mark>
  /** As the disclosure log calls it. */
  readonly name: string
}

export interface FinishOptions {
  readonly schema: GraphQLSchema
  readonly rules: FieldRules
  readonly personTypes: ReadonlySet<string>
  readonly log: DisclosureAppender
  readonly clock: Clock
  readonly logger: Log
}

/**
 * Accounts for the answer, records what it discloses, and only then lets it go. The stages: restore, walk, intersect,
 * errors, append. Whatever cannot be accounted for or recorded is not answered.
 */
export async function finishAnswer(
  executed: Executed,
  asked: AskedOperation,
  context: GatewayContext,
  options: FinishOptions,
): Promise<Finished> {
  const { logger } = options
  const { requestId } = context
  const { data, marks } = restoredFrom(executed, asked, options)
  const objects = data ? objectsOf(data, asked, options) : null
  let records: Disclosure[]
  try {
    records = recordsDisclosed(objects ?? [], context.collector.disclosures(), options.rules, options.personTypes)
  } catch (error) {
    // The message names types and classes, never a record.
    logger.error(
      { requestId, reason: error instanceof Error ? error.message : typeof error },
      'an answer was not let out',
    )
    return { data: null, errors: [AnswerError.ofCode('INTERNAL')] }
  }
  const errors = [
    ...withheldErrors([...context.collector.marks(), ...marks], objects),
    ...(executed.errors ?? []).map(scrub).sort(byCodeAndPath),
  ]
  for (const { value } of objects ?? []) {
    delete value[ID_ALIAS]
    delete value[TYPE_ALIAS]
  }
  if (records.length > 0) {
    try {
      await options.log.append(entryOf(records, asked, context, options.clock))
    } catch (error) {
      logger.error({ requestId, ...traceOf(error) }, 'the disclosure log failed; nothing was disclosed')
      return { data: null, errors: [AnswerError.ofCode('AUDIT_UNAVAILABLE')] }
    }
  }
  return { data, ...(errors.length > 0 ? { errors } : {}) }
}

function restoredFrom({ data }: Executed, asked: AskedOperation, { schema }: FinishOptions): Restored {
  const { operation, prepared, variables, denied } = asked
  if (!data || denied.size === 0) return { data: data ?? null, marks: [] }
  return restoreDenied({ schema, operation, fragments: prepared.fragments, variables, data }, denied)
}

function objectsOf(data: Record<string, unknown>, asked: AskedOperation, { schema }: FinishOptions): AnswerObject[] {
  const { operation, prepared, variables } = asked
  return [...walkAnswer({ schema, operation, fragments: prepared.fragments, variables, data })]
}

function entryOf(records: readonly Disclosure[], asked: AskedOperation, context: GatewayContext, clock: Clock) {
  const { viewer, policyVersion } = context
  return {
    at: clock(),
    viewer: viewer.subject,
    service: viewer.service,
    agency: viewer.agency,
    jurisdiction: viewer.jurisdiction,
    purpose: viewer.purpose,
    caseReference: viewer.caseReference,
    operation: asked.name,
    policyVersion,
    records,
    subjects: [...new Set(records.flatMap(({ subjects }) => subjects))].sort(),
  }
}

/** Fetches of a plan run side by side: the order in which they fail is no part of the answer. */
function byCodeAndPath(a: AnswerError, b: AnswerError): number {
  const [left, right] = [a, b].map(({ extensions, path }) => JSON.stringify([extensions['code'], path ?? []]))
  return left === right ? 0 : (left ?? '') < (right ?? '') ? -1 : 1
}
