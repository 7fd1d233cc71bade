import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { epochDay } from '../../../contract/clock.js'
import { loadPolicySet, readPolicyFiles } from '../../../policy/index.js'
import { openPrisma, type OpenPrisma } from '../../../prisma/client.js'
import { CAST, personaByHandle } from '../../../prisma/seed/index.js'
import { comparableRecords } from '../../../subgraphs/officers/check/candidates.repository.js'
import { KEY_ROWS_MAX } from '../../../subgraphs/officers/check/find-persons.js'
import { MACHINE, STEADY_STEP } from '../../../subgraphs/officers/check/steadily.js'
import { matchCandidate, questionsFor } from '../../../subgraphs/officers/matching/index.js'
import { ReferenceCache } from '../../../subgraphs/kit/reference-data.js'
import { openTestHub, type TestHub } from '../../support/hub.js'
import { TEST_NOW } from '../../support/now.js'
import { bytes, checked, named, rowsOf } from './checks.js'
import { OHIO } from './link-people.js'
import { type Watch, watchWork } from './work.js'

const { decertified, nearNamesake, tribalWithholding } = CAST
const RECORD = decertified.recordIds[0] ?? ''
/** Enough to use up the bound of every key. */
const CLONES = KEY_ROWS_MAX + 10

let hub: TestHub
let prisma: OpenPrisma
let work: Watch
let cases = 0

beforeAll(async () => {
  work = watchWork()
  hub = await openTestHub()
  prisma = openPrisma({ url: hub.hub.database.ownerUrl, max: 2 })
})
afterAll(async () => {
  await prisma.close()
  await hub.close()
  vi.restoreAllMocks()
})

/**
 * People with the name, the birth and so every key of the decertified officer, each a person of their own. By id and by place
 * in the table they come before whom the viewer may compare: a limit before the scope would be used up by them.
 */
async function clone(label: string, differing: object): Promise<void> {
  await rowsOf(
    hub,
    `with numbers as (select i, $1 || '_' || i as label from generate_series(1, $2::int) i),
          persons as (insert into officers.officer select 'off_' || label, now() from numbers)
     insert into officers.identity_record
     select (jsonb_populate_record(null::officers.identity_record, to_jsonb(r) || jsonb_build_object(
              'id', 'idr_' || label, 'subject_record', 'idr_' || label, 'officer_id', 'off_' || label) || $3::jsonb)).*
       from officers.identity_record r, numbers where r.id = $4`,
    [label, CLONES, JSON.stringify(differing), RECORD],
  )
  await rowsOf(hub, 'update officers.identity_record set synthetic = synthetic where id = any($1)', [
    [...decertified.recordIds, ...nearNamesake.recordIds],
  ])
}

/** What `look` sees while they are there. */
async function withClones<Seen>(differing: object, look: () => Promise<Seen>): Promise<Seen> {
  await clone('00clone', differing)
  try {
    return await look()
  } finally {
    await rowsOf(hub, `delete from officers.identity_record where id like 'idr_00clone%'`)
    await rowsOf(hub, `delete from officers.officer where id like 'off_00clone%'`)
  }
}

const WITH_BIRTH = named(decertified, { dateOfBirth: decertified.dobText })
const NAME_ALONE = named(decertified)

/** One check through the hub: what it took, and what it answered. */
async function asked(candidate: object) {
  work.begin()
  const { answer } = await checked(hub, `WORK-${++cases}`, candidate)
  const done = work.done()
  const told = JSON.parse(bytes(answer)) as { data: { requestBackgroundCheck: { matches: object[] } } }
  // Of equal scores the random id of the match says which comes first.
  told.data.requestBackgroundCheck.matches.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return { work: done, text: JSON.stringify(told) }
}

