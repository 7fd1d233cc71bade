import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { epochDay } from '../../../../contract/clock.js'
import type { ImportReport } from '../../../../hub/import/index.js'
import { loadPolicySet, readPolicyFiles, type RecordFacts } from '../../../../policy/index.js'
import { AGENCIES } from '../../../../prisma/seed/index.js'
import { toFacts, type FactColumns } from '../../../../subgraphs/kit/facts.js'
import { TEST_NOW } from '../../../support/now.js'
import { counts, listDatabase, type ListDatabase } from './database.js'

const FOLDER = fileURLToPath(new URL('../../../../../shared/data/virginia/', import.meta.url))
const WORKBOOK = `${FOLDER}DCJS_Decertification_List_Apr25.xlsx`
const CSVS = ['present.csv', 'prior.csv', 'reinstated.csv'].map((name) => `${FOLDER}${name}`)
const DIRECTORY = `${FOLDER}certified_directory.csv`

// The list names real people: it is read where it lies and never copied, so that a clone alone does not have it.
if (!existsSync(WORKBOOK)) console.warn(`The published list of Virginia is not at ${FOLDER}: its tests are skipped.`)

function addsUp({ totals, tabs, rejected }: ImportReport): void {
  for (const each of [totals, ...tabs])
    expect(each.created + each.updated + each.unchanged + each.rejected).toBe(each.rows)
  expect(rejected).toHaveLength(totals.rejected)
  for (const each of rejected) expect(each.hint).not.toBe('')
}

