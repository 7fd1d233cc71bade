import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { answerForm, statusOfOperation } from '../../../gateway/http/accept.js'
import { assertJsonBody } from '../../../gateway/http/content-type.js'
import { parseJson } from '../../../gateway/http/json.js'
import { documentNesting, jsonNesting } from '../../../gateway/nesting.js'

/** What a refusal says, with its status; null where there is none. */
function refusal(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (error) {
    const { status, message } = error as { status: number; message: string }
    return `${status} ${message.replace('The HTTP request is not a GraphQL request. ', '')}`
  }
}

describe('A content type', () => {
  const state = (...types: string[]) =>
    refusal(() =>
      assertJsonBody({
        headers: { 'content-type': types[0] },
        rawHeaders: types.flatMap((type) => ['Content-Type', type]),
      } as unknown as IncomingMessage),
    )

  it.each([
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
    'application/json; charset=utf8; v=1',
  ])('%s is read', (type) => expect(state(type)).toBeNull())

  it.each([
    ['application/json; charset=utf-7', '415 Its charset is not UTF-8.'],
    ['application/json; charset=utf-16', '415 Its charset is not UTF-8.'],
    ['application/json; charset=utf-8; charset=utf-16le', '415 Its charset is not UTF-8.'],
    ['application/json, text/plain', '415 Its content type is not application/json.'],
    ['application/jsonp', '415 Its content type is not application/json.'],
    ['text/json', '415 Its content type is not application/json.'],
    ['application/json; charset="utf-8', '415 Its content type is not application/json.'],
  ])('%s is not', (type, said) => expect(state(type)).toBe(said))

  it('is stated once', () => {
    expect(state('application/json', 'text/plain')).toBe('400 It states its content type more than once.')
  })

  it.each([
    ['identity', null],
    ['gzip', '415 Its body is encoded; send it as it is.'],
  ])('of a body that is encoded as %s', (encoding, said) => {
    const headers = { 'content-type': 'application/json', 'content-encoding': encoding }
    expect(refusal(() => assertJsonBody({ headers, rawHeaders: [] } as unknown as IncomingMessage))).toBe(said)
  })
})

describe('A body of JSON', () => {
  it.each([
    ['', '400 Its body is not JSON.'],
    ['\uFEFF{}', '400 Its body is not JSON.'],
    ['{"a":01}', '400 Its body is not JSON.'],
    ['{"__proto__":{"admin":true}}', '400 Its body has a key that it must not have, __proto__.'],
    ['{"variables":[{"\\u005f_proto__":1}]}', '400 Its body has a key that it must not have, __proto__.'],
    [`${'['.repeat(65)}${']'.repeat(65)}`, '400 Its body nests lists and objects more than 64 deep.'],
    [`{"a":${'{"a":'.repeat(100_000)}`, '400 Its body nests lists and objects more than 64 deep.'],
  ])('%j is refused', (text, said) => {
    expect(refusal(() => parseJson(Buffer.from(text)))).toBe(said)
    expect(({} as { admin?: unknown }).admin).toBeUndefined()
  })

  it.each([
    ['UTF-16', Buffer.from('{}', 'utf16le')],
    ['Latin-1', Buffer.from('{"a":"é"}', 'latin1')],
    ['an overlong form', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
    ['half of a pair of surrogates', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ])('in %s is refused', (_what, bytes) => {
    expect(refusal(() => parseJson(bytes))).toMatch(/^400 Its body is not (UTF-8|JSON)\.$/)
  })

  it('may say everything else', () => {
    const value = { constructor: { prototype: 1 }, toString: 'x', deep: [[['}{"']]], text: '__proto__ \\ "[[[' }
    expect(parseJson(Buffer.from(JSON.stringify(value)))).toEqual(value)
  })
})

describe('Nesting is counted without descending', () => {
  it.each([
    ['{}', 1],
    ['[[{"a":"[[[[\\"[["}]]', 3],
    ['"[[["', 0],
    [']]][[', 2],
  ])('of JSON: %s', (text, depth) => expect(jsonNesting(text)).toBe(depth))

  it.each([
    ['{ a(b: [{ c: "]]]" }]) { d } }', 4],
    ['# {{{{{{\n{ a }', 1],
    ['{ a(b: """ { \\""" { """) }', 2],
    ['{ a(b: "\\"{{{") { b } }', 2],
    ['{ a(b: "{{{\n{{ ) }', 4],
  ])('of a document: %s', (text, depth) => expect(documentNesting(text)).toBe(depth))
})

describe('The form of an answer', () => {
  const json = 'application/json'
  const response = 'application/graphql-response+json'

  it.each([
    [undefined, json, 400],
    ['*/*', json, 400],
    ['text/html', json, 400],
    [json, json, 200],
    [response, response, 400],
    [`${json}, ${response}`, response, 400],
    [`${json};q=0.9, ${response};q=0.5`, json, 200],
    [`${response}; charset=utf-8, ${json}; q=0.9`, response, 400],
    [`${response};q=0`, json, 400],
    [`${json};q=nonsense`, json, 400],
  ])('for %s is %s, and a fault of the operation %i', (accept, type, status) => {
    const form = answerForm(accept)
    expect([form.type, statusOfOperation(form, 400)]).toEqual([type, status])
    expect([401, 403, 429, 503].map((other) => statusOfOperation(form, other))).toEqual([401, 403, 429, 503])
  })
})
