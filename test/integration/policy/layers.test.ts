import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST, type CastMember } from '../../../prisma/seed/index.js'
import { ALL_LAYERS, type Layers } from '../../../subgraphs/kit/layers.js'
import { freshDatabase, type TestDatabase } from '../../support/database.js'
import { type Asked, openTestHub, type TestAnswer, type TestHub } from '../../support/hub.js'
import { query } from '../../support/queries.js'
import { afterCheck, candidate, caseOf } from './askers.js'
import { beyond } from './leaves.js'

/** Fewer layers than the hub has, by what is missing. */
const WITHOUT: Readonly<Record<string, Partial<Layers>>> = {
  'the shield': { shield: false },
  'the mask': { masks: false },
  'the row scope': { scopes: false },
}
/** What the comparison below must find, or it finds nothing. */
const LEAKING: Readonly<Record<string, Partial<Layers>>> = {
  'the shield and the mask': { shield: false, masks: false },
  'the row scope and the mask': { scopes: false, masks: false },
}

let database: TestDatabase
let full: TestHub
const lesser = new Map<string, TestHub>()

beforeAll(async () => {
  database = await freshDatabase()
  full = await openTestHub({ database })
  // What the case of one candidate has opened, and of another whose certificate is under appeal.
  await afterCheck(full, 'hiring-city', CAST.subject)
  await afterCheck(full, 'hiring-sheriff', CAST.underAppeal)
  for (const [name, off] of Object.entries({ ...WITHOUT, ...LEAKING })) {
    lesser.set(name, await openTestHub({ database, layers: { ...ALL_LAYERS, ...off } }))
  }
})
afterAll(async () => {
  for (const hub of lesser.values()) await hub.close()
  await full.close()
  await database.drop()
})

function hubWithout(name: string): TestHub {
  const hub = lesser.get(name)
  if (!hub) throw new Error(`no hub without ${name}`)
  return hub
}

interface Viewer {
  readonly who: string
  readonly persona: string
  readonly asked?: Asked
}

/** None of them may see everything that the operations below ask for. */
const VIEWERS: readonly Viewer[] = [
  { who: 'the public', persona: 'public' },
  { who: 'a grants officer', persona: 'grants' },
  { who: 'a prosecutor without a case', persona: 'prosecutor' },
  { who: 'an investigator without a case', persona: 'hiring-federal' },
  { who: 'an investigator in a case about another', persona: 'hiring-tribal', asked: { caseReference: 'HIRE-nobody' } },
  {
    who: 'an investigator whose case has opened `subject`',
    persona: 'hiring-city',
    asked: { caseReference: caseOf(CAST.subject) },
  },
  {
    who: 'an investigator whose case has opened `underAppeal`',
    persona: 'hiring-sheriff',
    asked: { caseReference: caseOf(CAST.underAppeal) },
  },
  { who: 'the officer `subject`', persona: 'officer' },
  { who: 'the records officer of another agency', persona: 'records-officer' },
  { who: "another State's commission", persona: 'commission' },
]

const ABOUT: readonly CastMember[] = [
  CAST.subject,
  CAST.decertified,
  CAST.sealed,
  CAST.underAppeal,
  CAST.separated,
  CAST.unnoticed,
  CAST.twoStates,
  CAST.matterOnly,
  CAST.tribalWithholding,
  CAST.tribalConsenting,
]

