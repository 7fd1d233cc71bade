import { type DocumentNode, visit } from 'graphql'
import { ComityError } from '../../contract/errors.js'

/**
 * No alias, variable or fragment may be called `__proto__`: set on an object of JavaScript it is no member but the object's
 * prototype, and the answer would lack it. Every other name (`constructor`, `toString`) is a member like any.
 * @throws ComityError OPERATION_INVALID
 */
export function assertNames(document: DocumentNode): void {
  visit(document, {
    Name: ({ value }) => {
      if (value === '__proto__') throw new ComityError('OPERATION_INVALID', '__proto__ is no name that it may use.')
    },
  })
}
