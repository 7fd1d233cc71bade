import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Config } from '../../hub/config.js'
import { prepareDatabase } from '../../hub/prepare-database.js'
import type { Ask } from '../../hub/tour/ask.js'
import { walkTour } from '../../hub/tour/walk.js'
import { DATABASE_ROLES, type DatabaseRole } from '../../hub/variables.js'
import { urlForUser } from '../../prisma/connection.js'
import { freshDatabase, type TestDatabase } from '../support/database.js'
import { openTestHub } from '../support/hub.js'
import { TEST_NOW } from '../support/now.js'

/** What a subgraph reads of the hub at each fetch, and writes beside its own rows. */
const EVERY_SUBGRAPH = {
  'hub.case': 'SELECT',
  'hub.grant': 'SELECT',
  'hub.idempotency_key': 'SELECT INSERT',
  'hub.outbox': 'SELECT INSERT',
  'hub.outbox_cursor': 'SELECT INSERT UPDATE',
  'hub.owner_authorization': 'SELECT',
  'hub.participation': 'SELECT',
  'hub.policy_activation': 'SELECT',
  'hub.policy_set': 'SELECT',
  'hub.state': 'SELECT',
  'hub.subject_link': 'SELECT',
  'hub.waiver': 'SELECT',
}
const KEPT = 'SELECT INSERT UPDATE'
const ADDED = 'SELECT INSERT'

/** Every privilege on a whole table. Nobody may delete, but what has expired of the rates; nobody but a subgraph's own role reaches its schema. */
const PRIVILEGES: Record<DatabaseRole, Record<string, string>> = {
  AGENCIES: {
    ...EVERY_SUBGRAPH,
    'agencies.agency': KEPT,
    'agencies.agency_ori': KEPT,
    'agencies.assertion': ADDED,
    'agencies.jurisdiction': KEPT,
    'hub.bundle_publication': ADDED,
    'hub.owned_record': 'SELECT',
    'hub.owner_authorization': ADDED,
    'hub.policy_key': 'SELECT',
  },
  OFFICERS: {
    ...EVERY_SUBGRAPH,
    'hub.access_flag': ADDED,
    'hub.case': KEPT,
    'hub.disclosure_entry': 'SELECT',
    'hub.disclosure_leaf': 'SELECT',
    'hub.grant': KEPT,
    'hub.log_key': 'SELECT',
    'hub.subject_link': ADDED,
    'hub.tree_head': 'SELECT',
    'hub.tree_node': 'SELECT',
    'hub.waiver': KEPT,
    'officers.assertion': ADDED,
    'officers.background_check': KEPT,
    'officers.employment': KEPT,
    'officers.identity_alias': KEPT,
    'officers.identity_certificate': KEPT,
    'officers.identity_record': KEPT,
    'officers.match': KEPT,
    'officers.officer': KEPT,
    'officers.officer_link': KEPT,
    'officers.officer_link_step': ADDED,
  },
  INCIDENTS: {
    ...EVERY_SUBGRAPH,
    'hub.officer_record': 'SELECT',
    'incidents.assertion': ADDED,
    'incidents.incident': KEPT,
    'incidents.separation_ledger': KEPT,
  },
  CREDENTIALS: {
    ...EVERY_SUBGRAPH,
    'credentials.agency_credential': KEPT,
    'credentials.assertion': ADDED,
    'credentials.certification': KEPT,
    'credentials.certification_status': KEPT,
    'hub.officer_record': 'SELECT',
  },
  HUB: {
    'agencies.agency': 'SELECT',
    'agencies.agency_ori': 'SELECT',
    'agencies.jurisdiction': 'SELECT',
    'hub.bundle_publication': 'SELECT',
    'hub.case': KEPT,
    'hub.disclosure_leaf': 'SELECT',
    'hub.grant': KEPT,
    'hub.idempotency_key': KEPT,
    'hub.import_run': KEPT,
    'hub.log_key': 'SELECT',
    'hub.outbox': KEPT,
    'hub.outbox_cursor': KEPT,
    'hub.owner_authorization': KEPT,
    'hub.participation': KEPT,
    'hub.policy_activation': ADDED,
    'hub.policy_key': ADDED,
    'hub.policy_set': ADDED,
    'hub.rate_limit': 'SELECT INSERT UPDATE DELETE',
    'hub.revoked_token': 'SELECT',
    'hub.state': KEPT,
    'hub.subject_link': KEPT,
    'hub.tree_head': 'SELECT',
    'hub.tree_node': 'SELECT',
    'hub.waiver': KEPT,
  },
  AUDIT: {
    'hub.disclosure_entry': ADDED,
    'hub.disclosure_leaf': ADDED,
    'hub.log_key': ADDED,
    'hub.tree_head': ADDED,
    'hub.tree_node': ADDED,
  },
}