describe.skipIf(!existsSync(WORKBOOK))('Virginia’s published list, into a demo beside its invented people', () => {
  let database: ListDatabase
  let first: ImportReport
  beforeAll(async () => {
    database = await listDatabase({ world: true })
    first = await database.run(WORKBOOK)
  })
  afterAll(() => database.close())

  test('every row of every tab is accounted for, each rejected one with a reason', () => {
    addsUp(first)
    // Counted in the workbook without this code: rows with at least a surname and an agency.
    expect(first.tabs.map(({ rows }) => rows)).toEqual([308, 90, 81, 45])
    expect(first.rejected.map(({ code }) => code)).toEqual(Array(3).fill('ADMISSION_TRAINING_LAPSE'))
    expect(first).toMatchObject({ synthetic: false, mode: 'DEMO', needsRealData: false })
  })

  test('again: everything unchanged, nothing written', async () => {
    const before = await counts(database)
    const again = await database.run(WORKBOOK)
    addsUp(again)
    expect(again.totals).toMatchObject({ created: 0, updated: 0, unchanged: first.totals.created })
    expect(await counts(database)).toEqual(before)
  })

  test.each(CSVS)('the same list as CSV makes no second record: %s', async (file) => {
    const before = await counts(database)
    const report = await database.run(file)
    addsUp(report)
    expect(report.totals).toMatchObject({ created: 0, updated: 0 })
    expect(await counts(database)).toEqual(before)
  })

  test('the directory adds agencies and no person; again, nothing', async () => {
    const before = await counts(database)
    const report = await database.run(DIRECTORY)
    addsUp(report)
    expect(report.written).toMatchObject({ Officer: { created: 0 }, Incident: { created: 0 } })
    expect((await counts(database))['agencies']).toBe((before['agencies'] ?? 0) + report.totals.created)
    const again = await database.run(DIRECTORY)
    expect(again.totals).toMatchObject({ created: 0, updated: 0, unchanged: again.totals.rows })
  })

  test('the report holds row numbers, fields, codes and hints, and no name of anybody', async () => {
    const text = JSON.stringify([first.rejected, first.warnings])
    const names = await database.rows<{ family: string }>(
      `select distinct family from officers.identity_record where source_system = 'va-dcjs' and length(family) > 5`,
    )
    expect(names.length).toBeGreaterThan(200)
    expect(names.filter(({ family }) => text.includes(family)).length).toBe(0)
  })

  test('Virginia answers for its list: its office, its kind, as far as the list reaches', async () => {
    const [row] = await database.rows(
      `select participates, kinds, coverage_from::text as "from", coverage_until::text as until, statement,
              next_unit as unit, next_phone as phone
         from hub.participation where jurisdiction = 'US-VA'`,
    )
    expect(row).toEqual({
      participates: 'FULL',
      kinds: ['DECERTIFICATION'],
      from: '2021-03-01',
      until: expect.stringMatching(/^2025-0[34]-\d\d$/) as string,
      statement: 'Virginia publishes its list of decertified officers. A listing does not by itself bar hire.',
      unit: 'Virginia Department of Criminal Justice Services, Division of Law Enforcement',
      phone: null,
    })
  })

  test('the demo remembers that it holds real people, and none of them is marked synthetic', async () => {
    expect(await database.value('select has_real_data from hub.state')).toBe(true)
    expect(
      await database.value(
        `select count(*)::int from officers.identity_record where source_system = 'va-dcjs' and synthetic`,
      ),
    ).toBe(0)
  })

  describe('what a hiring investigator may know of it, once a case has opened the person', () => {
    const columns = `id, owner_jurisdiction as "ownerJurisdiction", owner_class as "ownerClass", owner_agency as "ownerAgency",
      deciding_authority as "decidingAuthority", subject_record as "subjectRecord", kind, owner_kind as "ownerKind", stage,
      admitted, admission_basis as "admissionBasis", sealed, subject_noticed as "subjectNoticed",
      counter_signed as "counterSigned", nexus, pointer_allowed as "pointerAllowed", decided_earliest as "decidedEarliest",
      decided_latest as "decidedLatest", valid_from as "validFrom", valid_until as "validUntil", named_owners as "namedOwners"`

    async function facts(table: string, where: string): Promise<RecordFacts[]> {
      const rows = await database.rows<FactColumns>(
        `select ${columns} from ${table} where source_system = 'va-dcjs' and ${where}`,
      )
      return rows.map(toFacts)
    }

    async function access() {
      const granted = await database.rows<{ id: string }>(
        `select id from officers.identity_record where source_system = 'va-dcjs'`,
      )
      return loadPolicySet(readPolicyFiles()).forRequest(
        {
          subject: 'test',
          agency: AGENCIES.ohioCity.id,
          jurisdiction: 'US-OH',
          jurisdictionClass: 'LOCAL',
          roles: ['HIRING_INVESTIGATOR'],
          assurance: 2,
        },
        {
          purpose: 'J',
          today: epochDay(TEST_NOW),
          caseKind: 'HIRING',
          caseLive: true,
          waiverCovers: true,
          granted: granted.map(({ id }) => id),
          self: [],
          authorizations: [
            {
              id: 'a',
              owner: 'US-VA',
              instrument: 'STATUTE',
              purposes: ['J'],
              recipients: ['*'],
              classes: ['P1', 'P4'],
              kinds: ['NONE'],
            },
          ],
        },
      )
    }

    test('finalized: person, spell, revoked certificate and decertification, to the pointer but not the text', async () => {
      const viewer = await access()
      const instances = await facts('incidents.incident', `stage = 'FINAL'`)
      expect(instances.length).toBeGreaterThan(350)
      for (const each of instances) {
        expect(each).toMatchObject({ kind: 'DECERTIFICATION', admitted: true, admissionBasis: 'SOURCE_ATTESTED' })
        expect(viewer.allows('know:Incident', 'Incident', each)).toBe(true)
        expect(viewer.allows('read:P4', 'Incident', each)).toBe(true)
        expect(viewer.allows('read:P5', 'Incident', each)).toBe(false)
      }
      const persons = await facts(
        'officers.identity_record',
        `id in (select subject_record from incidents.incident where stage = 'FINAL')`,
      )
      expect(persons).toHaveLength(instances.length)
      expect(persons.every((each) => viewer.allows('match', 'IdentityRecord', each))).toBe(true)
      expect(persons.every((each) => viewer.allows('read:P1', 'IdentityRecord', each))).toBe(true)
      expect(
        await database.rows(
          `select distinct i.fair_basis as basis, i.fair_notice as notice, i.fair_attested_by as "attestedBy", a.name as source,
                  i.ground_code_system as system, c.status, (i.decided_on is not null) as dated,
                  (i.ground_code ~ '^VA-15.2-1707|^UNSTATED$') as coded
             from incidents.incident i
             join agencies.agency a on a.id = i.source_agency_id
             join credentials.certification c on c.subject_record = i.subject_record
            where i.source_system = 'va-dcjs' and i.stage = 'FINAL'`,
        ),
      ).toEqual([
        {
          basis: 'OWNER_ATTESTED',
          notice: 'SERVED',
          attestedBy: 'Virginia Department of Criminal Justice Services',
          source: 'Virginia Department of Criminal Justice Services',
          system: 'VA Code 15.2-1707',
          status: 'REVOKED',
          dated: true,
          coded: true,
        },
      ])
    })

    test('under appeal and effective: the status of the certificate, and no instance', async () => {
      const viewer = await access()
      const certificates = await facts('credentials.certification', `stage = 'EFFECTIVE_UNDER_APPEAL'`)
      const instances = await facts('incidents.incident', `stage = 'EFFECTIVE_UNDER_APPEAL'`)
      expect(certificates).toHaveLength(instances.length)
      expect(certificates.length).toBeGreaterThan(0)
      expect(certificates.every((each) => viewer.allows('read:P4', 'Certification', each))).toBe(true)
      expect(instances.some((each) => viewer.allows('know:Incident', 'Incident', each))).toBe(false)
    })

    test('reinstated: the certificate says so, and there is no instance', async () => {
      const viewer = await access()
      const certificates = await facts('credentials.certification', `status = 'REINSTATED'`)
      expect(certificates).toHaveLength(45)
      expect(certificates.every((each) => viewer.allows('read:P4', 'Certification', each))).toBe(true)
      expect(
        await database.value(
          `select count(*)::int from incidents.incident i join credentials.certification c using (subject_record)
            where c.status = 'REINSTATED'and c.source_system = 'va-dcjs'`,
        ),
      ).toBe(0)
    })

    test('pending, withdrawn or unexplained: held for the owner; nobody else may know of the person or compare with it', async () => {
      const viewer = await access()
      const where = `stage in ('HELD', 'APPEAL_PENDING', 'APPEAL_WINDOW', 'VOID')`
      const held = await facts('incidents.incident', where)
      expect(held.length).toBeGreaterThan(100)
      expect(held.some((each) => each.admitted || viewer.allows('know:Incident', 'Incident', each))).toBe(false)
      const persons = await facts(
        'officers.identity_record',
        `id in (select subject_record from incidents.incident where ${where})`,
      )
      expect(persons).toHaveLength(held.length)
      for (const each of persons) {
        expect(viewer.allows('know:IdentityRecord', 'IdentityRecord', each)).toBe(false)
        expect(viewer.allows('match', 'IdentityRecord', each)).toBe(false)
      }
      for (const raw of ['FINALIZED*', 'Finalized/ AH.D.'])
        expect(
          await database.value(
            `select count(*)::int from incidents.incident where source_system = 'va-dcjs' and status_raw = $1 and stage <> 'HELD'`,
            [raw],
          ),
        ).toBe(0)
    })
  })
})
