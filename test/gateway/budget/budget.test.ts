import fc from 'fast-check'
import { getIntrospectionQuery } from 'graphql'
import { describe, expect, test } from 'vitest'
import { assertWithinBudget, checkBudget } from '../../../gateway/budget/budget.js'
import { DEFAULT_LIMITS, type Limits } from '../../../gateway/budget/limits.js'
import { naiveCost } from './naive.js'

const endless: Limits = {
  ...DEFAULT_LIMITS,
  selections: Infinity,
  aliases: Infinity,
  depth: Infinity,
  rows: Infinity,
  rootFields: Infinity,
}
const cost = (query: string, variables: Record<string, unknown> = {}) => {
  const verdict = checkBudget({ query, variables }, endless)
  if (verdict.kind !== 'WITHIN') throw new Error(JSON.stringify(verdict))
  return verdict.cost
}

/** Each fragment spreads the next one twice, below a field that leads back to the same type (traps.md). */
function doubling(levels: number): string {
  const fragments = Array.from(
    { length: levels },
    (_, i) => `fragment f${i} on Agency{parent{...f${i + 1} ...f${i + 1}}}`,
  )
  return `{agency(id:"a"){...f0}} ${fragments.join(' ')} fragment f${levels} on Agency{id}`
}

describe('traps', () => {
  // Nothing here is timed: whoever walks what 30 of them stand for does not come back before the test's own limit.
  test('30 doubling fragments are refused without being walked', () => {
    expect(checkBudget({ query: doubling(30) })).toMatchObject({ kind: 'EXCEEDS' })
    expect(cost(doubling(30)).selections).toBeGreaterThan(2 ** 30)
  })

  test('1,000 bytes of them, side by side instead of nested', () => {
    const fragments = Array.from({ length: 25 }, (_, i) => `fragment f${i} on Query{...f${i + 1} ...f${i + 1}}`).join(
      ' ',
    )
    expect(checkBudget({ query: `{...f0} ${fragments} fragment f25 on Query{a:viewer{subject}}` })).toMatchObject({
      kind: 'EXCEEDS',
      limit: 'selections',
    })
  })

  test('hidden in an operation that is not the one asked for, or in a fragment that nobody spreads', () => {
    const bomb = doubling(12).replace('{agency', 'query Bomb{agency')
    expect(checkBudget({ query: `query Mine{viewer{subject}} ${bomb}`, operationName: 'Mine' })).toMatchObject({
      limit: 'selections',
    })
    expect(checkBudget({ query: bomb.replace('{...f0}', '{id}') })).toMatchObject({ limit: 'selections' })
  })

  test('a fragment without end is named, without walking its 2^300 ways', () => {
    const ring = Array.from(
      { length: 300 },
      (_, i) => `fragment r${i} on Agency{...r${(i + 1) % 300} ...r${(i + 1) % 300}}`,
    )
    const result = checkBudget({ query: `{agency(id:"a"){...r0}} ${ring.join(' ')}` })
    expect(result).toEqual({ kind: 'INVALID', detail: 'Fragment r0 spreads itself.' })
  })

  test.each([
    ['fields', '{a'.repeat(1_900) + '}'.repeat(1_900)],
    ['lists', `{a(b:${'['.repeat(1_900)}${']'.repeat(1_900)})}`],
    ['objects', `{a(b:${'{c:'.repeat(900)}1${'}'.repeat(900)})}`],
    ['types', `query($a:${'['.repeat(1_900)}A${']'.repeat(1_900)}){a}`],
  ])('deep nesting of %s does not exhaust the stack', (_, query) => {
    expect(() => checkBudget({ query })).not.toThrow()
  })

  test('many operations, many fragments: not one pass per pair', () => {
    const operations = Array.from({ length: 300 }, (_, i) => `query q${i}{...f}`).join(' ')
    expect(checkBudget({ query: `${operations} fragment f on Query{viewer{subject}}` })).toMatchObject({
      limit: 'operations',
    })
  })
})