const HELD = `
  SELECT n.nspname || '.' || c.relname AS table, string_agg(p.name, ' ' ORDER BY p.place) AS held
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
   CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])
         WITH ORDINALITY AS p (name, place)
   WHERE c.relkind IN ('r', 'v') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
     AND has_table_privilege($1, c.oid, p.name)
   GROUP BY 1`

const DENIED = expect.objectContaining({ code: '42501' }) as Error

// PostgreSQL only: every login to the embedded database is its superuser.
describe.skipIf(inject('templates').kind !== 'POSTGRES')('database roles, which PostgreSQL alone has', () => {
  let under: TestDatabase
  let config: Config
  let prepared: string[]
  const clients = new Map<DatabaseRole, pg.Client>()
  beforeAll(async () => {
    under = await freshDatabase()
    const own = (role: DatabaseRole) =>
      urlForUser(under.config.databaseUrl ?? '', `comity_${role.toLowerCase()}`, `of ${role}`)
    const roleUrls = Object.fromEntries(DATABASE_ROLES.map((role) => [role, own(role)])) as Config['roleUrls']
    config = { ...under.config, roleUrls }
    prepared = await prepareDatabase(config, () => TEST_NOW)
    for (const role of DATABASE_ROLES) {
      const client = new pg.Client({ connectionString: own(role) })
      await client.connect()
      clients.set(role, client)
    }
  })
  afterAll(async () => {
    for (const client of clients.values()) await client.end()
    await under.drop()
  })

  const as = (role: DatabaseRole, sql: string, values: unknown[] = []) => {
    const client = clients.get(role)
    if (!client) throw new Error(`${role} is not connected`)
    return client.query<Record<string, string>>(sql, values)
  }

  test('What was prepared is told, without a password; to prepare again changes nothing', async () => {
    const users = DATABASE_ROLES.map((role) => `comity_${role.toLowerCase()} may log in.`)
    expect(prepared).toEqual(['The database is migrated; its mode is DEMO.', ...users])
    expect(await prepareDatabase(config, () => TEST_NOW)).toEqual(prepared)
  })

  test.each(DATABASE_ROLES)('%s has what it works with, and nothing else', async (role) => {
    const { rows } = await as(role, HELD, [`comity_${role.toLowerCase()}`])
    const held = new Map(rows.map((row) => [row['table'], row['held']]))
    expect(held).toEqual(new Map(Object.entries(PRIVILEGES[role])))
  })

  test.each(DATABASE_ROLES)('%s is no other role, makes nothing, and switches no trigger off', async (role) => {
    const other = role === 'AUDIT' ? 'hub' : 'audit'
    const { rows } = await as(
      role,
      'SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls AS more FROM pg_roles WHERE rolname = current_user',
    )
    expect(rows).toEqual([{ more: false }])
    await expect(as(role, `SET ROLE comity_${other}`)).rejects.toEqual(DENIED)
    await expect(as(role, 'CREATE TABLE hub.own (id INT)')).rejects.toEqual(DENIED)
    await expect(as(role, 'CREATE TABLE public.own (id INT)')).rejects.toEqual(DENIED)
    await expect(as(role, 'ALTER TABLE hub.disclosure_entry DISABLE TRIGGER ALL')).rejects.toEqual(DENIED)
    await expect(as(role, 'SET session_replication_role = replica')).rejects.toEqual(DENIED)
  })

  test('The incidents subgraph moves the epoch, and not the mode; whose record it is it reads, and not of whom', async () => {
    await as('INCIDENTS', 'UPDATE hub.state SET epoch = epoch + 1')
    await expect(as('INCIDENTS', `UPDATE hub.state SET mode = 'PRODUCTION'`)).rejects.toEqual(DENIED)
    expect((await as('INCIDENTS', 'SELECT record_id FROM hub.officer_record LIMIT 1')).rows).toHaveLength(1)
    await expect(as('INCIDENTS', 'SELECT family FROM officers.identity_record')).rejects.toEqual(DENIED)
  })

  test('The whole tour holds where each part connects with a role of its own', async () => {
    const hub = await openTestHub({ database: { ...under, config } })
    try {
      const ask: Ask = (who, { query, variables }) => hub.as(who.persona, who).ask(query, variables)
      const askWithoutShield: Ask = (who, { query, variables }) =>
        hub.withoutShieldAs(who.persona, who).ask(query, variables)
      const { steps } = await walkTour({ hub: { ask, askWithoutShield }, clock: () => TEST_NOW })
      const claims = steps.flatMap((step) => step.claims)
      expect(claims.filter(({ holds }) => !holds)).toEqual([])
      expect(claims.length).toBeGreaterThan(20)
    } finally {
      await hub.close()
    }
  })
})
