import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Config } from '../../hub/config.js'
import { prepareDatabase } from '../../hub/prepare-database.js'
import { DATABASE_ROLES, type DatabaseRole } from '../../hub/variables.js'
import { CAST } from '../../prisma/seed/index.js'
import { urlForUser } from '../../prisma/connection.js'
import { checked, named } from '../integration/officers/checks.js'
import { freshDatabase, type TestDatabase } from '../support/database.js'
import { type Client, openTestHub, type TestHub } from '../support/hub.js'
import { TEST_NOW } from '../support/now.js'
import { onServer } from '../support/templates.js'

const { decertified } = CAST
const AGENCIES = '{ agencies(first: 2) { nodes { name officers(first: 1) { nodes { id } } } } }'
const PERSON = `{ officer(id: "${decertified.officerId}") { id name { given family } } }`

// PostgreSQL only: the embedded database has one role, and goes as a whole.
describe.skipIf(inject('templates').kind !== 'POSTGRES')('a role of the database is let in no more', () => {
  let under: TestDatabase
  let hub: TestHub
  let investigator: Client
  const nameOf = (role: DatabaseRole) => `comity_${role.toLowerCase()}`
  /** A name of this test's own: the roles belong to the whole server, where other tests use them. */
  const loginOf = (role: DatabaseRole) => `away_${role.toLowerCase()}_${process.pid}`
  const server = () => under.config.databaseUrl ?? ''

  beforeAll(async () => {
    under = await freshDatabase()
    await prepareDatabase(under.config, () => TEST_NOW)
    for (const role of DATABASE_ROLES)
      await onServer(server(), `CREATE ROLE ${loginOf(role)} LOGIN INHERIT IN ROLE ${nameOf(role)}`)
    const roleUrls = Object.fromEntries(
      DATABASE_ROLES.map((role) => [role, urlForUser(server(), loginOf(role), 'trusted')]),
    ) as Config['roleUrls']
    hub = await openTestHub({ database: { ...under, config: { ...under.config, roleUrls } } })
    investigator = (await checked(hub, 'AWAY-1', named(decertified, { dateOfBirth: decertified.dobText }))).client
  })
  afterAll(async () => {
    await hub.close()
    for (const role of DATABASE_ROLES)
      await onServer(server(), `DROP OWNED BY ${loginOf(role)}; DROP ROLE ${loginOf(role)}`)
    await under.drop()
  })

  async function without(role: DatabaseRole, work: () => Promise<void>): Promise<void> {
    const login = loginOf(role)
    await onServer(server(), `ALTER ROLE ${login} NOLOGIN`)
    await onServer(server(), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${login}'`)
    try {
      await work()
    } finally {
      await onServer(server(), `ALTER ROLE ${login} LOGIN`)
    }
  }
  const codes = (errors: readonly { readonly extensions: { readonly code: string } }[]) => [
    ...new Set(errors.map(({ extensions }) => extensions.code)),
  ]
  const isLive = async () => (await hub.app.inject('/health/live')).statusCode

  test('the log: no person leaves; agencies and health answer', async () => {
    const shown = await investigator.ask(PERSON)
    expect(shown.text).toContain(decertified.name.family)
    const whole = await hub.as('public').ask(AGENCIES)
    await without('AUDIT', async () => {
      const { status, data, errors, text } = await investigator.ask(PERSON)
      expect([status, data, codes(errors)]).toEqual([503, null, ['AUDIT_UNAVAILABLE']])
      expect(text).not.toContain(decertified.name.family)
      expect(await hub.as('public').ask(AGENCIES)).toEqual(whole)
      expect(await isLive()).toBe(200)
    })
    expect((await investigator.ask(PERSON)).data).toEqual(shown.data)
  })

  test('the subgraph of persons: agencies answer with the gap named, readiness says which part', async () => {
    const auditor = hub.as('auditor')
    const whole = await auditor.ask<{ agencies: { nodes: readonly { name: string }[] } }>(AGENCIES)
    expect(whole.errors).toEqual([])
    await without('OFFICERS', async () => {
      const { data, errors } = await auditor.ask(AGENCIES)
      expect(data).toEqual({
        agencies: { nodes: whole.data?.agencies.nodes.map(({ name }) => ({ name, officers: null })) },
      })
      expect(codes(errors)).toEqual(['SUBGRAPH_UNAVAILABLE'])
      expect(await isLive()).toBe(200)
      const ready = await hub.app.inject('/health/ready')
      expect([ready.statusCode, ready.json<{ parts: object }>().parts]).toMatchObject([
        503,
        { officers: 'unavailable' },
      ])
    })
    expect((await auditor.ask(AGENCIES)).data).toEqual(whole.data)
  })

  test('the table of rates: each process counts for itself, and the gate stays where it was', async () => {
    const remaining = async () => {
      const { headers } = await hub.app.inject({ method: 'POST', url: '/graphql', payload: { query: AGENCIES } })
      return Number(/r=(\d+)/.exec(String(headers['ratelimit']))?.[1])
    }
    const before = await remaining()
    expect(await remaining()).toBeLessThan(before)
    await onServer(server(), 'ALTER TABLE hub.rate_limit RENAME TO rate_limit_away')
    try {
      const first = await remaining()
      expect(await remaining()).toBeLessThan(first)
    } finally {
      await onServer(server(), 'ALTER TABLE hub.rate_limit_away RENAME TO rate_limit')
    }
    expect(await remaining()).toBeLessThan(before)
  })
})
