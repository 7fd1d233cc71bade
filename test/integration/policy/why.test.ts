import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WIDEST } from '../../../gateway/budget/limits.js'
import { FIELDS, loadPolicySet, readPolicyFiles } from '../../../policy/index.js'
import { openPrisma } from '../../../prisma/client.js'
import { CAST, PERSONAS } from '../../../prisma/seed/index.js'
import { type Client, openTestHub, type TestAnswer, type TestHub } from '../../support/hub.js'
import { query } from '../../support/queries.js'
import { afterCheck } from './askers.js'

type ExplainedType = 'Incident' | 'Officer' | 'Employment' | 'Certification'
interface Why {
  readonly why: {
    readonly __typename: string
    readonly effect: 'ALLOW' | 'DENY'
    readonly sentence: string
    readonly policies: readonly { readonly id: string; readonly title: string; readonly citation: string }[]
    readonly looksAt: readonly string[]
  }
}

const ABSENT = {
  effect: 'DENY',
  sentence: 'There is no such record for this viewer and purpose.',
  policies: [],
  looksAt: [],
}

/** The budget's. */
const ROOTS = WIDEST.rootFields
let statements = 0
let hub: TestHub
/** Has a live case, a waiver, and the person of it opened. */
let investigator: Client
const spellIds: string[] = []
beforeAll(async () => {
  hub = await openTestHub({ onStatement: () => (statements += 1) })
  investigator = (await afterCheck(hub, 'hiring-city', CAST.subject)).client
  const prisma = openPrisma({ url: hub.hub.database.ownerUrl, max: 1 })
  const recordId = { in: [...CAST.subject.recordIds, ...CAST.tribalWithholding.recordIds] }
  const spells = await prisma.client.employment.findMany({ where: { recordId }, orderBy: { id: 'asc' } })
  spellIds.push(...spells.map(({ id }) => id))
  await prisma.close()
})
afterAll(() => hub.close())

const ask = (client: Client, type: string, id: string, field: string) =>
  client.ask<Why>(query('why'), { type, id, field })
const bytes = ({ text }: TestAnswer<unknown>) => text.replace(/"requestId":"[^"]*"/g, '"requestId":""')
const nobodys = (id: string) => `${id.slice(0, 4)}${'0'.repeat(26)}`
const HIDDEN_FINDING = CAST.sealed.incidentIds['sealedFinding'] ?? ''
const FINDING = CAST.subject.incidentIds['finding'] ?? ''

describe('An investigator whose case has opened the officer', () => {
  it('is told of a withheld field the policy and citation that stand in the error of the field itself', async () => {
    const { data, errors } = await ask(investigator, 'Incident', FINDING, 'groundRaw')
    const shown = await investigator.ask('query ($id: ID!) { incident(id: $id) { groundRaw } }', { id: FINDING })
    const [error] = shown.errors
    expect([errors, error?.extensions.code]).toEqual([[], 'WITHHELD'])
    const { why } = data ?? {}
    expect(why).toMatchObject({ __typename: 'IncidentExplanation', effect: 'DENY', sentence: error?.message })
    const [policy] = why?.policies ?? []
    expect([policy?.id, policy?.citation]).toEqual([error?.extensions['policy'], error?.extensions['citation']])
    expect(policy?.title).not.toBe('')
  })

  it('is told of a field that is shown which policy permits it, and what it looked at', async () => {
    const { data } = await ask(investigator, 'Incident', FINDING, 'kind')
    expect(data?.why).toMatchObject({ effect: 'ALLOW', policies: [{ id: 'HIR-1' }] })
    expect(data?.why.looksAt).toEqual(expect.arrayContaining(['request purpose', 'record subjectRecord']))
  })

  it.each([
    ['Officer', CAST.subject.officerId, 'name', 'ALLOW'],
    ['Officer', CAST.subject.officerId, 'dateOfBirth', 'DENY'],
    ['Officer', CAST.subject.officerId, 'employments', 'ALLOW'],
    ['Incident', FINDING, 'id', 'ALLOW'],
  ] as const)('%s %s %s: %s', async (type, id, field, effect) => {
    const { data, errors } = await ask(investigator, type, id, field)
    expect([errors, data?.why.effect]).toEqual([[], effect])
    expect(data?.why.policies.length).toBeGreaterThan(0)
  })

  it('may select on the interface and on its types; that the records exist is logged, and none that an explanation did not find', async () => {
    const before = (await entries()).length
    const { data, errors } = await investigator.ask(
      `query ($id: ID!) {
        a: why(type: Incident, id: $id, field: "kind") { id field ...Told ... on OfficerExplanation { looksAt } }
        b: why(type: Officer, id: $id, field: "name") { __typename ... on Explanation { effect } }
        c: why(type: Incident, id: $id, field: "groundRaw") { __typename }
        d: why(type: Incident, id: "${HIDDEN_FINDING}", field: "kind") { effect }
      }
      fragment Told on IncidentExplanation { effect policies { id } }`,
      { id: FINDING },
    )
    expect(errors).toEqual([])
    expect(data).toEqual({
      a: { id: FINDING, field: 'kind', effect: 'ALLOW', policies: [{ id: 'HIR-1' }] },
      b: { __typename: 'OfficerExplanation', effect: 'DENY' },
      c: { __typename: 'IncidentExplanation' },
      d: { effect: 'DENY' },
    })
    expect((await entries()).slice(before)).toEqual([
      [{ type: 'Incident', id: FINDING, subjects: CAST.subject.recordIds, classes: ['P1'] }],
    ])
    const nothing = await ask(investigator, 'Incident', HIDDEN_FINDING, 'kind')
    expect([nothing.data?.why.effect, (await entries()).length]).toEqual(['DENY', before + 1])
  })
})

