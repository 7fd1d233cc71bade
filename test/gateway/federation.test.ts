import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from './fixtures/world.js'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())
beforeEach(() => {
  world.fetches.length = 0
})

const route = () => world.fetches.map(({ subgraph }) => subgraph)

/** The federation behaviours that the subgraphs are built on (traps.md, "A bare reference"). */
describe('a reference to an officer', () => {
  const known = { incidents: [{ officer: { id: 'off_1' } }, { officer: null }, { officer: { id: 'off_2' } }] }

  it('is confirmed with its owner, and null without an error where the owner knows of none', async () => {
    expect(await world.ask('{ incidents { officer { id } } }')).toEqual({ data: known, status: undefined })
    expect(route()).toEqual(['incidents', 'officers'])
  })

  it.each([
    ['{ incidents { officer { __typename } } }', { __typename: 'Officer' }],
    ['{ incidents { officer { incidents { kind } } } }', { incidents: [{ kind: 'TERMINATION' }] }],
    [
      'query ($no: Boolean = false) { incidents { officer { __typename id @include(if: $no) } } }',
      { __typename: 'Officer' },
    ],
    [
      '{ incidents { ... on Incident { officer { ...T } } } } fragment T on Officer { __typename }',
      { __typename: 'Officer' },
    ],
  ])('is null as a whole, never an object of nulls: %s', async (query, shown) => {
    const { data, errors } = await world.ask(query)
    expect(errors).toBeUndefined()
    expect(data).toEqual({ incidents: [{ officer: shown }, { officer: null }, { officer: shown }] })
  })

  it('does not send what is hidden any further', async () => {
    await world.ask('{ incidents { officer { incidents { kind } } } }')
    expect(route()).toEqual(['incidents', 'officers', 'incidents'])
    expect(JSON.stringify(world.fetches.at(-1)?.variables)).not.toContain('rec_hidden')
  })

  it('costs no fetch that its fields do not need', async () => {
    await world.ask('{ officers { name } }')
    expect(route()).toEqual(['officers'])
  })
})

describe('an extension field', () => {
  it('is found by the record ids that the owner has in scope', async () => {
    const { data } = await world.ask('{ officers { incidents { kind } } }')
    expect(data).toEqual({
      officers: [{ incidents: [{ kind: 'TERMINATION' }] }, { incidents: [{ kind: 'TERMINATION' }] }],
    })
    expect(world.fetches[1]?.variables).toEqual({
      representations: [
        { __typename: 'Officer', recordId: 'rec_1a', recordIds: ['rec_1a', 'rec_1b'] },
        { __typename: 'Officer', recordId: 'rec_2', recordIds: ['rec_2'] },
      ],
    })
  })

  it('of what a mutation returns is fetched after the mutation, in one plan', async () => {
    const { data, errors } = await world.ask('mutation { requestX { officer { name incidents { kind } } } }')
    expect(errors).toBeUndefined()
    expect(data).toEqual({ requestX: { officer: { name: 'Ann Alder', incidents: [{ kind: 'TERMINATION' }] } } })
    expect(route()).toEqual(['officers', 'incidents'])
    expect(world.fetches[0]?.query).toMatch(/^mutation/)
  })
})

describe('what the gateway adds to a document', () => {
  it('is not in the answer, aliases and abstract types included', async () => {
    const { data } = await world.ask(
      '{ anyone { name ... on Officer { who: id } } o: officer(id: "off_2") { n: name } }',
    )
    expect(data).toEqual({ anyone: [{ name: 'Ann Alder', who: 'off_1' }, { name: 'Cy' }], o: { n: 'Bob Birch' } })
  })

  it('cannot be asked for by a client', async () => {
    const { errors, data, status } = await world.ask('{ officers { comity_id: name } }')
    expect(data).toBeUndefined()
    expect(errors?.[0]?.extensions['code']).toBe('OPERATION_INVALID')
    expect(status).toBe(400)
  })

  it('keeps inner keys out of the API', async () => {
    const { errors } = await world.ask('{ officers { recordIds } }')
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['OPERATION_INVALID'])
    expect(errors?.[0]?.message).toContain('Cannot query field "recordIds"')
    expect(errors?.[0]?.message).not.toContain('Did you mean')
  })
})

it('signs one viewer, clock, policy and request id for all fetches of a request', async () => {
  await world.ask('{ officers { incidents { officer { name } } } }')
  const [first] = world.fetches
  expect(world.fetches).toHaveLength(3)
  expect(first?.request).toMatchObject({
    now: '2026-03-02T09:00:00.000Z',
    policyVersion: 'policy-1',
    viewer: { subject: 'dana' },
  })
  for (const { request } of world.fetches) expect(request).toEqual(first?.request)
})
