import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CAST, type CastMember } from '../../../prisma/seed/index.js'
import { openTestHub, type TestHub } from '../../support/hub.js'
import { adjudicated, type Asked, bytes, checked, named, rowsOf } from './checks.js'
import { type Watch, type Work, watchWork } from './work.js'

const { decertified, nearNamesake, tribalWithholding } = CAST
const RECORD = decertified.recordIds[0] ?? ''
const NAMESAKES = nearNamesake.recordIds[0] ?? ''
const WITH_BIRTH = named(decertified, { dateOfBirth: decertified.dobText })
/** By id before everybody: it would be the id of the person. */
const HIDDEN = '00HIDDEN000000000000000000'

let hub: TestHub
let watch: Watch
let cases = 0
beforeAll(async () => {
  watch = watchWork()
  hub = await openTestHub()
})
afterAll(async () => {
  await hub.close()
  vi.restoreAllMocks()
})

const OFFICER = `id name { given middle family } aliases { name { given family } kind } dateOfBirth { value }
  certificateNumbers { number } sources employments { nodes { id } totalCount { value } }`
const LOOK = `query ($id: ID!, $hidden: ID!, $agency: ID!, $family: String!) {
  officer(id: $id) { ${OFFICER} }
  hidden: officer(id: $hidden) { ${OFFICER} }
  all: officers(first: 3) { nodes { id } totalCount { value } pageInfo { hasNextPage } }
  ofTheName: officers(filter: { familyName: $family }) { nodes { ${OFFICER} } totalCount { value } }
  agency(id: $agency) { officers { nodes { id } totalCount { value } } }
}`

/** A check's answer. Of equal scores the random id of the match says which comes first. */
function toldBy({ answer }: Asked): string {
  const told = JSON.parse(bytes(answer)) as { data: { requestBackgroundCheck: { matches: object[] } } }
  told.data.requestBackgroundCheck.matches.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return JSON.stringify(told)
}

interface Seen {
  readonly work: readonly Work[]
  readonly text: string
}

/** What a request took, and what it answered. */
async function seen(ask: () => Promise<string>): Promise<Seen> {
  watch.begin()
  const text = await ask()
  return { work: watch.done(), text }
}

/** A check that opens the decertified officer, whatever else may be asked in its case, and what Virginia is shown of its own. */
async function everything(): Promise<Readonly<Record<string, Seen>>> {
  const caseReference = `LINKED-${++cases}`
  let possible = ''
  const check = await seen(async () => {
    const asked = await checked(hub, caseReference, WITH_BIRTH)
    possible = asked.check.matches.find(({ outcome }) => outcome === 'POSSIBLE')?.id ?? ''
    return toldBy(asked)
  })
  const investigator = hub.as('hiring-city', { caseReference })
  const [spell] = (await rowsOf(hub, 'select agency_id as agency from officers.employment where record_id = $1', [
    RECORD,
  ])) as { agency: string }[]
  const variables = {
    id: decertified.officerId,
    hidden: `off_${HIDDEN}`,
    agency: spell?.agency ?? '',
    family: decertified.name.family,
  }
  const looking = (client: typeof investigator) => async () => bytes(await client.ask(LOOK, variables))
  const nameAlone = async () => toldBy(await checked(hub, `${caseReference}-N`, named(decertified)))
  const confirming = async () => {
    const decision = 'CONFIRM' as const
    const identifiers = ['DATE_OF_BIRTH', 'FINGERPRINT']
    return bytes(await adjudicated(investigator, { matchId: possible, decision, identifiers }))
  }
  const linksOf = async () =>
    bytes(await hub.as('commission').ask('{ officerLinks { nodes { id state } totalCount { value } } }'))
  return {
    check,
    'what the case has opened': await seen(looking(investigator)),
    'another person in the same case': await seen(confirming),
    'a check by the name alone': await seen(nameAlone),
    "what Virginia's commission is shown": await seen(looking(hub.as('commission'))),
    'its links': await seen(linksOf),
  }
}

/**
 * Another owner's record of the decertified officer, as much alike as can be, and the links that were confirmed before it
 * was kept back: `ends` are the records that it is linked with.
 */
