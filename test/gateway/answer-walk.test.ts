import { buildSchema, getOperationAST, graphqlSync, Kind, parse, print } from 'graphql'
import { describe, expect, it } from 'vitest'
import { pathTo, walkAnswer } from '../../gateway/answer-walk.js'
import { withConfirmation } from '../../gateway/confirm.js'

const schema = buildSchema(`
  type Query { people: [Person] person: Person officer: Officer matrix: [[Officer]] }
  interface Person { name: String }
  type Officer implements Person { id: ID! name: String rank: String friend: Officer }
  type Civilian implements Person { name: String }
`)
const ann = {
  __typename: 'Officer',
  id: 'off_1',
  name: 'Ann',
  rank: null,
  friend: { __typename: 'Officer', id: 'off_2', name: null, rank: 'Sgt' },
}
const rootValue = {
  people: [ann, null, { __typename: 'Civilian', name: 'Cy' }],
  person: ann,
  officer: ann,
  matrix: [[ann], null],
}

/** Executes with graphql-js itself and lists what the walk sees: `path Type(id): field, field?` where `?` is null. */
function walk(query: string, variableValues: Record<string, unknown> = {}): string[] {
  const document = withConfirmation(parse(query), schema)
  const operation = getOperationAST(document)
  if (!operation) throw new Error('an operation expected')
  const result = graphqlSync({ schema, source: query, rootValue, variableValues })
  expect(result.errors).toBeUndefined()
  const confirmed = graphqlSync({ schema, source: print(document), rootValue, variableValues })
  const fragments = Object.fromEntries(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  )
  const data = confirmed.data as Record<string, unknown>
  return [...walkAnswer({ schema, operation, fragments, variables: variableValues, data })].map(
    ({ type, id, step, fields }) => {
      const seen = fields.map(({ coordinate, key, isNull }) => `${key}=${coordinate.split('.')[1]}${isNull ? '?' : ''}`)
      return `/${pathTo(step).join('/')} ${type}(${id ?? ''}) ${seen.join(' ')}`.trim()
    },
  )
}

describe('the walk over an answer', () => {
  it('sees objects, aliases and nulls in the order of the document', () => {
    expect(walk('{ o: officer { n: name rank friend { name } } }')).toEqual([
      '/ Query() o=officer',
      '/o Officer(off_1) n=name rank=rank? friend=friend',
      '/o/friend Officer(off_2) name=name?',
    ])
  })

  it('knows the type behind an interface, list items that are null, and lists of lists', () => {
    expect(walk('{ people { name ... on Officer { rank } } matrix { name } }')).toEqual([
      '/ Query() people=people matrix=matrix',
      '/people/0 Officer(off_1) name=name rank=rank?',
      '/people/2 Civilian() name=name',
      '/matrix/0/0 Officer(off_1) name=name',
    ])
  })

  it('merges selections of the same field, from named and inline fragments', () => {
    expect(
      walk(
        '{ officer { name } ...F ... { officer { friend { rank } } } } fragment F on Query { officer { rank friend { name } } }',
      ),
    ).toEqual([
      '/ Query() officer=officer',
      '/officer Officer(off_1) name=name rank=rank? friend=friend',
      '/officer/friend Officer(off_2) name=name? rank=rank',
    ])
  })

  it('follows @skip and @include with the values of the variables', () => {
    const query =
      'query($yes: Boolean!, $no: Boolean!) { officer { name @skip(if: $yes) rank @include(if: $no) ... @include(if: $yes) { n: name } } }'
    expect(walk(query, { yes: true, no: false })).toEqual([
      '/ Query() officer=officer',
      '/officer Officer(off_1) n=name',
    ])
  })

  it('leaves introspection and __typename out', () => {
    expect(walk('{ __typename __schema { queryType { name } } officer { __typename t: __typename } }')).toEqual([
      '/ Query() officer=officer',
      '/officer Officer(off_1)',
    ])
  })
})