interface Operation {
  readonly name: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

const OPERATIONS: readonly Operation[] = [
  { name: 'lists-of-persons', query: query('lists-of-persons'), variables: {} },
  ...ABOUT.flatMap((member): Operation[] => [
    {
      name: `everything-of-officer ${member.key}`,
      query: query('everything-of-officer'),
      variables: { id: member.officerId },
    },
    ...(Object.values(member.incidentIds).length > 0 ? Object.values(member.incidentIds) : ['inc_none']).map(
      (incident) => ({
        name: `everything-by-ids ${member.key}`,
        query: query('everything-by-ids'),
        variables: { incident, certification: member.certificationIds[0] ?? 'crt_none', agency: member.agencyId },
      }),
    ),
  ]),
  ...[CAST.sealed, CAST.subject, CAST.matterOnly].map((member: CastMember): Operation => ({
    name: `filtered-lists ${member.key}`,
    query: query('filtered-lists'),
    variables: {
      family: member.name.family,
      agency: member.agencyId,
      jurisdiction: member.jurisdiction,
      number: member.certificate?.number ?? 'none',
      kind: 'EXCESSIVE_FORCE_FINDING',
      status: 'REVOKED',
      stage: 'NOTICED',
    },
  })),
]

const asked = (hub: TestHub, { persona, asked: inCase }: Viewer, { query: text, variables }: Operation) =>
  hub.as(persona, inCase).ask(text, variables)
const bare = ({ data, errors, status }: TestAnswer<unknown>) => ({ data, errors, status })

const answers = new Map<string, TestAnswer<unknown>>()
/** The whole hub's answer, asked for once. */
async function whole(viewer: Viewer, operation: Operation): Promise<TestAnswer<unknown>> {
  const key = JSON.stringify([viewer.who, operation.name, operation.variables])
  const answer = answers.get(key) ?? (await asked(full, viewer, operation))
  answers.set(key, answer)
  return answer
}

/** Values in the answer of the lesser hub that are not in that of the whole one: how often a record is there is one too. */
async function disclosedBy(hub: TestHub, viewer: Viewer): Promise<string[]> {
  const found: string[] = []
  for (const operation of OPERATIONS) {
    const answer = await asked(hub, viewer, operation)
    found.push(
      ...beyond(answer.data, (await whole(viewer, operation)).data).map((leaf) => `${operation.name}: ${leaf}`),
    )
  }
  return found
}

describe.each(VIEWERS.map((viewer) => [viewer.who, viewer] as const))('To %s', (_who, viewer) => {
  it.each(['the shield', 'the mask'])('the hub without %s answers the same, letter by letter', async (name) => {
    for (const operation of OPERATIONS) {
      const answer = await asked(hubWithout(name), viewer, operation)
      expect({ operation, ...bare(answer) }).toEqual({ operation, ...bare(await whole(viewer, operation)) })
    }
  })

  it('the hub without the row scope answers the same about one person, and discloses nothing more in any list', async () => {
    const hub = hubWithout('the row scope')
    for (const operation of OPERATIONS) {
      const [answer, allowed] = [await asked(hub, viewer, operation), await whole(viewer, operation)]
      expect({ operation, beyond: beyond(answer.data, allowed.data) }).toEqual({ operation, beyond: [] })
      if (operation.name.startsWith('everything-of')) expect(bare(answer)).toEqual(bare(allowed))
    }
  })
})

describe('The comparison can fail', () => {
  const opened = VIEWERS.find(({ persona }) => persona === 'hiring-city')
  const nobody = VIEWERS.find(({ persona }) => persona === 'public')
  if (!opened || !nobody) throw new Error('a viewer is missing')

  it('without the shield and the mask, an investigator reads the ground as it is written', async () => {
    const found = await disclosedBy(hubWithout('the shield and the mask'), opened)
    expect(found.some((leaf) => leaf.includes('groundRaw="Synthetic ground as written'))).toBe(true)
  })

  it('without the row scope and the mask, the public learns who there is', async () => {
    const found = await disclosedBy(hubWithout('the row scope and the mask'), nobody)
    expect(found.some((leaf) => leaf.includes(CAST.sealed.officerId))).toBe(true)
  })
})

describe('A check without the row scope', () => {
  it.each([CAST.matterOnly, CAST.tribalWithholding, CAST.unnoticed])(
    'finds of $key no more than with it',
    async (member) => {
      const check = async (hub: TestHub, investigator: string) => {
        const { data, errors, status } = await hub
          .as(investigator, { caseReference: `LAYERS-${member.key}` })
          .ask(CHECK, { input: candidate(member) })
        return { data, errors, status }
      }
      // Of two agencies: a case is bound to its first check.
      expect(await check(hubWithout('the row scope'), 'hiring-territory')).toEqual(await check(full, 'hiring-federal'))
    },
  )
})

const CHECK = `mutation ($input: BackgroundCheckInput!) {
  requestBackgroundCheck(input: $input) {
    matches { score outcome sourceJurisdiction officer { id name { family } } explanations { feature verdict } }
    sources { jurisdiction answer note }
    reconciliation { result claimed { agency } recorded { agency { name } } }
  }
}`
