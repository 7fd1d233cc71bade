import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST, personaByHandle } from '../../../../prisma/seed/index.js'
import { AGENCIES, commissionId, commissionName } from '../../../../prisma/seed/named-agencies.js'
import { asAnybody } from '../../../support/as-anybody.js'
import { type Client, openTestHub, type TestAnswer, type TestHub } from '../../../support/hub.js'
import { TEST_NOW } from '../../../support/now.js'
import { query } from '../../../support/queries.js'
import { candidate } from '../../policy/askers.js'

/** Castlefern, of the Quessalin Nation, which lies in Washington and has consented to nothing. */
const PERSON = CAST.tribalWithholding
const NOBODY = 'off_00000000000000000000000000'
const TERMS = {
  instrument: 'CONSENT',
  reference: 'QUESSALIN-RES-26-11',
  citation: 'Quessalin Nation, Council Resolution 26-11 (synthetic instrument)',
  purposes: ['J'],
  recipients: [AGENCIES.ohioCity.id],
  classes: ['P1', 'P3a', 'P4'],
  kinds: ['*'],
  from: '2026-11-01',
  until: '2027-11-01',
}

let now = TEST_NOW
let hub: TestHub
let pool: pg.Pool
beforeAll(async () => {
  hub = await openTestHub({ clock: () => now })
  pool = new pg.Pool({ connectionString: hub.hub.database.ownerUrl, max: 1 })
})
afterAll(async () => {
  await pool.end()
  await hub.close()
})

