import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { assertMethodFits } from '../../../gateway/http/method.js'

const refusal = (method: string, text: string, name: string | null = null): string | null => {
  try {
    assertMethodFits(method, parse(text), name)
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('What an HTTP method may run', () => {
  it.each([
    ['POST', '{ viewer { subject } }', null, null],
    ['GET', '{ viewer { subject } }', null, null],
    ['POST', 'mutation { closeCase { live } }', null, null],
    ['GET', 'mutation { closeCase { live } }', null, 'METHOD_NOT_ALLOWED'],
    ['GET', 'query A { viewer { subject } } mutation B { closeCase { live } }', 'A', null],
    ['GET', 'query A { viewer { subject } } mutation B { closeCase { live } }', null, 'METHOD_NOT_ALLOWED'],
    // Apollo failed over it: no root of that kind is in the schema.
    ['POST', 'subscription { viewer { subject } }', null, 'OPERATION_INVALID'],
    ['GET', 'subscription { viewer { subject } }', null, 'METHOD_NOT_ALLOWED'],
  ])('%s %s (%s): %s', (method, text, name, code) => {
    expect(refusal(method, text, name)).toBe(code)
  })
})
