import { afterEach, describe, expect, it } from 'vitest'
import {
  incidentResolvers,
  NOW,
  officerResolvers,
  startWorld,
  type World,
  type WorldOptions,
} from './fixtures/world.js'

let world: World
afterEach(() => world.stop())

async function ask(query: string, options: WorldOptions = {}) {
  world = await startWorld(options)
  return world.ask(query)
}
const codes = (answer: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  answer.errors?.map(({ extensions }) => extensions['code'])

describe('the disclosure log', () => {
  it('gets one entry an answer: who, why, under which policy, what of whom; of the words of the client none', async () => {
    await ask('query JordanReyesOfNorfolk { officers { name incidents { kind } } }')
    expect(world.entries).toEqual([
      {
        at: NOW,
        viewer: 'dana',
        service: null,
        agency: 'agc_1',
        jurisdiction: 'US-OH',
        purpose: 'J',
        caseReference: 'H-1',
        operation: expect.stringMatching(/^officers\/sha256:[0-9a-f]{64}$/) as unknown,
        policyVersion: 'policy-1',
        records: [
          { type: 'Incident', id: 'inc_1', subjects: ['rec_1b'], classes: ['P1', 'P4'] },
          { type: 'Incident', id: 'inc_3', subjects: ['rec_2'], classes: ['P1', 'P4'] },
          { type: 'Officer', id: 'off_1', subjects: ['rec_1a', 'rec_1b'], classes: ['P1'] },
          { type: 'Officer', id: 'off_2', subjects: ['rec_2'], classes: ['P1'] },
        ],
        subjects: ['rec_1a', 'rec_1b', 'rec_2'],
      },
    ])
  })

  it('holds the classes that are in the answer, not all that were fetched', async () => {
    // The fixture reports P4 of every incident whose id it gives.
    await ask('{ incidents { id } }')
    expect(world.entries[0]?.records.map(({ classes }) => classes)).toEqual([['P1'], ['P1'], ['P1']])
    expect(world.entries[0]?.operation).toMatch(/^incidents\/sha256:[0-9a-f]{64}$/)
  })

  it('records a withheld field as not seen', async () => {
    await ask('{ officers { born } }')
    expect(world.entries[0]?.records).toEqual([
      { type: 'Officer', id: 'off_1', subjects: ['rec_1a', 'rec_1b'], classes: ['P1', 'P2'] },
      { type: 'Officer', id: 'off_2', subjects: ['rec_2'], classes: ['P1'] },
    ])
  })

  it('records that a person was there, though nothing else was asked', async () => {
    await ask('{ officer(id: "off_2") { __typename } }')
    expect(world.entries[0]?.records).toEqual([{ type: 'Officer', id: 'off_2', subjects: ['rec_2'], classes: ['P1'] }])
  })

  it('records a count of persons of whom none is named', async () => {
    await ask('{ incidentConnection { totalCount } }')
    expect(world.entries[0]).toMatchObject({
      records: [{ type: 'Incident', id: '*', subjects: [], classes: ['P1'] }],
      subjects: [],
    })
  })

  it('records a mutation that returned a check, whatever became of its fields', async () => {
    await ask('mutation { requestX { status } }')
    expect(world.entries[0]?.records).toEqual([{ type: 'Check', id: 'chk_1', subjects: [], classes: ['P1', 'P10'] }])
  })

  it.each(['{ ping }', '{ officer(id: "nobody") { name } }', '{ __typename }', '{ __schema { queryType { name } } }'])(
    'gets nothing of an answer without a person: %s',
    async (query) => {
      const answer = await ask(query)
      expect(answer.errors).toBeUndefined()
      expect(world.entries).toEqual([])
    },
  )
})

describe('no entry, no data', () => {
  const failing: WorldOptions = { append: () => Promise.reject(new Error('connection to 10.0.0.7 lost; Ann Alder')) }

  it.each(['{ officers { name } }', 'mutation { requestX { officer { name } } }'])('%s', async (query) => {
    const answer = await ask(query, failing)
    expect(answer.data).toBeNull()
    expect(codes(answer)).toEqual(['AUDIT_UNAVAILABLE'])
    expect(answer.status).toBe(503)
    expect(JSON.stringify([answer, world.logged])).not.toContain('Alder')
  })

  it('but what discloses nobody needs no log', async () => {
    expect((await ask('{ ping }', failing)).data).toEqual({ ping: 'pong' })
  })

  it('and the answer waits until the entry is committed', async () => {
    let commit: (id: string) => void = () => undefined
    world = await startWorld({
      append: () =>
        new Promise((resolve) => {
          commit = resolve
        }),
    })
    let answered = false
    const asking = world.ask('{ officers { name } }').then((answer) => {
      answered = true
      return answer
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(answered).toBe(false)
    commit('dsc_1')
    expect((await asking).data).toBeTruthy()
  })
})

describe('an answer that cannot be accounted for does not leave', () => {
  const silent: WorldOptions = { officers: { distort: ({ data }) => ({ data: data ?? null }) } }

  it.each<[string, string, WorldOptions]>([
    ['no report at all', '{ officers { name } }', silent],
    [
      'a report of another record',
      '{ officers { name } }',
      {
        officers: {
          resolvers: {
            ...officerResolvers,
            Officer: {
              ...officerResolvers['Officer'],
              id: (parent, _args, context) => {
                context.disclosures.push({ type: 'Officer', id: 'off_1', subjects: [], classes: ['P1'] })
                return (parent as { id: string }).id
              },
            },
          },
        },
      },
    ],
    [
      'a class that was not reported',
      '{ incidents { kind } }',
      {
        incidents: {
          resolvers: {
            ...incidentResolvers,
            Incident: {
              id: (parent, _args, context) => {
                const { id } = parent as { id: string }
                context.disclosures.push({ type: 'Incident', id, subjects: [], classes: ['P1'] })
                return id
              },
            },
          },
        },
      },
    ],
    [
      'a field that is in no class',
      '{ officers { secret } }',
      {
        officers: {
          resolvers: { ...officerResolvers, Officer: { ...officerResolvers['Officer'], secret: () => 'Ann Alder' } },
        },
      },
    ],
  ])('%s', async (_name, query, options) => {
    const answer = await ask(query, options)
    expect(answer.data).toBeNull()
    expect(codes(answer)).toEqual(['INTERNAL'])
    expect(answer.status).toBe(500)
    expect(world.entries).toEqual([])
    expect(JSON.stringify([answer, world.logged])).not.toContain('Alder')
  })

  it('an unclassified field that is null harms nobody', async () => {
    expect((await ask('{ officers { secret } }')).data).toEqual({ officers: [{ secret: null }, { secret: null }] })
  })
})

it('requests that run at once do not see each other’s reports', async () => {
  // Each viewer's fetches wait a different time, so that the requests interleave.
  world = await startWorld({
    incidents: {
      distort: async (answer) => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 10))
        return answer
      },
    },
  })
  const asked = Array.from({ length: 20 }, (_, i) => ({
    as: `viewer-${i}`,
    query:
      i % 2 === 0
        ? '{ officer(id: "off_1") { incidents { kind } } }'
        : '{ officer(id: "off_2") { incidents { kind } } }',
  }))
  await Promise.all(asked.map(({ as, query }) => world.ask(query, as)))
  for (const [i, { as }] of asked.entries()) {
    const entry = world.entries.find(({ viewer }) => viewer === as)
    expect(entry?.records.map(({ id }) => id)).toEqual(i % 2 === 0 ? ['inc_1', 'off_1'] : ['inc_3', 'off_2'])
  }
  expect(world.entries).toHaveLength(20)
})
