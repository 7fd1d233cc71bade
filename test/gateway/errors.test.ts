import { GraphQLError } from 'graphql'
import { afterEach, describe, expect, it } from 'vitest'
import { CHANNEL } from '../../contract/disclosure.js'
import { CATALOGUE, ComityError, type ErrorCode } from '../../contract/errors.js'
import { officerResolvers, startWorld, type World, type WorldOptions } from './fixtures/world.js'

let world: World
afterEach(() => world.stop())

async function ask(options: WorldOptions, query: string, variables: Record<string, unknown> = {}) {
  world = await startWorld(options)
  return world.ask(query, 'dana', variables)
}

const SECRET = 'Ann Alder 1980-01-01 SELECT * FROM officers'
const failing = (failure: () => unknown): WorldOptions => ({
  officers: {
    resolvers: { ...officerResolvers, Query: { ...officerResolvers['Query'], ping: failure, officers: failure } },
  },
})
const thrown = (error: unknown) =>
  failing(() => {
    throw error
  })
/** A whole error as the client sees it. */
const shown = (code: ErrorCode, path?: unknown[], detail?: string, more: object = {}) => ({
  message: detail ? `${CATALOGUE[code].meaning} ${detail}` : CATALOGUE[code].meaning,
  ...(path ? { path } : {}),
  extensions: {
    code,
    ...more,
    whatToDo: CATALOGUE[code].whatToDo,
    requestId: expect.stringMatching(/^req_/) as unknown,
  },
})

describe('an error of a subgraph', () => {
  it.each<[string, unknown]>([
    ['a plain error', new Error(SECRET)],
    [
      'a GraphQL error with extensions',
      new GraphQLError(SECRET, { extensions: { sql: SECRET, stacktrace: [SECRET], exception: { SECRET } } }),
    ],
    [
      'an error with a code of its own',
      new GraphQLError(SECRET, { extensions: { code: 'PRISMA_P2002', meta: SECRET } }),
    ],
    ['an error that borrows a code', new GraphQLError(SECRET, { extensions: { code: 'BAD_INPUT', policy: SECRET } })],
    ['no error at all', SECRET],
  ])('that is not of the catalogue says nothing: %s', async (_name, error) => {
    const answer = await ask(thrown(error), '{ ping }')
    expect(answer).toEqual({ data: { ping: null }, errors: [shown('INTERNAL', ['ping'])], status: undefined })
    expect(JSON.stringify([answer, world.logged])).not.toContain('Alder')
  })

  it('of the catalogue keeps its words and what it may show, and nothing else', async () => {
    const error = new ComityError('PAGE_TOO_LARGE', 'first: 500.', {
      argument: 'first',
      limit: 100,
      sql: SECRET,
      policy: { SECRET },
    })
    expect(await ask(thrown(error), '{ ping }')).toEqual({
      data: { ping: null },
      errors: [shown('PAGE_TOO_LARGE', ['ping'], 'first: 500.', { argument: 'first', limit: 100 })],
      status: undefined,
    })
  })

  it('in an entity has the place where the client asked for it', async () => {
    const answer = await ask(
      {
        officers: {
          resolvers: {
            ...officerResolvers,
            Officer: {
              ...officerResolvers['Officer'],
              name: () => {
                throw new Error(SECRET)
              },
            },
          },
        },
      },
      '{ incidents { officer { name } } }',
    )
    expect(answer.errors).toEqual([
      shown('INTERNAL', ['incidents', 0, 'officer', 'name']),
      shown('INTERNAL', ['incidents', 2, 'officer', 'name']),
    ])
  })

  it('about an argument names the argument alone', async () => {
    const answer = await ask({}, '{ ping(n: 99999999999) }')
    expect(answer.errors?.[0]?.extensions['code']).toBe('OPERATION_INVALID')
    const refused = await world.ask('{ officer(id: "x") { name } }')
    expect(refused).toEqual({ data: { officer: null }, status: undefined })
  })

  it.each<[string, WorldOptions['officers']]>([
    [
      'refuses the signature',
      {
        verifier: {
          verify: () => {
            throw new ComityError('SIGNATURE_REFUSED')
          },
        },
      },
    ],
    ['answers neither data nor reason', { distort: () => ({}) }],
    ['answers null', { distort: () => ({ data: null }) }],
    [
      'reports what cannot be read',
      { distort: (answer) => ({ ...answer, extensions: { [CHANNEL]: { disclosures: 'none' } } }) },
    ],
    [
      'marks with a code that is none',
      {
        distort: (answer) => ({
          ...answer,
          extensions: { [CHANNEL]: { disclosures: [], marks: [{ mark: { code: 'X', sentence: SECRET }, count: 1 }] } },
        }),
      },
    ],
  ])('is SUBGRAPH_UNAVAILABLE, never an empty answer, where it %s', async (_name, officers) => {
    const answer = await ask(officers ? { officers } : {}, '{ officers { name } }')
    expect(answer).toEqual({ data: { officers: null }, errors: [shown('SUBGRAPH_UNAVAILABLE')], status: undefined })
  })

  it('leaves the rest of the answer, and says that a part is missing', async () => {
    const answer = await ask(
      { officers: { distort: () => Promise.reject(new Error(SECRET)) } },
      '{ incidents { kind officer { name } } }',
    )
    expect(answer.data).toEqual({
      incidents: ['TERMINATION', 'DECERTIFICATION', 'TERMINATION'].map((kind) => ({ kind, officer: null })),
    })
    expect(answer.errors).toEqual([shown('INTERNAL')])
  })

  it('that withholds without a report is a fault', async () => {
    const answer = await ask(thrown(new GraphQLError('Not for you.', { extensions: { code: 'WITHHELD' } })), '{ ping }')
    expect(answer.errors).toEqual([shown('INTERNAL')])
  })
})