describe('each limit is named, with the number and the largest that is served', () => {
  test.each<[keyof Limits, string]>([
    ['bytes', `{viewer{subject}}#${'x'.repeat(20_000)}`],
    ['tokens', `{${'a '.repeat(4_001)}}`],
    ['operations', Array.from({ length: 11 }, (_, i) => `query q${i}{viewer{subject}}`).join(' ')],
    ['directives', `{viewer ${'@include(if:true)'.repeat(51)}{subject}}`],
    ['depth', '{a'.repeat(19) + '}'.repeat(19)],
    ['selections', `{viewer{${'a '.repeat(1_500)}}}`],
    ['aliases', `{viewer{${Array.from({ length: 51 }, (_, i) => `a${i}:subject`).join(' ')}}}`],
    ['rootFields', `{${'viewer{subject} '.repeat(21)}}`],
    ['rows', '{officers(first:100){nodes{incidents(first:100){nodes{incidents(first:100){nodes{id}}}}}}}'],
  ])('%s', (limit, query) => {
    expect(checkBudget({ query })).toMatchObject({ kind: 'EXCEEDS', limit, max: DEFAULT_LIMITS[limit] })
    expect(() => assertWithinBudget({ query })).toThrow(/^The operation exceeds the budget .*; at most \d+\.$/)
  })

  test('what is at the limit is served', () => {
    expect(checkBudget({ query: '{a'.repeat(18) + '}'.repeat(18) }).kind).toBe('WITHIN')
    expect(checkBudget({ query: `{${'viewer{subject} '.repeat(20)}}` }).kind).toBe('WITHIN')
  })

  test('a syntax fault says where, and quotes nothing', () => {
    const run = () => assertWithinBudget({ query: 'query {\n  officers(name: "Jane" "Doe") { id } }' })
    expect(run).toThrow('It does not parse at line 2, column 25.')
    expect(run).not.toThrow('Doe')
  })
})

describe('rows', () => {
  const records = 'nodes{id incidents{nodes{id}} certifications(first:5){edges{node{id}}}}'
  test('pages multiply', () => {
    expect(cost(`{officers(first:50){${records}}}`).rows).toBe(50 * (1 + 20 + 5))
  })
  test('a page without a size is the default page', () => {
    expect(cost(`{officers{${records}}}`).rows).toBe(20 * 26)
  })
  test('a size in a variable counts, and so does its default', () => {
    const query = `query($n:Int=3){officers(first:$n){${records}}}`
    expect(cost(query).rows).toBe(3 * 26)
    expect(cost(query, { n: 100 }).rows).toBe(100 * 26)
    expect(cost(query, { n: '100' }).rows).toBe(20 * 26)
  })
  test('no page, no rows', () => {
    expect(cost('{viewer{subject agency{id name}}}').rows).toBe(0)
  })
  test('a list of a partner, with a limit of its own', () => {
    expect(cost('{officer(id:"o"){comments(limit:30){text}}}').rows).toBe(30)
  })
})

test('the introspection query of common tools fits', () => {
  expect(checkBudget({ query: getIntrospectionQuery() }).kind).toBe('WITHIN')
})

/** Documents with up to five fragments, each spreading later ones only, so that they end. */
const documents = fc
  .array(fc.array(fc.nat(), { minLength: 3, maxLength: 8 }), { minLength: 1, maxLength: 5 })
  .map((genes) => {
    const names = ['id', 'edges', 'nodes', 'parent', 'officers']
    const set = (level: number, gene: readonly number[], room: number): string => {
      const parts = gene.slice(0, room).map((number, index) => {
        const name = names[number % names.length] ?? 'id'
        const head = `${number % 7 === 0 ? `x${index}:` : ''}${name}${number % 3 === 0 ? `(first:${number % 4})` : ''}`
        if (number % 4 === 0 && level + 1 < genes.length)
          return `...f${level + 1 + (number % (genes.length - level - 1))}`
        if (number % 5 === 1 && room > 1) return `...on T{${set(level, gene.slice(1), room - 1)}}`
        return number % 2 === 0 && room > 1 ? `${head}{${set(level, gene.slice(1), room - 1)}}` : head
      })
      return parts.join(' ') || 'id'
    }
    return genes
      .map((gene, level) => `${level === 0 ? 'query' : `fragment f${level} on T`}{${set(level, gene, 3)}}`)
      .join(' ')
  })

test('counts what expanding every fragment would count', () => {
  let withRows = 0
  fc.assert(
    fc.property(documents, (query) => {
      const naive = naiveCost(query)
      const { selections, aliases, rootFields, depth, rows } = cost(query)
      // Fragments count by themselves too: the operation's own numbers are the larger ones unless it spreads none.
      expect(rows).toBe(naive.rows)
      expect(rootFields).toBe(naive.rootFields)
      expect(selections).toBeGreaterThanOrEqual(naive.selections)
      if (!query.includes('fragment'))
        expect({ selections, aliases, depth }).toEqual({
          selections: naive.selections,
          aliases: naive.aliases,
          depth: naive.depth,
        })
      if (rows > 0) withRows++
    }),
    { numRuns: 300 },
  )
  expect(withRows).toBeGreaterThan(60)
})
