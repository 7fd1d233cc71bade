import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayToDate, epochDay } from '../../../contract/clock.js'
import type { OpenDatabase } from '../../../hub/database.js'
import { FACT_SHAPES } from '../../../policy/attributes.js'
import {
  type Access,
  caseKindOf,
  DATA_CLASSES,
  evaluate,
  type FactName,
  loadPolicySet,
  type Predicate,
  readPolicyFiles,
  type RecordFacts,
  type RecordType,
  type RequestFacts,
  type RowScope,
  type ScopeAction,
} from '../../../policy/index.js'
import { openPrisma, type OpenPrisma } from '../../../prisma/client.js'
import { CAST, OFFICER_SUBJECT, PERSONAS } from '../../../prisma/seed/index.js'
import { NOTHING, toWhere, type Where } from '../../../prisma/where.js'
import { toSql } from '../../../prisma/where-sql.js'
import { type FactColumns, toFacts } from '../../../subgraphs/kit/facts.js'
import { ReferenceCache } from '../../../subgraphs/kit/reference-data.js'
import { freshDatabase, type TestDatabase } from '../../support/database.js'
import { TEST_NOW } from '../../support/now.js'

const TODAY = epochDay(TEST_NOW)
const TYPES = ['IdentityRecord', 'Employment', 'Certification', 'Incident'] as const
type Type = (typeof TYPES)[number]
const TABLE: Record<Type, string> = {
  IdentityRecord: 'officers.identity_record',
  Employment: 'officers.employment',
  Certification: 'credentials.certification',
  Incident: 'incidents.incident',
}

const DEFAULT_RUNS = 120
const RUNS = Number(process.env['COMITY_TEST_SCOPES'] ?? DEFAULT_RUNS)
const SEED = Number(process.env['COMITY_TEST_SEED'] ?? 13929)

describe('a row scope lists the rows that the rules allow, one by one', () => {
  let under: TestDatabase
  let open: OpenDatabase
  let prisma: OpenPrisma
  const rows = {} as Record<Type, readonly RecordFacts[]>
  let authorizations: RequestFacts['authorizations']
  beforeAll(async () => {
    under = await freshDatabase()
    open = await under.open()
    prisma = openPrisma({ url: open.ownerUrl, max: 2 })
    for (const type of TYPES) rows[type] = (await load(type)).map(toFacts)
    authorizations = (await new ReferenceCache(prisma.client).at(0n)).authorizations(TODAY)
  })
  afterAll(async () => {
    await prisma.close()
    await open.close()
    await under.drop()
  })

  const load = (type: Type): Promise<FactColumns[]> => {
    const { identityRecord, employment, certification, incident } = prisma.client
    switch (type) {
      case 'IdentityRecord':
        return identityRecord.findMany()
      case 'Employment':
        return employment.findMany()
      case 'Certification':
        return certification.findMany()
      case 'Incident':
        return incident.findMany()
    }
  }
  const list = (type: Type, where: Where): Promise<{ id: string }[]> => {
    const { identityRecord, employment, certification, incident } = prisma.client
    const args = { where: { AND: [where] }, select: { id: true as const } }
    switch (type) {
      case 'IdentityRecord':
        return identityRecord.findMany(args)
      case 'Employment':
        return employment.findMany(args)
      case 'Certification':
        return certification.findMany(args)
      case 'Incident':
        return incident.findMany(args)
    }
  }

  const listBySql = async (type: Type, scope: RowScope): Promise<string[]> => {
    const condition = toSql(scope, { alias: 't', from: 1 })
    if (condition === NOTHING) return []
    const statement = `select t.id from ${TABLE[type]} t where ${condition.sql}`
    const rows = await prisma.client.$queryRawUnsafe<{ id: string }[]>(statement, ...condition.values)
    return rows.map(({ id }) => id).sort()
  }

  /** What the database lists, and what the predicate holds of in memory; the ids of both, in one order. */
  const compare = async (type: Type, predicate: Predicate, { bySql = true } = {}) => {
    const scope = { predicate } as RowScope
    const where = toWhere(scope)
    const listed = where === NOTHING ? [] : (await list(type, where)).map(({ id }) => id)
    if (bySql) expect(await listBySql(type, scope)).toEqual([...listed].sort())
    const allowed = rows[type].filter((facts) => evaluate(predicate, facts)).map(({ id }) => id)
    return { listed: listed.sort(), allowed: allowed.sort() }
  }

  const policies = loadPolicySet(readPolicyFiles())
  const accessOf = (persona: (typeof PERSONAS)[number]): Access => {
    const purpose = persona.defaultPurpose
    const caseKind = caseKindOf(purpose)
    const granted = [...CAST.decertified.recordIds, ...CAST.sealed.recordIds, ...CAST.separated.recordIds]
    return policies.forRequest(persona, {
      purpose,
      today: TODAY,
      caseKind: caseKind ?? 'NONE',
      caseLive: caseKind !== null,
      waiverCovers: caseKind === 'HIRING',
      granted: caseKind === null ? [] : granted,
      self: persona.subject === OFFICER_SUBJECT ? CAST.subject.recordIds : [],
      authorizations,
    })
  }

  test('for every persona, type and class of the demo world', async () => {
    const seen = new Map<string, number>()
    for (const persona of PERSONAS) {
      const access = accessOf(persona)
      for (const type of TYPES) {
        const actions: ScopeAction[] = [`know:${type}`, ...DATA_CLASSES.map((name) => `read:${name}` as const)]
        if (type === 'IdentityRecord' || type === 'Employment') actions.push('match')
        for (const action of actions) {
          const { predicate } = access.scope(action, type)
          const asked = `${type} ${JSON.stringify(predicate)}`
          if (seen.has(asked)) continue
          // Candidates are searched by SQL; everything else is asked through Prisma.
          const { listed, allowed } = await compare(type, predicate, { bySql: action === 'match' })
          expect(listed, `${persona.handle} ${action} ${type}`).toEqual(allowed)
          expect(rows[type].filter((facts) => access.allows(action, type as RecordType, facts)).length).toBe(
            allowed.length,
          )
          seen.set(asked, listed.length / rows[type].length)
        }
      }
    }
    // Vacuous where every scope is none or all of the rows.
    expect([...seen.values()].filter((share) => share > 0 && share < 1).length).toBeGreaterThan(25)
  })

  test(`for ${RUNS} conditions of every form (seed ${SEED})`, async () => {
    let between = 0
    const property = fc.asyncProperty(predicates(rows.Incident), async (predicate) => {
      const { listed, allowed } = await compare('Incident', predicate)
      expect(listed).toEqual(allowed)
      if (listed.length > 0 && listed.length < rows.Incident.length) between++
    })
    await fc.assert(property, { seed: SEED, numRuns: RUNS })
    expect(between).toBeGreaterThan(RUNS / 4)
  })

  test.each([
    [{ op: 'or', of: [] }, 0],
    [{ op: 'and', of: [] }, 1],
    [
      {
        op: 'and',
        of: [
          { op: 'eq', fact: 'sealed', value: false },
          { op: 'or', of: [] },
        ],
      },
      0,
    ],
    [{ op: 'not', of: { op: 'in', fact: 'stage', values: [] } }, 1],
    [{ op: 'hasAny', fact: 'namedOwners', values: [] }, 0],
    [{ op: 'in', fact: 'decidedEarliest', values: [] }, 0],
    [{ op: 'not', of: { op: 'const', value: true } }, 0],
  ] as const)('%j is none or all of the rows', async (predicate, share) => {
    const { listed, allowed } = await compare('Incident', predicate)
    expect([listed.length, allowed.length]).toEqual([share * rows.Incident.length, share * rows.Incident.length])
  })
})

