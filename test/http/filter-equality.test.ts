import { readdirSync } from 'node:fs'
import { getOperationAST, Kind, type OperationDefinitionNode, parse, print } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST, type CastMember, PERSONAS } from '../../prisma/seed/index.js'
import { AGENCIES } from '../../prisma/seed/named-agencies.js'
import { freshDatabase, type TestDatabase } from '../support/database.js'
import { type Asked, openTestHub, type TestAnswer, type TestHub } from '../support/hub.js'
import { query } from '../support/queries.js'
import { afterCheck, candidate, caseOf } from '../integration/policy/askers.js'

/**
 * Authorization before planning changes no answer: two hubs over one database, with it and without it, are asked the same
 * by everyone, one after the other.
 */
const statements = { with: 0, without: 0 }
let database: TestDatabase
let filtering: TestHub
let leaving: TestHub
const checks = new Map<string, string>()

beforeAll(async () => {
  database = await freshDatabase()
  filtering = await openTestHub({ database, onStatement: () => (statements.with += 1) })
  leaving = await openTestHub({ database, gatewayFilter: false, onStatement: () => (statements.without += 1) })
  // What the case of one candidate has opened, and of another whose certificate is under appeal.
  for (const [investigator, member] of [
    ['hiring-city', CAST.subject],
    ['hiring-sheriff', CAST.underAppeal],
  ] as const) {
    checks.set(investigator, (await afterCheck(filtering, investigator, member)).checkId)
  }
})
afterAll(async () => {
  await leaving.close()
  await filtering.close()
  await database.drop()
})

interface Viewer {
  readonly persona: string
  readonly asked?: Asked
  /** Whom their case is about. */
  readonly about?: CastMember
}

const VIEWERS: readonly Viewer[] = [
  ...PERSONAS.map(({ handle }) => ({ persona: handle })),
  { persona: 'hiring-city', asked: { caseReference: caseOf(CAST.subject) }, about: CAST.subject },
  { persona: 'hiring-sheriff', asked: { caseReference: caseOf(CAST.underAppeal) }, about: CAST.underAppeal },
]

/** In turn: every query about every one of them by everyone takes minutes. */
const ABOUT = [CAST.subject, CAST.underAppeal, CAST.sealed] as const

/** What a variable of a query stands for, by its name; inputs by their type. */
function valuesAbout(member: CastMember, viewer: Viewer, hasKey: boolean): Readonly<Record<string, unknown>> {
  const input = candidate(member)
  return {
    id: member.officerId,
    type: 'INCIDENT',
    field: 'groundRaw',
    first: 5,
    family: member.name.family,
    number: member.certificate?.number ?? 'none',
    officer: member.officerId,
    incident: Object.values(member.incidentIds)[0] ?? 'inc_none',
    certification: member.certificationIds[0] ?? 'crt_none',
    agency: member.agencyId,
    jurisdiction: member.jurisdiction,
    kind: 'EXCESSIVE_FORCE_FINDING',
    status: 'REVOKED',
    stage: 'NOTICED',
    key: `${viewer.persona}-${member.key}`,
    Boolean: true,
    // Without a key the second check would be another one: such a query is asked what is refused.
    BackgroundCheckInput: hasKey ? input : { ...input, candidate: { ...input.candidate, dateOfBirth: 'in spring' } },
    // Whoever reads the log adds to it: what both hubs are asked has to stay the same.
    LogFilter: { viewer: 'nobody' },
    AdjudicationInput: { matchId: 'mch_none', decision: 'DISMISS', reason: 'None of these.' },
    AuthorizationInput: {
      instrument: 'CONSENT',
      reference: `R-${viewer.persona}-${member.key}`,
      citation: 'Council Resolution (synthetic instrument)',
      purposes: ['J'],
      recipients: [AGENCIES.ohioCity.id],
      classes: ['P1', 'P3a', 'P4'],
      kinds: ['*'],
      from: '2026-11-01',
      until: '2027-11-01',
    },
    PublishBundleInput: {
      jurisdiction: 'US-CA',
      text: '// nothing',
      effectiveFrom: '2026-12-01',
      keyId: 'none',
      signature: 'AAAA',
    },
    WithdrawBundleInput: { jurisdiction: 'US-CA', effectiveFrom: '2026-12-01', keyId: 'none', signature: 'AAAA' },
  }
}

