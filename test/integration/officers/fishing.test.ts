import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST, type CastMember } from '../../../prisma/seed/index.js'
import { CASE_CAPS, THRESHOLDS } from '../../../subgraphs/officers/check/fishing-thresholds.js'
import { type Client, openTestHub, type TestHub } from '../../support/hub.js'
import { TEST_NOW } from '../../support/now.js'
import { query } from '../../support/queries.js'
import { adjudicated, checked, named, rowsOf, waiver } from './checks.js'

const { overturnable, decertified, reinstated } = CAST

let hub: TestHub
let agency = ''
beforeAll(async () => {
  hub = await openTestHub()
  const { data } = await hub
    .as('hiring-city', { caseReference: 'FISH-0' })
    .ask<{ viewer: { agency: { id: string } } }>('{ viewer { agency { id } } }')
  agency = data?.viewer.agency.id ?? ''
})
afterAll(() => hub.close())

const DAY = 86_400_000
const flagOf = (kind: keyof typeof THRESHOLDS, counted: number, viewer = 'demo:hiring-city') => ({
  kind,
  viewer,
  agency,
  counted,
  threshold: THRESHOLDS[kind],
  since: new Date(TEST_NOW.getTime() - DAY),
  at: TEST_NOW,
})
const flags = () =>
  rowsOf(hub, 'SELECT kind, viewer, agency, counted, threshold, since, at FROM hub.access_flag ORDER BY kind')
const request = (client: Client, candidate: object, paper: object) =>
  client.ask(query('request-whole-check') + query('check-whole'), { input: { candidate, waiver: paper } })

/** The row written last, so many times more; `changes` are what makes each another: keys and SQL over `c` and `n`. */
const copies = (table: string, times: number, changes: string) =>
  rowsOf(
    hub,
    `INSERT INTO ${table}
     SELECT (jsonb_populate_record(c, jsonb_build_object('id', c.id || '_' || gen_random_uuid(), ${changes}))).*
       FROM ${table} c, generate_series(1, ${times}) n
      WHERE c.ctid = (SELECT max(ctid) FROM ${table} WHERE length(id) = 30)`,
  )
const others = (times: number, by: string, hoursAgo = 1) =>
  copies(
    'officers.background_check',
    times,
    `'candidate_digest', '${by}' || n, 'requested_by', '${by}', 'requested_at', c.requested_at - make_interval(hours => ${hoursAgo}),
     'candidate', jsonb_build_object('givenName', 'X' || n, 'familyName', 'Invented' || n)`,
  )

describe('An officer of the Vostrand police who fishes', () => {
  it('dismisses POSSIBLE matches in series: the auditor is told once, whatever follows', async () => {
    // Each time of another candidate: whom they have dismissed for one, they are not asked about again.
    const dismissed = async (reference: string, candidate: CastMember) => {
      const { client, check } = await checked(hub, reference, named(candidate))
      const answer = await adjudicated(client, { matchId: check.matches[0]?.id ?? '', decision: 'DISMISS' })
      expect(answer.errors).toEqual([])
    }
    await dismissed('SERIES-1', overturnable)
    await copies('officers.match', THRESHOLDS.DISMISSED_IN_SERIES - 2, `'officer_id', 'off_' || n`)
    expect(await flags()).toEqual([])
    await dismissed('SERIES-2', decertified)
    expect(await flags()).toEqual([flagOf('DISMISSED_IN_SERIES', 10)])
    await dismissed('SERIES-3', reinstated)
    expect(await flags()).toEqual([flagOf('DISMISSED_IN_SERIES', 10)])
  })

  it('tries one candidate in many variations: flagged, then refused, and the case goes on with what it has', async () => {
    const paper = waiver()
    const client = hub.as('hiring-city', { caseReference: 'VARIED-1' })
    const varied = (turn: number) =>
      named(overturnable, { certificates: [{ authority: 'Guess', number: `G-${turn}` }] })
    expect((await request(client, varied(1), paper)).errors).toEqual([])
    const others = CASE_CAPS.variations - 2
    await copies(
      'officers.background_check',
      others,
      `'candidate', c.candidate || jsonb_build_object('suffix', n::text)`,
    )
    expect((await request(client, varied(2), paper)).errors).toEqual([])
    const refused = await request(client, varied(0), paper)
    expect(refused.data).toEqual({ requestBackgroundCheck: null })
    expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['CASE_ATTEMPTS_EXHAUSTED'])
    // One that the case knows is no variation more.
    expect((await request(client, varied(1), paper)).errors).toEqual([])
    expect(
      await rowsOf(
        hub,
        `SELECT count(*)::int FROM officers.background_check c
      JOIN hub.case k ON k.id = c.case_id WHERE k.reference = 'VARIED-1'`,
      ),
    ).toEqual([{ count: CASE_CAPS.variations + 1 }])
    // Eight here, and the one of the series above.
    expect(await flags()).toEqual([
      flagOf('ATTEMPTS_EXHAUSTED', 1),
      flagOf('DISMISSED_IN_SERIES', 10),
      flagOf('VARIATIONS_OF_CANDIDATE', CASE_CAPS.variations + 1),
    ])
  })

  it('asks for many candidates, as one viewer and as an agency; those of two days ago do not count', async () => {
    await others(200, 'demo:earlier', 48)
    const [day] = await rowsOf(
      hub,
      'SELECT count(DISTINCT candidate_digest)::int AS own FROM officers.background_check WHERE requested_at = $1',
      [TEST_NOW],
    )
    const { own } = day as { own: number }
    await others(THRESHOLDS.CANDIDATES_BY_VIEWER - own - 1, 'demo:hiring-city')
    await others(THRESHOLDS.CANDIDATES_BY_AGENCY - THRESHOLDS.CANDIDATES_BY_VIEWER, 'demo:colleague', 2)
    const before = await flags()
    await checked(hub, 'MANY-1', { givenName: 'Nobody', familyName: 'Knownatall' })
    const kinds = (await flags()) as { kind: string }[]
    expect(kinds.filter(({ kind }) => kind.startsWith('CANDIDATES'))).toEqual([
      flagOf('CANDIDATES_BY_AGENCY', 100),
      flagOf('CANDIDATES_BY_VIEWER', 25),
    ])
    expect(kinds).toHaveLength(before.length + 2)
  })

  it('an attempt too many of one case is refused, however alike', async () => {
    const paper = waiver()
    const candidate = { givenName: 'Somebody', familyName: 'Elsewise' }
    const { client } = await checked(hub, 'OFTEN-1', candidate, { paper })
    await copies('officers.background_check', CASE_CAPS.attempts - 1, `'version', 1`)
    const { errors } = await request(client, candidate, paper)
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['CASE_ATTEMPTS_EXHAUSTED'])
  })
})