async function link(owner: CastMember, differing: object, ends: readonly string[]): Promise<void> {
  await rowsOf(hub, 'insert into officers.officer values ($1, now())', [`off_${HIDDEN}`])
  await rowsOf(
    hub,
    `insert into officers.identity_record
     select (jsonb_populate_record(null::officers.identity_record, to_jsonb(r) || jsonb_build_object(
              'id', 'idr_' || $1::text, 'subject_record', 'idr_' || $1, 'officer_id', 'off_' || $1,
              'owner_jurisdiction', o.owner_jurisdiction, 'owner_class', o.owner_class, 'owner_agency', o.owner_agency,
              'owner_kind', o.owner_kind) || $2::jsonb)).*
       from officers.identity_record r, officers.identity_record o where r.id = $3 and o.id = $4`,
    [HIDDEN, JSON.stringify(differing), RECORD, owner.recordIds[0]],
  )
  await rowsOf(
    hub,
    `insert into officers.officer_link (id, first_record, second_record, state, method, proposed_for, proposed_at, score,
       gates, explanations, model_version, confirmed_at, version)
     select 'lnk_' || lpad(i::text, 26, '0'), 'idr_' || $1::text, record, 'CONFIRMED', 'PERSON', record, now(), 1,
            '{}', '[]', 'none', now(), 1
       from unnest($2::text[]) with ordinality as ends(record, i)`,
    [HIDDEN, ends],
  )
  await rowsOf(
    hub,
    `update officers.officer set joined_id = 'off_' || $1::text
      where id in (select officer_id from officers.identity_record where id = any($2))`,
    [HIDDEN, ends],
  )
}

async function unlink(): Promise<void> {
  await rowsOf(hub, 'update officers.officer set joined_id = null where joined_id = $1', [`off_${HIDDEN}`])
  await rowsOf(hub, 'delete from officers.officer_link where first_record = $1', [`idr_${HIDDEN}`])
  await rowsOf(hub, 'delete from officers.identity_record where id = $1', [`idr_${HIDDEN}`])
  await rowsOf(hub, 'delete from officers.officer where id = $1', [`off_${HIDDEN}`])
}

async function withLink<Result>(
  owner: CastMember,
  differing: object,
  ends: readonly string[],
  look: () => Promise<Result>,
): Promise<Result> {
  await link(owner, differing, ends)
  try {
    return await look()
  } finally {
    await unlink()
  }
}

const SEALED = { sealed: true }
const NOT_ADMITTED = { admitted: false, admission_basis: 'NONE', known_through: 'MATTER', stage: 'ALLEGED' }

describe('An officer of whom a hidden record is linked', () => {
  let before: Awaited<ReturnType<typeof everything>>
  beforeAll(async () => {
    // Reference data are read once a process, and what an earlier check left behind is there in every later one.
    await everything()
    before = await everything()
    expect(before['check']?.text).toContain('LIKELY')
    expect(before['what the case has opened']?.text).toContain(decertified.name.given)
    expect(before['another person in the same case']?.text).toContain('CASE_HAS_CONFIRMED_PERSON')
    for (const [what, { work, text }] of Object.entries(before))
      expect(work.length, `${what}: ${text}`).toBeGreaterThan(0)
  })

  it.each([
    { what: 'sealed', owner: nearNamesake, differing: SEALED },
    { what: 'not admitted', owner: nearNamesake, differing: NOT_ADMITTED },
    { what: "a nation's that has consented to nothing", owner: tribalWithholding, differing: {} },
  ])('$what: the same statements, rows and answers', async ({ owner, differing }) => {
    expect(await withLink(owner, differing, [RECORD], everything)).toEqual(before)
    // Two whom the viewer may know of are not one because of it.
    expect(await withLink(owner, differing, [RECORD, NAMESAKES], everything)).toEqual(before)
  })

  it('but one that may be compared is of the same person, and so is whom it is linked with', async () => {
    const matches = async () => {
      const { check } = await checked(hub, `LINKED-${++cases}`, WITH_BIRTH)
      return check.matches.map(({ outcome }) => outcome)
    }
    expect(await matches()).toEqual(['LIKELY', 'POSSIBLE'])
    expect(await withLink(nearNamesake, {}, [RECORD, NAMESAKES], matches)).toHaveLength(1)
  })
})