interface Question {
  readonly name: string
  readonly text: string
  readonly operation: OperationDefinitionNode
}

/** Every operation of test/queries; what it spreads and does not define is in check-whole. */
function questions(): readonly Question[] {
  const names = readdirSync(new URL('../queries', import.meta.url)).map((file) => file.replace(/\.graphql$/, ''))
  return names.flatMap((name): Question[] => {
    const own = parse(query(name))
    const operation = getOperationAST(own)
    if (!operation) return []
    const isWhole = own.definitions.some((node) => node.kind === Kind.FRAGMENT_DEFINITION)
    const text = !isWhole && print(own).includes('...WholeCheck') ? query(name) + query('check-whole') : query(name)
    return [{ name, text, operation }]
  })
}

function variablesOf({ name, operation }: Question, viewer: Viewer, member: CastMember): Record<string, unknown> {
  const declared = operation.variableDefinitions ?? []
  const names = declared.map(({ variable }) => variable.name.value)
  const values = valuesAbout(member, viewer, names.includes('key'))
  return Object.fromEntries(
    declared.flatMap(({ variable, type }): [string, unknown][] => {
      const typeName = print(type).replace('!', '')
      const value = values[typeName] ?? values[variable.name.value]
      if (value !== undefined) return [[variable.name.value, value]]
      if (type.kind === Kind.NON_NULL_TYPE) throw new Error(`test/queries/${name}: what is $${variable.name.value}?`)
      return []
    }),
  )
}

/** No two requests have the same number. */
const bytes = ({ status, text }: TestAnswer<unknown>) =>
  `${status} ${text.replace(/"requestId":"[^"]*"/g, '"requestId":""')}`
const ask = (hub: TestHub, { persona, asked }: Viewer, text: string, variables: Record<string, unknown>) =>
  hub.as(persona, asked).ask(text, variables)

const ALL = questions()
let withheld = 0
let shown = 0

describe('With and without authorization before planning the answer is the same, byte by byte', () => {
  it.each(
    VIEWERS.map((viewer, turn) => [viewer.persona, viewer.asked?.caseReference ?? 'no case', viewer, turn] as const),
  )('to %s (%s)', async (_persona, _case, viewer, turn) => {
    for (const [index, question] of ALL.entries()) {
      const member = viewer.about ?? ABOUT[(index + turn) % ABOUT.length] ?? CAST.subject
      const variables = variablesOf(question, viewer, member)
      if (question.name === 'read-whole-check') variables['id'] = checks.get(viewer.persona) ?? 'chk_none'
      const one = await ask(filtering, viewer, question.text, variables)
      const other = await ask(leaving, viewer, question.text, variables)
      const about = { question: question.name, about: member.key }
      expect({ ...about, answer: bytes(one) }).toEqual({ ...about, answer: bytes(other) })
      if (one.errors.some(({ extensions }) => extensions.code === 'WITHHELD')) withheld += 1
      else if (one.data && one.errors.length === 0) shown += 1
    }
  })

  it('and the comparison was of something: some answers withhold, some do not, and less was asked of the database', () => {
    expect(ALL.length).toBeGreaterThan(15)
    expect(withheld).toBeGreaterThan(10)
    expect(shown).toBeGreaterThan(60)
    expect(statements.with).toBeLessThan(statements.without)
  })
})

describe('A denied field', () => {
  it('asks no statement', async () => {
    const asked = '{ disclosures { nodes { id } } }'
    Object.assign(statements, { with: 0, without: 0 })
    const one = await filtering.as('prosecutor').ask(asked)
    const other = await leaving.as('prosecutor').ask(asked)
    expect(bytes(one)).toBe(bytes(other))
    expect(one.errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_PERMITTED'])
    expect(statements.with).toBe(0)
    expect(statements.without).toBeGreaterThan(0)
  })
})