/** What each entry of the log says was disclosed, the oldest first. */
async function entries(): Promise<unknown[]> {
  const prisma = openPrisma({ url: hub.hub.database.ownerUrl, max: 1 })
  const found = await prisma.client.disclosureEntry.findMany({ orderBy: { seq: 'asc' }, select: { records: true } })
  await prisma.close()
  return found.map(({ records: disclosed }) => disclosed)
}

/** Records that no persona without a case may know of. */
const HIDDEN: readonly (readonly [ExplainedType, () => string, string])[] = [
  ['Incident', () => CAST.sealed.incidentIds['sealedFinding'] ?? '', 'kind'],
  ['Officer', () => CAST.tribalWithholding.officerId, 'name'],
  ['Certification', () => CAST.nearNamesake.certificationIds[0] ?? '', 'status'],
]

describe.each(PERSONAS.map(({ handle }) => handle))('%s', (handle) => {
  it.each(HIDDEN)('gets one answer for a hidden %s, an unknown id and a malformed field', async (type, idOf, field) => {
    // Of certificates the auditor sees, pseudonymously, that they are there.
    if (type === 'Certification' && handle === 'auditor') return
    const client = hub.as(handle)
    const hidden = idOf()
    // Reference data are read once a process.
    await ask(client, type, hidden, field)
    statements = 0
    const answer = await ask(client, type, hidden, field)
    const spent = statements
    expect([answer.data?.why, answer.errors]).toEqual([{ __typename: `${type}Explanation`, ...ABSENT }, []])
    for (const [id, asked] of [
      [nobodys(hidden), field],
      ['no such id', field],
      [hidden, 'noSuchField'],
      [hidden, ''],
      [hidden, 'constructor'],
      [hidden, `${type}.${field}`],
      [hidden, 'x'.repeat(500)],
    ] as const) {
      statements = 0
      expect(bytes(await ask(client, type, id, asked))).toBe(bytes(answer))
      expect(statements).toBe(spent)
    }
  })
})

it('A field that there is not, of a record that the viewer sees, is answered the same', async () => {
  const { data } = await ask(investigator, 'Incident', FINDING, 'noSuchField')
  expect(data?.why).toEqual({ __typename: 'IncidentExplanation', ...ABSENT })
})

it.each(['BackgroundCheck', 'Nothing', '', '__Schema'])(
  'A type that is not asked about, "%s", is BAD_INPUT',
  async (type) => {
    const { data, errors } = await ask(investigator, type, FINDING, 'kind')
    expect([data, errors.map(({ extensions }) => extensions.code)]).toEqual([null, ['BAD_INPUT']])
  },
)

describe('Whatever is asked of whatever record', () => {
  const heads = new Map(loadPolicySet(readPolicyFiles()).heads.map((head) => [head.id, head]))
  const everybody = (): (readonly [string, Client])[] => [
    ...PERSONAS.map(({ handle }) => [handle, hub.as(handle)] as const),
    ['hiring-city with a case', investigator],
  ]
  const records = (): (readonly [ExplainedType, string])[] => [
    ...Object.values(CAST).flatMap(({ incidentIds }) =>
      Object.values(incidentIds).map((id: string) => ['Incident', id] as const),
    ),
    ['Officer', CAST.subject.officerId],
    ['Officer', CAST.underAppeal.officerId],
    ...CAST.subject.certificationIds.map((id) => ['Certification', id] as const),
    ...spellIds.slice(0, 4).map((id) => ['Employment', id] as const),
  ]
  const fieldsOf = (type: ExplainedType): string[] => {
    const seen = new Set<string>()
    return Object.entries(FIELDS).flatMap(([coordinate, rule]) => {
      const [owner, field = ''] = coordinate.split('.')
      if (owner !== type || typeof rule === 'string' || !('class' in rule) || seen.has(rule.class)) return []
      // One field a class: the class decides.
      seen.add(rule.class)
      return [field]
    })
  }

  it('a denial names only policies that reveal their reason, and an allowance its permit', async () => {
    const asked = records().flatMap(([type, id]) => fieldsOf(type).map((field) => ({ type, id, field })))
    const [named, effects] = [new Set<string>(), new Set<string>()]
    for (const [who, client] of everybody()) {
      for (let at = 0; at < asked.length; at += ROOTS) {
        const some = asked.slice(at, at + ROOTS)
        const selections = some.map(
          ({ type, id, field }, index) =>
            `w${index}: why(type: ${type}, id: "${id}", field: "${field}") { effect sentence policies { id } }`,
        )
        const { data, text } = await client.ask<Record<string, Why['why']>>(`{ ${selections.join('\n')} }`)
        for (const [index, { type, id, field }] of some.entries()) {
          const why = data?.[`w${index}`]
          expect(why, `${who} ${type} ${id} ${field}: ${text.slice(0, 200)}`).toBeDefined()
          effects.add(why?.effect ?? '')
          if (why?.effect === 'ALLOW') expect(why.policies.length).toBeGreaterThan(0)
          if (why?.effect !== 'DENY') continue
          for (const policy of why.policies) {
            named.add(policy.id)
            expect(heads.get(policy.id)).toMatchObject({ effect: 'forbid', revealsReason: true })
          }
        }
      }
    }
    expect(effects).toEqual(new Set(['ALLOW', 'DENY']))
    expect(named.size).toBeGreaterThan(1)
  })
})
