import {
  buildSchema,
  execute,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  validate,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import type { Mark } from '../../contract/disclosure.js'
import { type Answer, walkAnswer } from '../../gateway/answer-walk.js'
import type { CountedMark } from '../../gateway/collector.js'
import { ID_ALIAS, TYPE_ALIAS, withConfirmation } from '../../gateway/confirm.js'
import { DecidedFields } from '../../gateway/decided-fields.js'
import { filterDocument } from '../../gateway/filter-document.js'
import { restoreDenied } from '../../gateway/restore.js'
import { withheldErrors } from '../../gateway/withheld-errors.js'

const schema = buildSchema(`
  type Query {
    people: [Person] anyone: [Anyone!] officers: [Officer!] officer: Officer matrix: [[Officer!]!] closed: Officer
    sure: Officer! value: Value note: String
  }
  interface Person { name: String friend: Person }
  union Anyone = Officer | Civilian
  type Officer implements Person {
    id: ID! name: String born: String rank: String friend: Person must: String! incidents: [Incident!]!
  }
  type Civilian implements Person { name: String friend: Person }
  type Incident { id: ID! kind: String officer: Officer }
  type Value { a: String b: String }
`)
const incident = { __typename: 'Incident', id: 'inc_1', kind: 'TERMINATION' }
const bob = { __typename: 'Officer', id: 'off_2', name: 'Bob', born: '1981', rank: null, must: 'm', incidents: [] }
const cy = { __typename: 'Civilian', name: 'Cy', friend: bob }
const ann = { ...bob, id: 'off_1', name: 'Ann', rank: 'Sgt', friend: cy, incidents: [{ ...incident, officer: bob }] }
const rootValue = {
  people: [ann, null, cy],
  anyone: [cy, ann],
  officers: [ann, bob],
  officer: ann,
  matrix: [[ann], [bob, ann]],
  closed: ann,
  sure: ann,
  value: { a: 'a', b: 'b' },
  note: 'n',
}
const DENIED = [
  'Officer.name',
  'Officer.born',
  'Officer.must',
  'Incident.officer',
  'Value.a',
  'Value.b',
  'Query.closed',
]
const marks = new Map<string, Mark>(
  DENIED.map((coordinate) => [
    coordinate,
    { coordinate, code: 'WITHHELD', policy: null, citation: null, sentence: `No ${coordinate}.` },
  ]),
)

function answerOf(document: ReturnType<typeof parse>, data: unknown, variables: Record<string, unknown>): Answer {
  const operation = getOperationAST(document)
  if (!operation) throw new Error('an operation expected')
  const fragments = document.definitions.flatMap((node) =>
    node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
  )
  return { schema, operation, fragments: Object.fromEntries(fragments), variables, data: data as Answer['data'] }
}

/** Executes with graphql-js; the fields denied here are errors, as a subgraph has them. */
function run(document: ReturnType<typeof parse>, variableValues: Record<string, unknown>) {
  const reported: CountedMark[] = []
  const asked = new Set<string>()
  const result = execute({
    schema,
    document,
    rootValue,
    variableValues,
    fieldResolver: (parent: Record<string, unknown>, _args, _context, { parentType, fieldName }) => {
      const coordinate = `${parentType.name}.${fieldName}`
      asked.add(coordinate)
      const mark = marks.get(coordinate)
      if (!mark) return parent[fieldName]
      reported.push({ mark, count: 1 })
      return new GraphQLError(mark.sentence)
    },
  })
  if (result instanceof Promise) throw new Error('no resolver waits')
  return { data: result.data ?? null, reported, asked }
}

/** As it leaves the hub. */
function shown(answer: Answer | null, reported: readonly CountedMark[]): string {
  const objects = answer ? [...walkAnswer(answer)] : null
  const errors = withheldErrors(reported, objects).map((error) => error.toJSON())
  for (const { value } of objects ?? []) {
    delete value[ID_ALIAS]
    delete value[TYPE_ALIAS]
  }
  return JSON.stringify({ data: answer?.data ?? null, errors })
}

function bothWays(query: string, variables: Record<string, unknown>) {
  const document = withConfirmation(parse(query), schema)
  const whole = run(document, variables)
  const filtered = filterDocument(document, schema, new Set(DENIED))
  const less = run(filtered, variables)
  const restored = less.data ? restoreDenied(answerOf(document, less.data, variables), marks) : null
  return {
    filtered,
    asked: less.asked,
    without: shown(whole.data && answerOf(document, whole.data, variables), whole.reported),
    with: shown(
      restored?.data ? answerOf(document, restored.data, variables) : null,
      restored ? restored.marks : less.reported,
    ),
  }
}

const QUERIES: readonly (readonly [what: string, query: string, variables?: Record<string, unknown>])[] = [
  ['a field', '{ officer { rank name born id } }'],
  ['an alias, before and after', '{ officer { a: name rank b: name } again: officer { name } }'],
  ['a field of an interface', '{ people { name } }'],
  ['a field of an interface, nested', '{ people { name friend { name friend { name __typename } } } }'],
  ['an inline fragment', '{ people { ... on Officer { born rank } ... on Civilian { name } } }'],
  ['an inline fragment on the interface of a union', '{ anyone { ... on Person { name friend { name } } } }'],
  ['a union', '{ anyone { __typename ... on Officer { name } } }'],
  [
    'a named fragment, twice',
    'query { officer { ...F } people { ...P } } fragment F on Officer { name rank } fragment P on Person { name }',
  ],
  [
    'a fragment of which nothing is left',
    '{ officer { ...F } officers { rank ...F } } fragment F on Officer { ...G } fragment G on Officer { name born }',
  ],
  ['a selection of which nothing is left', '{ officer { name } value { a b } }'],
  ['a list in a list', '{ matrix { name rank } }'],
  ['a reference', '{ officers { incidents { kind officer { name } } } }'],
  ['a root field', '{ closed { rank } note }'],
  ['nothing but a root field', '{ closed { rank } }'],
  ['a fragment at the root', '{ ...R } fragment R on Query { closed { id } }'],
  ['skipped', 'query ($s: Boolean!) { officer { name @skip(if: $s) rank } }', { s: true }],
  ['not skipped', 'query ($s: Boolean!) { officer { name @skip(if: $s) rank } }', { s: false }],
  ['not included', 'query ($i: Boolean = false) { officer { ... @include(if: $i) { name } rank } }', { i: false }],
  ['included', 'query ($i: Boolean = true) { people { ... on Officer @include(if: $i) { name } name } }', { i: true }],
  ['a field that cannot be null', '{ officer { must rank } note }'],
  ['a field that cannot be null, in a list', '{ officers { must rank } note }'],
  ['a field that cannot be null, in a list in a list', '{ matrix { must } note }'],
  ['a field that cannot be null, up to the root', '{ sure { born must } note }'],
  ['the type', '{ __typename officer { __typename must } }'],
  ['introspection beside it', '{ __schema { queryType { name } } closed { id } }'],
]

describe('The answer to a filtered document is that to the client’s own', () => {
  it.each(QUERIES.map(([what, query, variables = {}]) => [what, query, variables] as const))(
    '%s',
    (_what, query, variables) => {
      expect(validate(schema, parse(query))).toEqual([])
      const both = bothWays(query, variables)
      expect(both.with).toBe(both.without)
      expect([...both.asked].filter((coordinate) => DENIED.includes(coordinate))).toEqual([])
      expect(validate(schema, both.filtered).filter(({ message }) => !message.includes('never used'))).toEqual([])
    },
  )

  it('and something is denied in nearly all of them', () => {
    const silent = QUERIES.filter(([, query, variables = {}]) =>
      bothWays(query, variables).with.endsWith('"errors":[]}'),
    )
    expect(silent.map(([what]) => what)).toEqual([
      'skipped',
      'not included',
      'a field that cannot be null',
      'a field that cannot be null, in a list',
      'a field that cannot be null, in a list in a list',
      'the type',
    ])
  })
})

describe('The filtered document', () => {
  const filtered = (query: string) => print(filterDocument(parse(query), schema, new Set(DENIED))).replace(/\s+/g, ' ')

  it('has a fragment for each type on which a field of an interface stays', () => {
    expect(filtered('{ people { name friend { name } } }')).toBe(
      '{ people { ... on Civilian { name } friend { ... on Civilian { name } } } }',
    )
  })

  it('keeps what steers it', () => {
    expect(filtered('query ($s: Boolean!) { officer @skip(if: $s) { rank name } }')).toBe(
      'query ($s: Boolean!) { officer @skip(if: $s) { rank } }',
    )
  })

  it('asks for the type where nothing is left', () => {
    expect(filtered('{ value { a } }')).toBe(`{ value { ${TYPE_ALIAS}: __typename } }`)
  })
})

describe('What is decided before planning', () => {
  const rules = (coordinate: string) =>
    coordinate === 'Query.open' ? ('CONTAINER' as const) : ({ class: 'P4', of: 'Incident' } as const)
  const coordinates = (of: GraphQLSchema, query: string) =>
    new DecidedFields(of, rules).in(parse(query)).map(({ coordinate }) => coordinate)

  it('is every field of a class, on every type that an object may have', () => {
    expect(coordinates(schema, '{ people { name } ...R } fragment R on Query { officer { rank } }')).toEqual([
      'Civilian.name',
      'Officer.name',
      'Officer.rank',
      'Query.officer',
      'Query.people',
    ])
  })

  it('leaves a field whose arguments only its owner can read, so that a malformed one is refused by its owner', () => {
    const own = buildSchema(`
      scalar Day
      input Filter { on: Day and: Filter }
      type Query { open(on: Day): Query byDay(on: Day): Int byFilter(filter: Filter): Int byNumber(n: Int): Int }
    `)
    expect(coordinates(own, '{ open { byDay byFilter byNumber } }')).toEqual(['Query.byNumber'])
  })
})
