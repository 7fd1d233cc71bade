import { GraphQLError } from 'graphql'
import { CATALOGUE, ComityError, type ErrorCode } from '../contract/errors.js'
import { AnswerError } from './answer-error.js'

/** graphql-js's words for an argument that a subgraph could not read; nothing but the name is taken from them. */
const ARGUMENT_FAULT = /^(?:Argument "(\w{1,100})"|Variable "\$(\w{1,100})")/

/**
 * What the client may be told of a subgraph's error. A catalogued error made by our own code passes with its words;
 * of anything else only this much is said: that a part of the hub failed. Null for a withheld field, which the
 * reserved channel reports.
 */
export function faultOf(error: unknown): AnswerError | null {
  const comity = comityErrorIn(error)
  const path = error instanceof GraphQLError && error.path ? { path: error.path } : {}
  if (comity) {
    // The client did not sign anything: that a subgraph refused the gateway is a fault of the hub.
    if (comity.code === 'SIGNATURE_REFUSED') return AnswerError.ofCode('SUBGRAPH_UNAVAILABLE', path)
    return AnswerError.of(comity, path)
  }
  if (!(error instanceof GraphQLError)) return AnswerError.ofCode('INTERNAL')
  if (error.extensions['code'] === 'WITHHELD') return null
  const argument = ARGUMENT_FAULT.exec(error.message)
  if (argument) return AnswerError.of(new ComityError('BAD_INPUT', `Argument: ${argument[1] ?? argument[2]}.`), path)
  return AnswerError.ofCode('INTERNAL', path)
}

/** Undoes what JSON did to an error of one of our own services; an error of anybody else stays uncatalogued. */
export function revive(raw: unknown): GraphQLError {
  const { message, path, extensions } = (raw ?? {}) as { message?: unknown; path?: unknown; extensions?: unknown }
  const said = typeof message === 'string' ? message : ''
  const carried = (typeof extensions === 'object' ? extensions : null) as Record<string, unknown> | null
  const code = carried?.['code']
  const place = Array.isArray(path) ? { path: path as (string | number)[] } : {}
  if (typeof code !== 'string' || !Object.hasOwn(CATALOGUE, code) || code === 'WITHHELD') {
    return new GraphQLError(said, { ...place, extensions: { code } })
  }
  const { meaning } = CATALOGUE[code as ErrorCode]
  const detail = said.startsWith(`${meaning} `) ? said.slice(meaning.length + 1) : undefined
  return new GraphQLError(said, { ...place, originalError: new ComityError(code as ErrorCode, detail, carried ?? {}) })
}

function comityErrorIn(error: unknown): ComityError | null {
  for (
    let cause = error;
    cause instanceof Error;
    cause = cause instanceof GraphQLError ? cause.originalError : cause.cause
  ) {
    if (cause instanceof ComityError) return cause
  }
  return null
}
