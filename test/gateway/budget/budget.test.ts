import fc from 'fast-check'
import { getIntrospectionQuery } from 'graphql'
import { describe, expect, test } from 'vitest'
import { assertWithinBudget, checkBudget, limitsFor } from '../../../gateway/budget/budget.js'
import { type Limits, LIMITS, WIDEST } from '../../../gateway/budget/limits.js'
import { BUDGETS, ROLE_BUDGETS } from '../../../policy/budgets.js'
import { PAGE_DEFAULT } from '../../../subgraphs/kit/connection.js'
import { naiveCost } from './naive.js'

const endless: Limits = {
  ...WIDEST,
  selections: Infinity,
  aliases: Infinity,
  depth: Infinity,
  rows: Infinity,
  rootFields: Infinity,
  directives: Infinity,
  cost: Infinity,
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
    ['cost', `{officers(first:100){nodes{incidents(first:100){nodes{${'id '.repeat(30)}}}}}}`],
    ['rows', '{officers(first:100){nodes{incidents(first:100){nodes{incidents(first:100){nodes{id}}}}}}}'],
  ])('%s', (limit, query) => {
    expect(checkBudget({ query })).toMatchObject({ kind: 'EXCEEDS', limit, max: WIDEST[limit] })
    expect(() => assertWithinBudget({ query })).toThrow(/^The operation exceeds the budget .*; at most \d+\.$/)
  })

  test('a directive counts wherever its fragment comes to stand', () => {
    const spread = Array.from({ length: 26 }, (_, i) => `a${i}:viewer{...f}`).join(' ')
    const query = `{${spread}} fragment f on Viewer @x{subject @include(if:true)}`
    expect(checkBudget({ query }, { ...WIDEST, rootFields: 100 })).toMatchObject({ limit: 'directives', value: 52 })
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

test.each(BUDGETS)('the introspection query of common tools fits into a %s budget', (budget) => {
  expect(checkBudget({ query: getIntrospectionQuery() }, LIMITS[budget]).kind).toBe('WITHIN')
})

describe('cost', () => {
  const records = 'nodes{id incidents{nodes{id kind}}}'
  test('every selection counts once for each row that it may stand in, and a root field ten', () => {
    const page = 1 + 3 * (1 + 1 + 1 + 20 * 3)
    expect(cost(`{officers(first:3){${records}}}`).cost).toBe(page + 10)
    expect(cost(`query($n:Int=3){officers(first:$n){${records}} viewer{subject}}`).cost).toBe(page + 10 + 2 + 10)
  })
  test('a mutation writes: a hundred', () => {
    expect(cost('mutation{closeCase{reference live}}').cost).toBe(3 + 100)
  })
  test('of several operations the one that runs', () => {
    const query = `query Small{viewer{subject}} query Large{officers(first:100){${records}}}`
    expect(checkBudget({ query, operationName: 'Small' })).toMatchObject({ kind: 'WITHIN', cost: { cost: 12 } })
  })
  test('a page of nothing beside a page without end: the sum is a number, and too large', () => {
    const endless = 'nodes{b(first:1e300){nodes{c(first:1e300){nodes{id}}}}}'
    const query = `{x:a(first:0){${endless}} y:a(first:100){${endless}}}`
    expect(checkBudget({ query })).toMatchObject({ kind: 'EXCEEDS', limit: 'rows', value: Infinity })
  })
})

describe('who may ask for how much', () => {
  test('a budget is in everything at least as wide as the one before it', () => {
    const tables = BUDGETS.map((budget) => LIMITS[budget])
    for (const limit of Object.keys(WIDEST) as (keyof Limits)[]) {
      const values = tables.map((limits) => limits[limit])
      expect(values, limit).toEqual([...values].sort((a, b) => a - b))
    }
    expect(tables.at(-1)).toEqual(WIDEST)
  })
  test('the widest of the roles holds; the public has the narrowest, and so has nobody at all', () => {
    expect(limitsFor(['DATA_SUBJECT', 'RECORDS_OFFICER'])).toBe(LIMITS.WIDE)
    expect(limitsFor(['DATA_SUBJECT'])).toBe(LIMITS.STANDARD)
    expect([limitsFor(['PUBLIC']), limitsFor([])]).toEqual([LIMITS.NARROW, LIMITS.NARROW])
    const narrow = Object.entries(ROLE_BUDGETS).filter(([, budget]) => budget === 'NARROW')
    expect(narrow.map(([role]) => role)).toEqual(['PUBLIC'])
  })
  test('what costs too much for the public is served to who works with a whole agency', () => {
    const query = '{officers(first:50){nodes{id incidents{nodes{id}} certifications{nodes{id}}}}}'
    expect(checkBudget({ query }, limitsFor(['PUBLIC'])).kind).toBe('WITHIN')
    const more = query.replaceAll('{nodes{id}}', `(first:50){nodes{${'id '.repeat(20)}}}`)
    expect(checkBudget({ query: more }, limitsFor(['PUBLIC']))).toMatchObject({ kind: 'EXCEEDS', limit: 'rows' })
    expect(checkBudget({ query: more }, limitsFor(['AUDITOR'])).kind).toBe('WITHIN')
  })
})

test('a list without a page size has the page of the subgraph kit', () => {
  expect(cost('{officers{nodes{id}}}').rows).toBe(PAGE_DEFAULT)
})

/** Documents with up to five fragments, each spreading later ones only, so that they end. */
const documents = fc
  .array(fc.array(fc.nat(), { minLength: 3, maxLength: 8 }), { minLength: 1, maxLength: 5 })
  .map((genes) => {
    const names = ['id', 'edges', 'nodes', 'parent', 'officers']
    const set = (level: number, gene: readonly number[], room: number): string => {
      const parts = gene.slice(0, room).map((number, index) => {
        const name = names[number % names.length] ?? 'id'
        const directive = number % 9 === 0 ? '@a @b(c:1)' : ''
        const head = `${number % 7 === 0 ? `x${index}:` : ''}${name}${number % 3 === 0 ? `(first:${number % 4})` : ''}${directive}`
        if (number % 4 === 0 && level + 1 < genes.length)
          return `...f${level + 1 + (number % (genes.length - level - 1))}${directive}`
        if (number % 5 === 1 && room > 1) return `...on T{${set(level, gene.slice(1), room - 1)}}`
        return number % 2 === 0 && room > 1 ? `${head}{${set(level, gene.slice(1), room - 1)}}` : head
      })
      return parts.join(' ') || 'id'
    }
    return genes
      .map((gene, level) => `${level === 0 ? rootOf(gene) : `fragment f${level} on T @d`}{${set(level, gene, 3)}}`)
      .join(' ')
  })

const rootOf = ([first = 0]: readonly number[]): string => (first % 2 === 0 ? 'mutation' : 'query')

test('counts what expanding every fragment would count', () => {
  let withRows = 0
  fc.assert(
    fc.property(documents, (query) => {
      const naive = naiveCost(query)
      const { selections, aliases, rootFields, depth, rows, directives, cost: points } = cost(query)
      // Fragments count by themselves too: the operation's own numbers are the larger ones unless it spreads none.
      expect(rows).toBe(naive.rows)
      expect(points).toBe(naive.cost)
      expect(directives).toBeGreaterThanOrEqual(naive.directives)
      expect(rootFields).toBe(naive.rootFields)
      expect(selections).toBeGreaterThanOrEqual(naive.selections)
      if (!query.includes('fragment'))
        expect({ selections, aliases, depth, directives }).toEqual({
          selections: naive.selections,
          aliases: naive.aliases,
          depth: naive.depth,
          directives: naive.directives,
        })
      if (rows > 0) withRows++
    }),
    { numRuns: 200 },
  )
  expect(withRows).toBeGreaterThan(40)
})