/** The same below the hub: who is compared, and with what scores. */
async function compared(birth: boolean) {
  const persona = personaByHandle('hiring-city')
  if (!persona) throw new Error('no such persona')
  const today = epochDay(TEST_NOW)
  const access = loadPolicySet(readPolicyFiles()).forRequest(persona, {
    purpose: 'J',
    today,
    caseKind: 'HIRING',
    caseLive: true,
    waiverCovers: true,
    granted: [],
    self: [],
    authorizations: (await new ReferenceCache(prisma.client).at(0n)).authorizations(today),
  })
  const candidate = {
    givenName: decertified.name.given,
    middleName: null,
    familyName: decertified.name.family,
    suffix: null,
    otherNames: [],
    dateOfBirth: birth ? { value: decertified.dobText ?? '', precision: 'DAY' as const } : null,
    certificates: [],
    formerEmployers: [],
  }
  const scopes = { record: access.scope('match', 'IdentityRecord'), spell: access.scope('match', 'Employment') }
  const found = await comparableRecords(prisma.client, access, scopes, questionsFor(candidate))
  const matches = matchCandidate(
    candidate,
    found.rows.map(({ record }) => record),
  )
  return { ...found, matches }
}

interface Everything {
  readonly checks: readonly Awaited<ReturnType<typeof asked>>[]
  readonly comparisons: readonly Awaited<ReturnType<typeof compared>>[]
}

async function everything(): Promise<Everything> {
  return {
    checks: [await asked(WITH_BIRTH), await asked(NAME_ALONE)],
    comparisons: [await compared(true), await compared(false)],
  }
}

describe(`${CLONES} hidden people with the candidate's name, birth and keys`, () => {
  let before: Everything
  beforeAll(async () => {
    // Reference data are read once a process, and what an earlier check left behind is there in every later one.
    await everything()
    before = await everything()
    expect(before.comparisons[0]?.matches.map(({ outcome }) => outcome)).toContain('LIKELY')
    expect(before.checks[0]?.work.length).toBeGreaterThan(5)
  })

  it.each([
    { what: 'sealed', differing: { sealed: true } },
    {
      what: 'known through a matter that is not admitted',
      differing: { admitted: false, admission_basis: 'NONE', known_through: 'MATTER', stage: 'ALLEGED' },
    },
  ])('$what: the same statements, rows, comparisons, scores, sources and answer', async ({ differing }) => {
    expect(await withClones(differing, everything)).toEqual(before)
  })

  it('of a nation that has consented to nothing: the same', async () => {
    const [owner] = (await rowsOf(
      hub,
      `select owner_jurisdiction, owner_class, owner_agency, owner_kind from officers.identity_record where id = $1`,
      [tribalWithholding.recordIds[0]],
    )) as [object]
    expect(await withClones(owner, everything)).toEqual(before)
  })

  it('but whom the viewer may compare does use up the bound, and the sources say so', async () => {
    const { checks, comparisons } = await withClones({}, everything)
    expect(comparisons.map(({ bounded }) => bounded)).toEqual([true, true])
    for (const { text } of checks) {
      expect(text).toContain('NAME_TOO_COMMON')
      expect(text).not.toContain('NO_SHAREABLE_RECORD')
    }
  })
})

/** How long the server steps over hidden rows is not to be read off an answer: that is as long as its steps. */
describe('a search waits for the end of its step before it answers', () => {
  const slept = vi.spyOn(MACHINE, 'sleep')
  beforeEach(() => slept.mockClear())

  function expectOneWait(): void {
    const waits = slept.mock.calls.map(([milliseconds]) => milliseconds)
    expect(waits).toEqual([expect.any(Number)])
    expect(waits[0]).toBeGreaterThanOrEqual(0)
    expect(waits[0]).toBeLessThan(STEADY_STEP)
  }

  it('of a check', async () => {
    await asked(WITH_BIRTH)
    expectOneWait()
  })

  it('of links, one for each record of the officer', async () => {
    const proposed = await hub
      .as('records-officer')
      .ask('mutation ($id: ID!) { proposeOfficerLinks(input: { officerId: $id }) { id } }', { id: OHIO.officerId })
    expect(proposed.errors).toEqual([])
    expectOneWait()
  })
})
