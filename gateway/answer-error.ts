import { GraphQLError, type GraphQLErrorOptions } from 'graphql'
import type { ComityError } from '../contract/errors.js'
import { CATALOGUE, type ErrorCode } from '../contract/errors.js'

/** What an error may carry beside its code: words of the catalogue, of a policy, or of the client's own request. */
const SHOWN = ['policy', 'citation', 'coordinate', 'argument', 'limit', 'count'] as const

type Place = Pick<GraphQLErrorOptions, 'path' | 'nodes' | 'source' | 'positions'>

/** An error in the form in which it leaves the hub: nothing in it needs scrubbing any more. */
export class AnswerError extends GraphQLError {
  constructor(code: ErrorCode, message: string, shown: Readonly<Record<string, unknown>>, place: Place = {}) {
    super(message, { ...place, extensions: { code, ...shown, whatToDo: CATALOGUE[code].whatToDo } })
    this.name = 'AnswerError'
  }

  static of(error: ComityError, place: Place = {}): AnswerError {
    const shown = SHOWN.flatMap((name): [string, unknown][] => {
      const value = error.extensions[name]
      return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : []
    })
    return new AnswerError(error.code, error.message, Object.fromEntries(shown), place)
  }

  static ofCode(code: ErrorCode, place: Place = {}): AnswerError {
    return new AnswerError(code, CATALOGUE[code].meaning, {}, place)
  }

  /** The same error at another place: where the client asked, rather than where a fetch did. */
  at(place: Place): AnswerError {
    const { code, ...shown } = this.extensions
    return new AnswerError(code as ErrorCode, this.message, shown, place)
  }
}
