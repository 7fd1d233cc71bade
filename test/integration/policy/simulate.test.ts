import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runComity } from '../../support/run-comity.js'
import { epochDay } from '../../../contract/clock.js'
import type { OpenDatabase } from '../../../hub/database.js'
import { type Simulation, simulateBundle } from '../../../hub/policy-simulate.js'
import { loadPolicySet, type PolicyViewer, readPolicyFiles, type RequestFacts } from '../../../policy/index.js'
import { openPrisma, type OpenPrisma } from '../../../prisma/client.js'
import { toFacts } from '../../../subgraphs/kit/facts.js'
import { bundleText } from '../../support/bundles.js'
import { freshDatabase, type TestDatabase } from '../../support/database.js'
import { TEST_NOW } from '../../support/now.js'

const TODAY = epochDay(TEST_NOW)
const dir = mkdtempSync(join(tmpdir(), 'comity-simulate-'))

let under: TestDatabase
let hub: OpenDatabase
let prisma: OpenPrisma
/** The owner with the most instances that a hiring agency elsewhere may see, and how many these are. */
let owner = ''
let seen = 0
beforeAll(async () => {
  under = await freshDatabase()
  // As a hub holds it while the command runs.
  hub = await under.open()
  prisma = openPrisma({ url: hub.ownerUrl, max: 2 })
  const counts = new Map<string, number>()
  // Row by row, with the row's own facts: grouping is what is under test.
  for (const row of await prisma.client.incident.findMany()) {
    if (sees(row.subjectRecord, (access) => access.allows('know:Incident', 'Incident', toFacts(row))))
      counts.set(row.ownerJurisdiction, (counts.get(row.ownerJurisdiction) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  ;[owner, seen] = most ?? ['', 0]
})
afterAll(async () => {
  await prisma.close()
  await hub.close()
  await under.drop()
  rmSync(dir, { recursive: true, force: true })
})

const RULES = loadPolicySet(readPolicyFiles())
function sees<T>(person: string, ask: (access: ReturnType<typeof RULES.forRequest>) => T): T {
  const viewer: PolicyViewer = {
    subject: 'test',
    agency: 'ELSEWHERE',
    jurisdiction: 'ELSEWHERE',
    jurisdictionClass: 'LOCAL',
    roles: ['HIRING_INVESTIGATOR'],
    assurance: 3,
  }
  const facts: RequestFacts = {
    purpose: 'J',
    today: TODAY,
    caseKind: 'HIRING',
    caseLive: true,
    waiverCovers: true,
    granted: [person],
    self: [],
    authorizations: [],
  }
  return ask(RULES.forRequest(viewer, facts))
}

function bundle(text: string): string {
  const file = join(dir, 'new.cedar')
  writeFileSync(file, text)
  return file
}
const simulate = (text: string, steps: string[] = []): Promise<Simulation> =>
  simulateBundle({
    bundle: bundle(text),
    jurisdiction: null,
    day: null,
    database: under.config,
    clock: () => TEST_NOW,
    step: (said) => steps.push(said),
  })

describe('comity policy simulate --database, while a hub has the database open', () => {
  test('counts the records that those elsewhere would no longer see, by owner, class and role', async () => {
    expect(seen).toBeGreaterThan(0)
    const steps: string[] = []
    const { jurisdiction, day, cells, records } = await simulate(bundleText(owner), steps)
    expect([jurisdiction, day]).toEqual([owner, TODAY])
    expect(cells.length).toBeGreaterThan(0)
    const flips = records?.flips ?? []
    const local = flips.filter(({ viewers, role }) => viewers.includes('LOCAL') && role === 'HIRING_INVESTIGATOR')
    expect(local.find(({ action }) => action === 'know:Incident')).toMatchObject({
      ownerJurisdiction: owner,
      recordType: 'Incident',
      purpose: 'J',
      change: 'CLOSES',
      records: seen,
    })
    // Nobody else's records, no other purpose, and nothing opens: a bundle narrows what is its own.
    for (const flip of flips)
      expect(flip).toMatchObject({ ownerJurisdiction: owner, purpose: 'J', recordType: 'Incident', change: 'CLOSES' })
    expect(records?.asked).toBeGreaterThan(seen)
    expect(steps[0]).toBe('opening the database')
    expect(steps.at(-1)).toMatch(/^asking about the records: \d+$/)
  })

  test('no id and no name is in it', async () => {
    const told = JSON.stringify((await simulate(bundleText(owner))).records)
    const rows = await prisma.client.identityRecord.findMany({ select: { id: true, officerId: true, family: true } })
    expect(rows.length).toBeGreaterThan(100)
    for (const { id, officerId, family } of rows) {
      expect(told).not.toContain(id)
      expect(told).not.toContain(officerId)
      expect(told).not.toMatch(new RegExp(`"[^"]*\\b${family}\\b`, 'u'))
    }
    const agencies = await prisma.client.agency.findMany({ select: { id: true } })
    for (const { id } of agencies) expect(told).not.toContain(id)
  })

  test('a bundle that reaches no record changes cells, and no decision', async () => {
    const { cells, records } = await simulate(bundleText('US-ZZ'))
    expect(cells.length).toBeGreaterThan(0)
    expect(records?.flips).toEqual([])
  })

  test('the command prints both, and writes nothing', async () => {
    const before = await prisma.client.bundlePublication.count()
    const args = ['policy', 'simulate', '--bundle', bundle(bundleText(owner)), '--database']
    const { code, out, err } = await runComity(args, { env: under.env })
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(`added: ${owner}-1`)
    expect(out).toMatch(/\n {2}closes {2}HIRING_INVESTIGATOR, J {2}know:Incident of Incident: \d+ records \(.*LOCAL/)
    expect(await prisma.client.bundlePublication.count()).toBe(before)
    expect(await prisma.client.policySetRow.count()).toBe(1)
  })

  test('a bundle that permits is refused before a database is opened', async () => {
    const steps: string[] = []
    await expect(simulate(bundleText(owner, { effect: 'permit' }), steps)).rejects.toMatchObject({
      code: 'BUNDLE_REFUSED',
    })
    expect(steps).toEqual([])
  })
})
