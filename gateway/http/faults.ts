import type { FastifyError } from 'fastify'
import { CATALOGUE, ComityError, type ErrorCode } from '../../contract/errors.js'
import { AnswerError } from '../answer-error.js'
import { RequestRefused } from './refusal.js'

/** What is wrong with an HTTP request before it is a GraphQL request: status, and words of ours. */
const FASTIFY_FAULTS: Readonly<Record<string, { readonly status: number; readonly detail: string }>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, detail: 'Its content type is not application/json.' },
  FST_ERR_CTP_EMPTY_TYPE: { status: 415, detail: 'Its content type is not application/json.' },
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, detail: 'Its body is too large.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, detail: 'Its body is empty.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { status: 400, detail: 'Its length is not the one that it states.' },
  FST_ERR_CTP_INVALID_JSON_BODY: { status: 400, detail: 'Its body is not JSON.' },
  FST_ERR_BAD_URL: { status: 400, detail: 'Its address is malformed.' },
}

export interface HttpFault {
  readonly status: number
  readonly body: { readonly errors: readonly object[] }
  /** INTERNAL is not the client's doing: for the operator's log. */
  readonly code: ErrorCode
}

/** Whatever was thrown -> the answer: GraphQL's shape, a catalogued code, no stack, nothing of the request. */
export function faultOf(error: unknown, requestId: string): HttpFault {
  const { shown, status } = shownFault(error)
  const { code: shownCode, ...extensions } = shown.extensions
  const code = shownCode as ErrorCode
  return {
    status,
    body: { errors: [{ message: shown.message, extensions: { code, ...extensions, requestId } }] },
    code,
  }
}

interface Shown {
  readonly shown: AnswerError
  readonly status: number
}

function shownFault(error: unknown): Shown {
  if (error instanceof AnswerError) return { shown: error, status: statusOf(error.extensions['code'] as ErrorCode) }
  if (error instanceof RequestRefused) return { shown: AnswerError.of(error), status: error.status }
  if (error instanceof ComityError) return { shown: AnswerError.of(error), status: statusOf(error.code) }
  const { code = '', statusCode } = error as Partial<FastifyError>
  const fault =
    FASTIFY_FAULTS[code] ?? (statusCode === 400 ? FASTIFY_FAULTS['FST_ERR_CTP_INVALID_JSON_BODY'] : undefined)
  return fault
    ? shownFault(new RequestRefused(fault.status, fault.detail))
    : { shown: AnswerError.ofCode('INTERNAL'), status: statusOf('INTERNAL') }
}

const statusOf = (code: ErrorCode): number => CATALOGUE[code].status
