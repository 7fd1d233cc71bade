import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../hub/database.js'
import { FACT_SHAPES } from '../../../policy/attributes.js'
import { RECORD_TYPES } from '../../../policy/index.js'
import { freshDatabase, type TestDatabase } from '../../support/database.js'
import { prismaModels, type Table } from '../../support/prisma-schema.js'

const MODELS = prismaModels()

const COLUMNS = `
  SELECT table_schema || '.' || table_name AS table, column_name AS name,
         udt_name || CASE WHEN udt_name = 'timestamptz' THEN '(' || datetime_precision || ')' ELSE '' END
                  || CASE is_nullable WHEN 'YES' THEN ' null' ELSE '' END AS type
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
   WHERE table_schema IN ('hub', 'agencies', 'officers', 'incidents', 'credentials') AND table_type = 'BASE TABLE'`

const INDEXES = `
  SELECT i.indrelid::regclass::text AS table,
         CASE WHEN i.indisprimary THEN 'key ' WHEN i.indisunique THEN 'unique ' ELSE 'index ' END ||
         (SELECT string_agg(a.attname, ', ' ORDER BY k.place)
            FROM unnest(i.indkey::int[]) WITH ORDINALITY AS k (attnum, place)
            JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum) AS text
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname IN ('hub', 'agencies', 'officers', 'incidents', 'credentials')`

/**
 * Each refuses every change: the disclosure log's tree, the rules that were in force, what was asserted. (The log's entries,
 * which go when their retention has ended: test/integration/audit/retention.test.ts.)
 */
const APPEND_ONLY = [
  'hub.tree_node',
  'hub.disclosure_leaf',
  'hub.tree_head',
  'hub.log_key',
  'hub.policy_set',
  'hub.policy_activation',
  'hub.bundle_publication',
  'hub.access_flag',
  'agencies.assertion',
  'officers.assertion',
  'incidents.assertion',
  'credentials.assertion',
]

describe('the database', () => {
  let under: TestDatabase
  let open: OpenDatabase
  let client: pg.Client
  beforeAll(async () => {
    under = await freshDatabase({ world: false })
    open = await under.open()
    client = new pg.Client({ connectionString: open.ownerUrl })
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    await open.close()
    await under.drop()
  })

  test('has the tables, columns, types, keys and indexes of the Prisma schema, and no others', async () => {
    const found = new Map<string, { columns: Record<string, string>; indexes: string[] }>()
    const of = (table: string) => {
      const known = found.get(table) ?? { columns: {}, indexes: [] }
      found.set(table, known)
      return known
    }
    const columns = await client.query<{ table: string; name: string; type: string }>(COLUMNS)
    for (const { table, name, type } of columns.rows) of(table).columns[name] = type
    const indexes = await client.query<{ table: string; text: string }>(INDEXES)
    for (const { table, text } of indexes.rows) of(table.replaceAll('"', '')).indexes.push(text)

    const there = [...found].map(([table, { columns, indexes }]): Table => ({
      table,
      columns,
      indexes: indexes.sort(),
    }))
    const byTable = (tables: Iterable<Table>) => [...tables].sort((one, other) => (one.table < other.table ? -1 : 1))
    expect(byTable(there)).toEqual(byTable(MODELS.values()))
    expect(MODELS.size).toBeGreaterThan(25)
  })

  test.each(RECORD_TYPES)('%s: every fact that a rule may read is a column that is never NULL', (type) => {
    const columns: Table['columns'] = MODELS.get(type)?.columns ?? {}
    const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    const shapes = { string: ['text'], boolean: ['bool'], number: ['date'], set: ['_text'] }
    for (const [fact, shape] of Object.entries(FACT_SHAPES)) expect(shapes[shape], fact).toContain(columns[snake(fact)])
  })

  test.each(APPEND_ONLY)('%s is append-only, even for its owner, even of no row', async (table) => {
    const [column] = Object.keys([...MODELS.values()].find((model) => model.table === table)?.columns ?? {})
    const changes = [
      `UPDATE ${table} SET "${column}" = "${column}" WHERE false`,
      `DELETE FROM ${table} WHERE false`,
      `TRUNCATE ${table}`,
    ]
    for (const change of changes) {
      await expect(client.query(change), change).rejects.toThrow(`${table} is append-only`)
      // Replication switches ordinary triggers off.
      await client.query('BEGIN; SET LOCAL session_replication_role = replica')
      await expect(client.query(change), change).rejects.toThrow(`${table} is append-only`)
      await client.query('ROLLBACK')
    }
  })

  test('Facts that contradict each other are refused', async () => {
    await client.query(`INSERT INTO officers.officer VALUES ('off_one', now())`)
    const insert = (changes: Record<string, string>) => {
      const row = { ...IDENTITY, ...changes }
      const names = Object.keys(row).join(', ')
      return client.query(`INSERT INTO officers.identity_record (${names}) VALUES (${Object.values(row).join(', ')})`)
    }
    await expect(insert({ owner_kind: `'US-TX/NONE'` })).rejects.toThrow('identity_record_owner_kind_check')
    await expect(insert({ subject_record: `'idr_other'` })).rejects.toThrow('identity_record_subject_record_check')
    await expect(insert({ decided_latest: `'2019-01-01'` })).rejects.toThrow('identity_record_decided_check')
    await expect(insert({ stage: `'CLEARED'` })).rejects.toThrow('identity_record_stage_check')
    await expect(insert({ sealed: 'NULL' })).rejects.toThrow('not-null')
    await insert({})
  })
})

/** A whole row of an identity record, as SQL. */
const IDENTITY = {
  id: `'idr_one'`,
  officer_id: `'off_one'`,
  given: `'Ada'`,
  family: `'Example'`,
  birth_precision: `'NONE'`,
  known_through: `'ROSTER'`,
  match_keys: `'{}'`,
  normalized_family: `'example'`,
  normalized_given: `'ada'`,
  synthetic: 'true',
  owner_jurisdiction: `'US-OH'`,
  owner_class: `'STATE'`,
  owner_agency: `'NONE'`,
  deciding_authority: `'NONE'`,
  subject_record: `'idr_one'`,
  kind: `'NONE'`,
  owner_kind: `'US-OH/NONE'`,
  stage: `'NONE'`,
  admitted: 'true',
  admission_basis: `'NONE'`,
  sealed: 'false',
  subject_noticed: 'false',
  counter_signed: 'false',
  nexus: `'UNKNOWN'`,
  pointer_allowed: 'true',
  decided_earliest: `'2020-01-01'`,
  decided_latest: `'2020-01-01'`,
  valid_from: `'2020-01-01'`,
  valid_until: `'9999-12-31'`,
  named_owners: `'{}'`,
  effective_at: 'now()',
  recorded_at: 'now()',
}