const nation = () => hub.as('policy-tribal')
const REVOKE = `mutation ($id: ID!, $key: String) { revokeAuthorization(id: $id, idempotencyKey: $key) { id state revokedAt } }`
const LIST = '{ authorizations { id state reference } }'
const codes = ({ errors }: TestAnswer<unknown>) => errors.map(({ extensions }) => extensions.code)
/** The answer's own bytes; ids that were sent aside, no two requests have the same number. */
const bytes = ({ text }: TestAnswer<unknown>, ...sent: string[]) =>
  sent.reduce((told, id) => told.replaceAll(id, 'ID'), text.replace(/"requestId":"[^"]*"/g, '"requestId":""'))

interface Recorded {
  readonly id: string
  readonly state: string
}
async function recorded(change: object = {}): Promise<Recorded> {
  const { data, text } = await nation().ask<{ recordAuthorization: Recorded | null }>(query('record-authorization'), {
    input: { ...TERMS, ...change },
  })
  if (!data?.recordAuthorization) throw new Error(`not recorded: ${text}`)
  return data.recordAuthorization
}
const revoke = (id: string, by = nation(), key?: string) => by.ask(REVOKE, { id, key })

/** In one case, again and again: what the check shows of Castlefern now. */
async function check(): Promise<{ readonly officers: number; readonly client: Client }> {
  const client = hub.as('hiring-city', { caseReference: 'QUESSALIN-1' })
  const { data, text } = await client.ask<{ requestBackgroundCheck: { matches: { officer: unknown }[] } | null }>(
    query('request-check'),
    { input: candidate(PERSON) },
  )
  if (!data?.requestBackgroundCheck) throw new Error(`refused: ${text}`)
  const { matches } = data.requestBackgroundCheck
  return { officers: matches.filter(({ officer }) => officer !== null).length, client }
}
const read = (client: Client, id: string) => client.ask(query('everything-of-officer'), { id })

/** An analyst of the State around the nation, in a live case that has opened Castlefern's record. */
async function surroundingState(): Promise<Client> {
  const agency = commissionId('US-WA')
  await pool.query(
    `insert into hub."case" (id, kind, agency, reference, opened_at, opened_by)
     values ('cas_wa', 'CERTIFICATION', $1, 'CERT-1', $2, 'test') on conflict do nothing`,
    [agency, now],
  )
  await pool.query(
    `insert into hub."grant" (id, case_id, agency, officer_id, subject_record, level, granted_at)
     values ('grt_wa', 'cas_wa', $1, $2, $3, 'CONFIRMED', $4) on conflict do nothing`,
    [agency, PERSON.officerId, PERSON.recordIds[0], now],
  )
  const washington = { ...personaByHandle('commission'), agency, jurisdiction: 'US-WA' }
  return asAnybody(
    hub,
    { ...washington, employerName: commissionName('Washington') },
    { caseReference: 'CERT-1' },
    () => now,
  )
}

describe('Without consent', () => {
  it('a check finds nobody, and the record reads like none', async () => {
    const { officers, client } = await check()
    expect(officers).toBe(0)
    const hidden = await read(client, PERSON.officerId)
    expect(hidden).toMatchObject({ data: { officer: null }, errors: [] })
    expect(bytes(hidden)).toBe(bytes(await read(client, NOBODY)))
  })

  it('nothing reaches the State around the nation, not even in a case about this person', async () => {
    const client = await surroundingState()
    const hidden = await read(client, PERSON.officerId)
    expect(hidden).toMatchObject({ data: { officer: null }, errors: [] })
    expect(bytes(hidden)).toBe(bytes(await read(client, NOBODY)))
  })
})

describe('A consent', () => {
  let id: string

  it('is recorded with its history, and moves the epoch in the same transaction', async () => {
    const epoch = async () => (await pool.query<{ epoch: string }>('select epoch from hub.state')).rows[0]?.epoch
    const before = Number(await epoch())
    const answers = [1, 2].map(() =>
      nation().ask(query('record-authorization'), { input: TERMS, key: 'consent-26-11' }),
    )
    const [first, second] = await Promise.all(answers)
    expect(first?.errors).toEqual([])
    expect(second?.data).toEqual(first?.data)
    const row = first?.data?.['recordAuthorization'] as Recorded
    expect(row).toEqual({
      ...TERMS,
      id: row.id,
      state: 'IN_FORCE',
      recordedAt: now.toISOString(),
      revokedAt: null,
    })
    id = row.id
    expect(Number(await epoch())).toBe(before + 1)
    const { rows } = await pool.query(
      'select version, actor, authority, document_ref from agencies.assertion where record_id = $1',
      [id],
    )
    expect(rows).toEqual([
      { version: 1, actor: 'demo:policy-tribal', authority: TERMS.citation, document_ref: TERMS.reference },
    ])
  })

  it('opens with the next request what it names: identity, spells and instances; not the kind of separation', async () => {
    const { officers, client } = await check()
    expect(officers).toBe(1)
    const { data, errors } = await read(client, PERSON.officerId)
    const officer = data?.['officer'] as {
      id: string
      name: object
      dateOfBirth: unknown
      employments: { nodes: { start: object; separation: unknown }[] }
      incidents: { nodes: { kind: string; groundRaw: unknown }[] }
    }
    expect(officer.id).toBe(PERSON.officerId)
    expect(officer.name).toMatchObject({ family: PERSON.name.family })
    expect(officer.dateOfBirth).toBeNull()
    expect(officer.employments.nodes).toMatchObject([{ start: { value: '2010-09-01' }, separation: null }])
    expect(officer.incidents.nodes).toMatchObject([{ kind: 'TERMINATION', groundRaw: null }])
    expect(errors.map(({ path }) => path?.at(-1))).toContain('separation')
    expect(new Set(codes({ errors } as TestAnswer<unknown>))).toEqual(new Set(['WITHHELD']))
  })

  it('opens nothing to whom it does not name, the State around the nation included', async () => {
    const others = [
      await surroundingState(),
      hub.as('hiring-sheriff', { caseReference: 'QUESSALIN-2' }),
      hub.as('commission'),
      hub.as('policy-state'),
    ]
    for (const client of others) {
      const hidden = await read(client, PERSON.officerId)
      expect(hidden.data).toEqual({ officer: null })
      expect(bytes(hidden)).toBe(bytes(await read(client, NOBODY)))
    }
  })

  it('is neither seen nor revoked by another jurisdiction: to it there is no such id', async () => {
    const { data } = await hub.as('policy-state').ask<{ authorizations: Recorded[] }>(LIST)
    expect(data?.authorizations.map((row) => row.id)).not.toContain(id)
    const other = await revoke(id, hub.as('policy-state'))
    expect(other).toMatchObject({ data: { revokeAuthorization: null } })
    expect(codes(other)).toEqual(['AUTHORIZATION_UNKNOWN'])
    expect(bytes(other)).toBe(bytes(await revoke('aut_00000000000000000000000000', hub.as('policy-state'))))
    expect((await check()).officers).toBe(1)
  })

  it('is changed by nobody, in the table neither', async () => {
    for (const sql of [
      `update hub.owner_authorization set classes = '{P9}' where id = $1`,
      `update hub.owner_authorization set revoked_at = now(), until = '9999-12-31' where id = $1`,
      'delete from hub.owner_authorization where id = $1',
    ])
      await expect(pool.query(sql, [id])).rejects.toMatchObject({ code: '23001' })
  })

  it('revoked, opens nothing with the next request: what was known reads like no officer at all', async () => {
    const client = hub.as('hiring-city', { caseReference: 'QUESSALIN-1' })
    expect((await read(client, PERSON.officerId)).data).toMatchObject({ officer: { id: PERSON.officerId } })
    const revoked = await revoke(id, nation(), 'revoke-26-11')
    expect(revoked).toMatchObject({
      data: { revokeAuthorization: { id, state: 'REVOKED', revokedAt: now.toISOString() } },
      errors: [],
    })
    const hidden = await read(client, PERSON.officerId)
    expect(hidden).toMatchObject({ data: { officer: null }, errors: [] })
    expect(bytes(hidden)).toBe(bytes(await read(client, NOBODY)))
    expect((await check()).officers).toBe(0)
  })

  it('is revoked once, and stays in the list with its history', async () => {
    expect((await revoke(id, nation(), 'revoke-26-11')).errors).toEqual([])
    expect(codes(await revoke(id))).toEqual(['AUTHORIZATION_UNKNOWN'])
    const { data } = await nation().ask<{ authorizations: Recorded[] }>(LIST)
    expect(data?.authorizations).toEqual([{ id, state: 'REVOKED', reference: TERMS.reference }])
    const { rows } = await pool.query('select version from agencies.assertion where record_id = $1 order by version', [
      id,
    ])
    expect(rows).toEqual([{ version: 1 }, { version: 2 }])
    await expect(
      pool.query('update hub.owner_authorization set revoked_at = now() where id = $1', [id]),
    ).rejects.toMatchObject({ code: '23001' })
  })
})

describe('A consent for other days', () => {
  it('opens nothing before it begins or once it has expired, and in between what it names', async () => {
    const { id, state } = await recorded({ from: '2026-11-25', until: '2026-11-26' })
    expect(state).toBe('TO_COME')
    expect((await check()).officers).toBe(0)
    try {
      now = new Date('2026-11-25T09:00:00Z')
      expect((await check()).officers).toBe(1)
      now = new Date('2026-11-26T09:00:00Z')
      const { officers, client } = await check()
      expect(officers).toBe(0)
      expect(bytes(await read(client, PERSON.officerId))).toBe(bytes(await read(client, NOBODY)))
      expect(codes(await revoke(id))).toEqual(['AUTHORIZATION_UNKNOWN'])
      const { data } = await nation().ask<{ authorizations: Recorded[] }>(LIST)
      expect(data?.authorizations).toContainEqual({ id, state: 'EXPIRED', reference: TERMS.reference })
    } finally {
      now = TEST_NOW
    }
  })
})

describe('The preview', () => {
  const preview = (change: object = {}, client = nation()) =>
    client.ask<{
      previewAuthorization: {
        concerns: { recordType: string; kind: string; records: number }[]
        opens: { role: string; recipient: string; compared: number; classes: Opened[] }[]
      } | null
    }>(query('preview-authorization'), { input: { ...TERMS, ...change } })
  interface Opened {
    readonly dataClass: string
    readonly recordType: string
    readonly fields: readonly string[]
    readonly records: number
  }
  const counts = async () =>
    (
      await pool.query<{ authorizations: number; assertions: number; keys: number }>(`select
        (select count(*)::int from hub.owner_authorization) as authorizations,
        (select count(*)::int from agencies.assertion) as assertions,
        (select count(*)::int from hub.idempotency_key) as keys`)
    ).rows

  it('shows role, purpose, classes and fields that would newly open, and writes nothing', async () => {
    const before = await counts()
    const { data, errors } = await preview()
    expect(errors).toEqual([])
    const opens = data?.previewAuthorization?.opens ?? []
    expect(opens).toHaveLength(1)
    const [opening] = opens
    expect(opening).toMatchObject({ role: 'HIRING_INVESTIGATOR', purpose: 'J', recipient: AGENCIES.ohioCity.id })
    const fields = opening?.classes.flatMap((each) => each.fields) ?? []
    for (const field of ['Officer.name', 'Employment.start', 'Incident.kind']) expect(fields).toContain(field)
    for (const field of ['Employment.separation', 'Officer.dateOfBirth', 'Incident.groundRaw'])
      expect(fields).not.toContain(field)
    expect(await counts()).toEqual(before)
    expect((await check()).officers).toBe(0)
  })

  it("counts the nation's own records, and no others", async () => {
    const { data } = await preview({ kinds: ['TERMINATION'] })
    const { rows } = await pool.query<{ records: number }>(
      `select count(*)::int as records from incidents.incident
        where owner_jurisdiction = 'TRIBE-QUESSALIN' and kind = 'TERMINATION'`,
    )
    expect(rows[0]?.records).toBeGreaterThan(0)
    expect(data?.previewAuthorization?.concerns).toEqual([{ recordType: 'Incident', kind: 'TERMINATION', ...rows[0] }])
  })

  it('shows nothing where nothing would open: class P1 is missing, or nobody reads for the purpose', async () => {
    for (const change of [{ classes: ['P4'] }, { purposes: ['NONE'] }, { classes: ['P7'] }]) {
      const { data } = await preview(change)
      expect(data?.previewAuthorization?.opens).toEqual([])
    }
  })

  it('shows each class of viewers where everyone is named, and what is in force already is not new', async () => {
    const everyone = await preview({ recipients: ['*'] })
    const opens = everyone.data?.previewAuthorization?.opens ?? []
    expect(opens.map(({ recipient }) => recipient)).toEqual(Array(5).fill('*'))
    const { id } = await recorded({ recipients: ['*'] })
    const again = await preview({ recipients: ['*'] })
    expect(again.data?.previewAuthorization?.opens).toEqual([])
    await revoke(id)
  })
})

describe('Whoever is not the policy officer', () => {
  it.each(['hiring-city', 'commission', 'records-officer', 'auditor', 'public', 'hiring-tribal'])(
    '%s: lists, previews, records and revokes nothing, with the shield and without',
    async (handle) => {
      for (const client of [hub.as(handle), hub.withoutShieldAs(handle)]) {
        const answers = [
          await client.ask(LIST),
          await client.ask(query('preview-authorization'), { input: TERMS }),
          await client.ask(query('record-authorization'), { input: TERMS }),
          await revoke('aut_00000000000000000000000000', client),
        ]
        for (const answer of answers) {
          expect(codes(answer)).toEqual(['NOT_PERMITTED'])
          expect(Object.values(answer.data ?? {})).toEqual([null])
        }
      }
    },
  )
})

it('A locality carries the code of its State, and opens nothing of it', async () => {
  const { rows } = await pool.query<{ id: string }>(
    `select id from agencies.agency where jurisdiction_code = 'US-CA' and jurisdiction_class = 'LOCAL' limit 1`,
  )
  const agency = rows[0]?.id ?? ''
  const local = await asAnybody(hub, { ...personaByHandle('policy-state'), agency, jurisdictionClass: 'LOCAL' })
  expect(codes(await local.ask(query('record-authorization'), { input: TERMS }))).toEqual(['NOT_PERMITTED'])
})

describe('Bad input is refused, with the argument, and nothing is written', () => {
  it.each([
    ['until before from', { from: '2027-01-01', until: '2026-12-01' }, 'input.until'],
    ['until on the day of from', { from: '2027-01-01', until: '2027-01-01' }, 'input.until'],
    ['a consent that has expired', { from: '2025-01-01', until: '2026-11-24' }, 'input.until'],
    ['a day that does not exist', { from: '2027-02-30' }, 'input.from'],
    ['a month for a day', { until: '2027-02' }, 'input.until'],
    ['an unknown recipient', { recipients: ['*', 'US-ZZ'] }, 'input.recipients.1'],
    ['no recipient', { recipients: [] }, 'input.recipients'],
    ['an unknown purpose', { purposes: ['J', 'hub:CURIOSITY'] }, 'input.purposes.1'],
    ['an unknown class', { classes: ['P12'] }, 'input.classes.0'],
    ['a class of no record', { classes: ['P0'] }, 'input.classes.0'],
    ['an unknown kind', { kinds: ['RUMOUR'] }, 'input.kinds.0'],
    ['no reference', { reference: '  ' }, 'input.reference'],
    ['a citation without end', { citation: 'x'.repeat(301) }, 'input.citation'],
  ])('%s', async (_what, change, argument) => {
    for (const name of ['record-authorization', 'preview-authorization']) {
      const { errors, data } = await nation().ask(query(name), { input: { ...TERMS, ...change } })
      expect(Object.values(data ?? {})).toEqual([null])
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_INPUT' } }])
      expect(errors[0]?.message).toContain(` ${argument}: `)
    }
  })

  it('an unknown instrument', async () => {
    const answer = await nation().ask(query('record-authorization'), { input: { ...TERMS, instrument: 'HEARSAY' } })
    expect(codes(answer)).toEqual(['BAD_INPUT'])
  })
})
