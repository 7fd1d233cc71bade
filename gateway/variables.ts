import {
  coerceInputValue,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromAST,
} from 'graphql'
import { CATALOGUE, ComityError } from '../contract/errors.js'
import { AnswerError } from './answer-error.js'
import { plainWords } from './scrub.js'

/** More faults than these help nobody to correct the request. */
const FAULTS_MAX = 20

export type CheckedVariables =
  | { readonly values: Readonly<Record<string, unknown>>; readonly errors?: never }
  | { readonly errors: readonly AnswerError[]; readonly values?: never }

/**
 * Reads the client's variables as the operation declares them. The faults name the place in the variable, and of what
 * was sent no more than the value at that place; graphql-js's own words would repeat the whole of it.
 */
export function checkVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  sent: Readonly<Record<string, unknown>>,
): CheckedVariables {
  const errors: AnswerError[] = []
  const values: Record<string, unknown> = {}
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value
    const type = typeFromAST(schema, definition.type)
    // Validation has refused a variable of any other type.
    if (!isInputType(type)) continue
    const refuse = (argument: string, reason: string) => {
      if (errors.length < FAULTS_MAX)
        errors.push(AnswerError.of(new ComityError('BAD_INPUT', `${argument}: ${reason}`, { argument })))
    }
    const value = Object.hasOwn(sent, name) ? sent[name] : undefined
    if (value === undefined) {
      if (definition.defaultValue) values[name] = valueFromAST(definition.defaultValue, type)
      else if (isNonNullType(type)) refuse(name, `a value of type "${type.toString()}" is required.`)
      continue
    }
    if (value === null && isNonNullType(type)) {
      refuse(name, `a value of type "${type.toString()}" must not be null.`)
      continue
    }
    values[name] = coerceInputValue(value, type, (path, _invalid, error) =>
      refuse([name, ...path].join('.'), reasonOf(error)),
    )
  }
  return errors.length > 0 ? { errors } : { values }
}

/** A scalar of ours says what form it wants; graphql-js says it in its own words. */
function reasonOf(error: Error): string {
  const words =
    error instanceof ComityError ? error.message.replace(`${CATALOGUE[error.code].meaning} `, '') : error.message
  return plainWords(words)
}