/** Conditions over every fact, with values that occur in the rows, values that do not, and days on either side. */
function predicates(of: readonly RecordFacts[]): fc.Arbitrary<Predicate> {
  const names = Object.keys(FACT_SHAPES) as FactName[]
  const named = (shape: string) => names.filter((name) => FACT_SHAPES[name] === shape)
  const valuesOf = <Value>(fact: FactName) => [...new Set(of.flatMap((facts) => facts[fact] as Value | Value[]))]
  const leaf = fc.oneof(
    ...named('string').map((fact) => {
      const value = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...valuesOf<string>(fact)) }, fc.string())
      return fc.array(withoutNul(value), { maxLength: 4 }).map((values): Predicate => ({ op: 'in', fact, values }))
    }),
    ...named('boolean').map((fact) => fc.boolean().map((value): Predicate => ({ op: 'eq', fact, value }))),
    ...named('number').map((fact) =>
      fc
        .tuple(
          fc.constantFrom('eq', 'lt', 'lte', 'gt', 'gte'),
          fc.constantFrom(...valuesOf<number>(fact)),
          fc.integer({ min: -1, max: 1 }),
        )
        .map(([op, day, more]): Predicate => ({ op, fact, value: epochDay(dayToDate(day + more)) })),
    ),
    ...named('set').map((fact) => {
      const value = fc.oneof(fc.constantFrom('US-VA', ...valuesOf<string>(fact)), withoutNul(fc.string()))
      return fc.array(value, { maxLength: 3 }).map((values): Predicate => ({ op: 'hasAny', fact, values }))
    }),
  )
  const { tree } = fc.letrec<{ tree: Predicate }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'tree' },
      leaf,
      fc.tuple(fc.constantFrom('and', 'or'), fc.array(tie('tree'), { maxLength: 3 })).map(([op, parts]) => ({
        op,
        of: parts,
      })),
      tie('tree').map((part): Predicate => ({ op: 'not', of: part })),
    ),
  }))
  return tree
}

/** PostgreSQL's text holds every character but one. */
const withoutNul = (text: fc.Arbitrary<string>) => text.filter((value) => !value.includes('\u0000'))
