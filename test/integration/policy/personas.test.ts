import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST, type CastKey, type CastMember, PERSONAS } from '../../../prisma/seed/index.js'
import { openTestHub, type TestAnswer, type TestHub } from '../../support/hub.js'
import { query } from '../../support/queries.js'
import { afterCheck, INVESTIGATORS } from './askers.js'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())

/** Whole answers, as they leave the hub, in `answers/`: what the owner's side and the officer see, and what investigators and auditors do. */
const whole = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`answers/${name}.json`, import.meta.url), 'utf8'))
const NOBODY = { data: { officer: null }, errors: [] }
/** No two requests have the same number. */
const REQUEST_IDS = /"requestId":"[^"]*",?/g
const bare = ({ data, errors }: TestAnswer<unknown>) => ({ data, errors })

interface Story {
  /** Persona -> which answers file they see; everyone else without a case sees nobody. */
  readonly seenBy: Readonly<Record<string, 'owner' | 'officer' | 'auditor'>>
  /** Whether a truthful check opens the person to an investigator's case. */
  readonly opens: boolean
}

const STORIES: Readonly<Partial<Record<CastKey, Story>>> = {
  subject: { seenBy: { commission: 'owner', officer: 'officer', auditor: 'auditor' }, opens: true },
  decertified: { seenBy: { commission: 'owner', auditor: 'auditor' }, opens: true },
  reinstated: { seenBy: { commission: 'owner', auditor: 'auditor' }, opens: true },
  underAppeal: { seenBy: { auditor: 'auditor' }, opens: true },
  sealed: { seenBy: { auditor: 'auditor' }, opens: true },
  tribalWithholding: { seenBy: {}, opens: false },
}

describe.each(Object.entries(STORIES))('%s', (key, { seenBy, opens }) => {
  const member = CAST[key as CastKey]
  const ask = (client: ReturnType<TestHub['as']>) => client.ask(query('officer-record'), { id: member.officerId })

  it.each(PERSONAS.map(({ handle }) => handle))(`%s, without a case: ${member.story}`, async (handle) => {
    const answer = bare(await ask(hub.as(handle)))
    const file = seenBy[handle]
    expect(answer).toEqual(file === undefined ? NOBODY : whole(`${key}.${file}`))
  })

  it.each(INVESTIGATORS)('%s, after a check of the candidate', async (investigator) => {
    const { client, opened } = await afterCheck(hub, investigator, member)
    expect(opened).toBe(opens)
    expect(bare(await ask(client))).toEqual(opens ? whole(`${key}.investigator`) : NOBODY)
    // Another case of the same investigator has opened nobody.
    expect(bare(await ask(hub.as(investigator, { caseReference: 'HIRE-other' })))).toEqual(NOBODY)
  })
})

it('Of the officer with a sealed finding an investigator sees what is seen of the one without any, name and number apart', async () => {
  const seen = async (member: CastMember) => {
    const { client } = await afterCheck(hub, 'hiring-sheriff', member)
    const { text } = await client.ask(query('officer-record'), { id: member.officerId })
    const { name, officerId, certificate } = member
    const own = [name.given, name.middle, name.family, officerId, certificate?.number]
    return own.reduce<string>((words, word) => words.replaceAll(`"${word}"`, '"own"'), text).replace(REQUEST_IDS, '')
  }
  expect(await seen(CAST.sealed)).toBe(await seen(CAST.twin))
})

it('Of the officer with a sealed finding an auditor sees what is seen of the one without any, ids apart', async () => {
  const seen = async ({ officerId }: CastMember) => {
    const { text } = await hub.as('auditor').ask(query('officer-record'), { id: officerId })
    expect(text).toContain(officerId)
    return text.replaceAll(officerId, 'own').replace(REQUEST_IDS, '')
  }
  expect(await seen(CAST.sealed)).toBe(await seen(CAST.twin))
})

describe('To the public there is no person', () => {
  const none = { totalCount: { value: 0, atLeast: false }, nodes: [], edges: [] }

  it('in any list, and in no count', async () => {
    const { data, errors, status } = await hub.as('public').ask(query('lists-of-persons'))
    expect(status).toBe(200)
    expect(errors).toEqual([])
    expect(data).toEqual({ officers: none, incidents: none, certifications: none })
  })

  it.each(Object.values(CAST))('by the ids of $key', async (member) => {
    const variables = {
      officer: member.officerId,
      incident: Object.values(member.incidentIds)[0] ?? 'inc_none',
      certification: member.certificationIds[0] ?? 'crt_none',
      agency: member.agencyId,
    }
    const answer = await hub.as('public').ask(query('person-by-ids'), variables)
    expect(bare(answer)).toEqual({
      data: {
        officer: null,
        incident: null,
        certification: null,
        agency: { name: member.agencyName, officers: none, incidents: none },
      },
      errors: [],
    })
  })

  it('behind any agency of the directory', async () => {
    const { data, errors } = await hub.as('public').ask<{
      agencies: { nodes: { officers: unknown; incidents: unknown }[] }
    }>(query('persons-of-agencies'))
    expect(errors).toEqual([])
    expect(data?.agencies.nodes.length).toBe(20)
    for (const agency of data?.agencies.nodes ?? []) {
      expect(agency).toEqual({ officers: none, incidents: none })
    }
  })

  it('who could be asked about by an operation', async () => {
    const { data, errors } = await hub.as('public').ask('{ disclosures { nodes { id } } }')
    expect(data).toEqual({ disclosures: null })
    expect(errors).toEqual([
      {
        message: "Persons' records need an assurance level of 2 or higher.",
        path: ['disclosures'],
        extensions: {
          code: 'NOT_PERMITTED',
          coordinate: 'Query.disclosures',
          policy: 'VWR-1',
          citation: 'CJIS Security Policy, multi-factor authentication (recalled)',
          count: 1,
          whatToDo: 'See the policy that the error names, or ask the records officer of your agency.',
        },
      },
    ])
  })
})
