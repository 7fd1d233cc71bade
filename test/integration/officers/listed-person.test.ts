import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importList } from '../../../hub/import-list.js'
import { MODEL, normalizeName } from '../../../subgraphs/officers/matching/index.js'
import { openTestHub, type TestHub } from '../../support/hub.js'
import { TEST_NOW } from '../../support/now.js'
import { query } from '../../support/queries.js'

const file = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const REAL = file('../shared/data/virginia/DCJS_Decertification_List_Apr25.xlsx')
const LISTS = [
  { name: 'the synthetic workbook', path: file('demo/va-dcjs-synthetic.xlsx') },
  // It names real people: it is read where it lies and never copied, so that a clone alone does not have it.
  { name: 'the list that Virginia publishes', path: REAL },
]
if (!existsSync(REAL)) console.warn(`The published list of Virginia is not at ${REAL}: its tests are skipped.`)

interface ListedPerson {
  readonly officer: string
  readonly given: string
  readonly family: string
  readonly agency: string
}

/**
 * Those of the list of whom `condition` is true, with a surname that nobody shares. What is asserted names nobody.
 */
const someone = (condition: string) => `
  SELECT r.officer_id AS officer, r.given, r.family, e.employer_name AS agency
    FROM officers.identity_record r
    JOIN officers.employment e ON e.record_id = r.id
    JOIN credentials.certification c ON c.subject_record = r.id
    LEFT JOIN incidents.incident i ON i.subject_record = r.id
   WHERE r.source_system = 'va-dcjs' AND ${condition}
     AND e.employer_name ~* 'police department|sheriff'
     AND (SELECT count(*) FROM officers.identity_record o WHERE o.normalized_family = r.normalized_family) = 1
   ORDER BY r.source_key LIMIT 50`

const FINAL = "i.kind = 'DECERTIFICATION' AND i.stage = 'FINAL' AND c.status = 'REVOKED'"

interface Officer {
  readonly id: string
  readonly employments: { readonly nodes: readonly { readonly agency: { readonly jurisdictionCode: string } | null }[] }
  readonly certifications: {
    readonly nodes: readonly {
      readonly status: string | null
      readonly statusText: string | null
      readonly stage: string | null
      readonly history: readonly { readonly status: string }[] | null
      readonly authority: { readonly name: string } | null
    }[]
  }
  readonly incidents: {
    readonly nodes: readonly {
      readonly kind: string
      readonly stage: string
      readonly decidedOn: { readonly value: string } | null
      readonly groundCode: string | null
      readonly groundRaw: string | null
      readonly fairProcess: { readonly basis: string; readonly attestedBy: string | null }
      readonly source: { readonly agency: { readonly name: string } | null; readonly contact: string | null }
    }[]
  }
}

interface Check {
  readonly requestBackgroundCheck: {
    readonly matches: readonly {
      readonly id: string
      readonly outcome: string
      readonly sourceJurisdiction: string
      readonly officer: Officer | null
    }[]
  } | null
}

interface Adjudicated {
  readonly adjudicateMatch: {
    readonly matches: readonly {
      readonly adjudication: string
      readonly officer: { readonly id: string; readonly incidents: { readonly nodes: readonly unknown[] } } | null
    }[]
  } | null
}