describe('a withheld field', () => {
  it('makes one error, with its policy, at the first place where it is null', async () => {
    const answer = await ask({}, '{ officers { born again: born } }')
    expect(answer.data).toEqual({
      officers: [
        { born: '1980-01-01', again: '1980-01-01' },
        { born: null, again: null },
      ],
    })
    expect(answer.errors).toEqual([
      {
        message: 'Not for hiring.',
        path: ['officers', 1, 'born'],
        extensions: {
          code: 'WITHHELD',
          coordinate: 'Officer.born',
          policy: 'ID-2',
          citation: 'a statute',
          count: 2,
          whatToDo: CATALOGUE.WITHHELD.whatToDo,
          requestId: expect.stringMatching(/^req_/) as unknown,
        },
      },
    ])
  })
})

describe('a fault of the client’s own request', () => {
  it.each<[string, string, Record<string, unknown>, ErrorCode, string, number]>([
    [
      'a document that does not parse',
      '{ officers { ',
      {},
      'OPERATION_INVALID',
      'Syntax Error: Expected Name, found <EOF>.',
      400,
    ],
    [
      'a field that there is not',
      '{ officers { nam } }',
      {},
      'OPERATION_INVALID',
      'Cannot query field "nam" on type "Officer".',
      400,
    ],
    [
      'no such operation',
      'query A { ping } query B { ping }',
      {},
      'OPERATION_INVALID',
      'The document holds no such operation, or several and no name.',
      400,
    ],
    [
      'a malformed date in the document',
      '{ ping(day: "2026-13-45x") }',
      {},
      'BAD_INPUT',
      'A day is written YYYY-MM-DD.',
      400,
    ],
    [
      'a malformed date in a variable',
      'query($d: Day) { ping(day: $d) }',
      { d: 'x' },
      'BAD_INPUT',
      'd: A day is written YYYY-MM-DD.',
      400,
    ],
    [
      'a variable of the wrong type',
      'query($n: Int) { ping(n: $n) }',
      { n: 'x' },
      'BAD_INPUT',
      'n: Int cannot represent non-integer value.',
      400,
    ],
    [
      'a variable that is missing',
      'query($n: Int!) { ping(n: $n) }',
      {},
      'BAD_INPUT',
      'n: a value of type "Int!" is required.',
      400,
    ],
    [
      'a variable that is null',
      'query($n: Int!) { ping(n: $n) }',
      { n: null },
      'BAD_INPUT',
      'n: a value of type "Int!" must not be null.',
      400,
    ],
  ])('%s', async (_name, query, variables, code, words, status) => {
    const answer = await ask({}, query, variables)
    expect(answer.data).toBeUndefined()
    expect(answer.errors?.map(({ message, extensions }) => [extensions['code'], message])).toEqual([
      [code, `${CATALOGUE[code].meaning} ${words}`],
    ])
    expect(answer.status).toBe(status)
    expect(world.fetches).toEqual([])
  })
})
