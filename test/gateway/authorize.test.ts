import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { epochDay } from '../../contract/clock.js'
import type { Decision, PolicyViewer, StaticDecision } from '../../policy/index.js'
import { NOW, startWorld, type World } from './fixtures/world.js'

const DENIED: Decision = {
  effect: 'deny',
  policy: {
    id: 'X-1',
    title: 'Not for hiring',
    effect: 'forbid',
    citation: { text: 'a statute', role: 'AUTHORITY', status: 'CHECKED', checkedOn: '2026-01-01' },
    revealsReason: true,
  },
  sentence: 'Not for hiring.',
}
/** What each viewer is denied, whatever the record. */
const CLOSED: Readonly<Record<string, readonly string[]>> = {
  dana: [],
  gale: ['read:P1 IdentityRecord'],
  hana: ['read:P2 IdentityRecord', 'do:requestBackgroundCheck Hub'],
  ivo: ['read:P1 Incident', 'read:P4 Incident'],
}

let world: World
const asked: unknown[] = []
beforeAll(async () => {
  const beforeRequest = (viewer: PolicyViewer, moment: { readonly purpose: string; readonly today: number }) => {
    asked.push(moment)
    const decide = (action: string, type: string): StaticDecision =>
      CLOSED[viewer.subject]?.includes(`${action} ${type}`) ? { kind: 'DENY', decision: DENIED } : { kind: 'ROW' }
    return { decide }
  }
  world = await startWorld({
    policies: (hash) => {
      asked.push(hash)
      return Promise.resolve({ beforeRequest })
    },
  })
})
afterAll(() => world.stop())
beforeEach(() => {
  world.fetches.length = 0
  asked.length = 0
})

const route = () => world.fetches.map(({ subgraph }) => subgraph)
const sent = () => world.fetches.map(({ query }) => query).join('\n')
const said = (errors: Awaited<ReturnType<World['ask']>>['errors']) =>
  errors?.map(({ message, path, extensions: { code, coordinate, policy, count } }) => ({
    ...{ message, path, code, coordinate, policy, count },
  }))

describe('A field that no record could open to the viewer', () => {
  it('is asked of nobody; null and error stand in its place, in the order of the document', async () => {
    const { data, errors } = await world.ask('{ officers { first: born name born } }', 'hana')
    expect(JSON.stringify(data)).toBe(
      JSON.stringify({
        officers: [
          { first: null, name: 'Ann Alder', born: null },
          { first: null, name: 'Bob Birch', born: null },
        ],
      }),
    )
    expect(said(errors)).toEqual([
      {
        message: 'Not for hiring.',
        path: ['officers', 0, 'first'],
        code: 'WITHHELD',
        coordinate: 'Officer.born',
        policy: 'X-1',
        count: 4,
      },
    ])
    expect(sent()).toContain('name')
    expect(sent()).not.toContain('born')
  })

  it('is planned for nobody else: the plan belongs to the filtered document', async () => {
    const query = '{ officers { id name born } }'
    const whole = await world.ask(query, 'dana')
    const withoutBirth = await world.ask(query, 'hana')
    const withoutName = await world.ask(query, 'gale')
    expect(await world.ask(query, 'dana')).toEqual(expect.objectContaining({ data: whole.data }))
    const officer = (data: typeof whole.data) => (data?.['officers'] as unknown[])[0]
    expect(officer(whole.data)).toEqual({ id: 'off_1', name: 'Ann Alder', born: '1980-01-01' })
    expect(officer(withoutBirth.data)).toEqual({ id: 'off_1', name: 'Ann Alder', born: null })
    expect(officer(withoutName.data)).toEqual({ id: 'off_1', name: null, born: '1980-01-01' })
  })

  it('leaves the key, so that the owner is still asked for the record', async () => {
    const { data } = await world.ask('{ incidents { officer { name } } }', 'gale')
    expect(data).toEqual({ incidents: [{ officer: { name: null } }, { officer: null }, { officer: { name: null } }] })
    expect(route()).toEqual(['incidents', 'officers'])
  })

  it('takes what is beneath it along: no fetch is made for it', async () => {
    const { data } = await world.ask('{ incidents { id officer { name born } } }', 'ivo')
    expect(data).toEqual({ incidents: ['inc_1', 'inc_2', 'inc_3'].map((id) => ({ id, officer: null })) })
    expect(route()).toEqual(['incidents'])
  })

  it('on one type of an interface stays on the others', async () => {
    const { data, errors } = await world.ask('{ anyone { name } }', 'gale')
    expect(data).toEqual({ anyone: [{ name: null }, { name: 'Cy' }] })
    expect(said(errors)).toMatchObject([{ coordinate: 'Officer.name', path: ['anyone', 0, 'name'], count: 1 }])
    expect(sent()).toContain('...on Civilian{name}')
    expect(sent()).toContain('...on Officer{comity_id:id}')
  })

  it('is not said of records that the answer does not have', async () => {
    const { data, errors } = await world.ask('{ officer(id: "nobody") { born } }', 'hana')
    expect({ data, errors }).toEqual({ data: { officer: null }, errors: undefined })
  })

  it('is the same record once, however often the answer shows it', async () => {
    const { errors } = await world.ask('{ officers { incidents { officer { name } } } }', 'gale')
    expect(said(errors)).toMatchObject([{ coordinate: 'Officer.name', count: 2 }])
  })
})

describe('An operation that is denied', () => {
  it('is not sent, and nothing of it is done', async () => {
    const { data, errors } = await world.ask('mutation { requestX { id } }', 'hana')
    expect(data).toEqual({ requestX: null })
    expect(said(errors)).toMatchObject([{ code: 'NOT_PERMITTED', coordinate: 'Mutation.requestX', path: ['requestX'] }])
    expect(route()).toEqual([])
  })

  it('with a variable that cannot be read is refused like anybody else’s', async () => {
    const query = 'mutation ($n: String) { requestX(note: $n) { id } }'
    const [denied, open] = [await world.ask(query, 'hana', { n: 5 }), await world.ask(query, 'dana', { n: 5 })]
    expect(said(denied.errors)).toEqual(said(open.errors))
    expect(said(denied.errors)).toMatchObject([{ code: 'BAD_INPUT' }])
  })
})

describe('The rules', () => {
  it('are those that the request is pinned to, on the day by which the subgraphs judge', async () => {
    await world.ask('{ officers { name } }', 'hana')
    expect(asked).toEqual(['policy-1', { purpose: 'J', today: epochDay(NOW) }])
    const [fetch] = world.fetches
    expect([fetch?.request.policyVersion, epochDay(new Date(fetch?.request.now ?? ''))]).toEqual([
      'policy-1',
      epochDay(NOW),
    ])
  })

  it('are not asked about a document that they do not decide', async () => {
    await world.ask('{ ping }', 'hana')
    expect(asked).toEqual([])
  })
})