describe.each(LISTS)('A candidate who is on $name', ({ path }) => {
  describe.skipIf(!existsSync(path))('checked by the demo city’s investigator', () => {
    let hub: TestHub
    let client: pg.Client
    let cases = 0
    beforeAll(async () => {
      hub = await openTestHub()
      await importList({
        profile: 'va-dcjs',
        file: path,
        apply: true,
        realData: true,
        config: hub.database.config,
        clock: () => TEST_NOW,
        progress: () => undefined,
        step: () => undefined,
      })
      client = new pg.Client({ connectionString: hub.hub.database.ownerUrl })
      await client.connect()
    })
    afterAll(async () => {
      await client.end()
      await hub.close()
    })

    async function person(condition: string): Promise<ListedPerson> {
      const { rows } = await client.query<ListedPerson>(someone(condition))
      // A common name that an agency alone confirms is held back (outcome.test.ts, COMMON_NAME). Always the same person.
      const [first] = rows.filter(({ family }) => MODEL.rarity.family(normalizeName(family)) > 10)
      if (!first) throw new Error('The list has nobody of whom this is true.')
      return first
    }

    /** A case and a waiver of its own for each check. */
    async function check(listed: ListedPerson, withAgency: boolean) {
      const caseReference = `LIST-${++cases}`
      const investigator = hub.as('hiring-city', { caseReference })
      const candidate = {
        givenName: listed.given,
        familyName: listed.family,
        ...(withAgency ? { formerEmployers: [{ agency: listed.agency }] } : {}),
      }
      const waiver = {
        reference: caseReference,
        signedOn: '2026-11-01',
        expiresOn: '2027-05-01',
        scope: ['J'],
        signature: 'WET_INK',
        sha256: String(cases).padStart(64, '0'),
      }
      const { data, errors } = await investigator.ask<Check>(query('check-list-person'), {
        input: { candidate, waiver },
      })
      expect(errors.filter(({ extensions }) => extensions.code !== 'WITHHELD')).toEqual([])
      const matches = data?.requestBackgroundCheck?.matches ?? []
      return { investigator, matches, own: matches.find((match) => match.officer?.id === listed.officer)?.officer }
    }

    it('a finalized one, with the agency of the list: LIKELY, with everything that four subgraphs have to say', async () => {
      const { matches, own } = await check(await person(FINAL), true)
      expect(matches.map(({ outcome, sourceJurisdiction }) => [outcome, sourceJurisdiction])).toContainEqual([
        'LIKELY',
        'US-VA',
      ])
      expect(own?.employments.nodes.map(({ agency }) => agency?.jurisdictionCode)).toContain('US-VA')
      expect(own?.certifications.nodes.map(({ status, stage }) => [status, stage])).toEqual([['REVOKED', 'FINAL']])
      expect(own?.certifications.nodes[0]?.authority?.name).toMatch(/Virginia/)
      const [decertification, ...others] = own?.incidents.nodes ?? []
      expect(others).toEqual([])
      expect(decertification).toMatchObject({
        kind: 'DECERTIFICATION',
        stage: 'FINAL',
        groundRaw: null,
        fairProcess: { basis: 'OWNER_ATTESTED' },
      })
      expect(decertification?.decidedOn?.value).toMatch(/^\d{4}-\d{2}(-\d{2})?$/)
      expect(decertification?.groundCode).toMatch(/^[A-Z][\w.+-]+$/)
      expect(decertification?.fairProcess.attestedBy).toMatch(/Virginia/)
      expect(decertification?.source.agency?.name).toMatch(/Virginia/)
      expect(decertification?.source.contact).toMatch(/\w/)
    })

    it('by name alone: POSSIBLE, and no officer; with two identifiers of a person who looked, the officer', async () => {
      const listed = await person(FINAL)
      const { investigator, matches } = await check(listed, false)
      expect(matches.map(({ outcome, officer }) => [outcome, officer])).toEqual([['POSSIBLE', null]])
      const decide = (identifiers: readonly { kind: string; comparedWith: string }[]) =>
        investigator.ask<Adjudicated>(query('adjudicate-list-person'), {
          input: { matchId: matches[0]?.id, decision: 'CONFIRM', reason: 'Compared with the source.', identifiers },
        })
      const one = { kind: 'DATE_OF_BIRTH', comparedWith: 'records unit of the source' }
      const refused = await decide([one])
      expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['IDENTIFIERS_INSUFFICIENT'])
      const confirmed = await decide([one, { kind: 'EMPLOYMENT_HISTORY', comparedWith: 'records unit of the source' }])
      const [match] = confirmed.data?.adjudicateMatch?.matches ?? []
      expect([match?.adjudication, match?.officer?.id, match?.officer?.incidents.nodes.length]).toEqual([
        'CONFIRMED',
        listed.officer,
        1,
      ])
    })

    it('under appeal and effective: the status of the certificate, and no ground', async () => {
      const { own } = await check(await person("c.stage = 'EFFECTIVE_UNDER_APPEAL'"), true)
      expect(own?.certifications.nodes.map(({ status, statusText }) => [status, statusText])).toEqual([
        ['NOT_CURRENTLY_VALID', 'Not currently valid; under appeal; contact source.'],
      ])
      expect(own?.incidents.nodes).toEqual([])
    })

    it('reinstated: the reinstatement is with the certificate', async () => {
      const { own } = await check(await person("c.status = 'REINSTATED'"), true)
      expect(own?.certifications.nodes.map(({ status }) => status)).toEqual(['REINSTATED'])
      expect(own?.certifications.nodes[0]?.history?.at(-1)?.status).toBe('REINSTATED')
    })

    it('with a status that nobody explains: held for its owner, so that nobody else finds it', async () => {
      const { matches } = await check(await person("c.status = 'HELD'"), true)
      expect(matches).toEqual([])
    })
  })
})
