import pg from 'pg'
import { facts } from '../../prisma/seed/facts.js'
import { KEYS_VERSION, keysForRecord, normalizeName } from '../../subgraphs/officers/matching/index.js'
import type { IndexedPerson } from './people.js'

const BATCH = 5_000
/** Owners whose records a hiring agency may compare. */
const OWNERS = ['US-VA', 'US-OH', 'US-TX', 'US-CA', 'US-PA', 'US-IA', 'US-NJ', 'US-GA']
const INSTANT = '2026-01-01T00:00:00.000Z'

const numbered = (prefix: string, index: number): string => `${prefix}_${String(index).padStart(8, '0')}`
/** Identifier of the `index`th person, the same in every size. */
export const officerId = (index: number): string => numbered('off', index)
const recordId = (index: number): string => numbered('idr', index)

const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A row of an owner's, whole but for what differs from person to person, as JSON for jsonb_populate_record. */
function blankRow(): string {
  const row = {
    ...facts({ jurisdiction: 'US-VA', class: 'STATE', agency: 'agc_bench' }, 'idr_0'),
    id: 'idr_0',
    officerId: 'off_0',
    knownThrough: 'ROSTER',
    keysVersion: KEYS_VERSION,
    synthetic: true,
    effectiveAt: INSTANT,
    recordedAt: INSTANT,
    version: 1,
  }
  return JSON.stringify(Object.fromEntries(Object.entries(row).map(([field, value]) => [snake(field), value])))
}

/** What differs: one array a column, so that a million rows cost no million objects. */
class Columns {
  readonly values: (string | null)[][] = Array.from({ length: 12 }, () => [])

  add(index: number, { given, middle, family, suffix, birthDate, birthPrecision, certificate }: IndexedPerson): void {
    const name = { given, middle, family, suffix }
    const certificates = certificate === null ? [] : [{ authority: 'agc_commission', number: certificate }]
    const keys = keysForRecord({ names: [name], aliases: [], birthDate, birthPrecision, certificates })
    const cells = [
      recordId(index),
      officerId(index),
      OWNERS[index % OWNERS.length] ?? null,
      given,
      middle,
      family,
      suffix,
      birthDate,
      birthPrecision,
      certificate,
      // No key holds a space.
      keys.join(' '),
      `${normalizeName(family)} ${normalizeName(given)}`,
    ]
    cells.forEach((cell, column) => this.values[column]?.push(cell))
  }

  get rows(): number {
    return this.values[0]?.length ?? 0
  }
}

const WRITE = `
with people as materialized (
  select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[], $9::text[],
                       $10::text[], $11::text[], $12::text[])
    as p(id, officer, owner, given, middle, family, suffix, born, prec, number, keys, normal)
), officers as (
  insert into officers.officer (id, created_at) select officer, '${INSTANT}' from people
), numbers as (
  insert into officers.identity_certificate (id, record_id, authority, number)
  select 'ict_' || id, id, 'agc_commission', number from people where number is not null
)
insert into officers.identity_record (%COLUMNS%) select %VALUES% from people p, blank b`

/** Columns of the table, each from the person where it differs and from the blank row where not. */
const DIFFERING: Readonly<Record<string, string>> = {
  id: 'p.id',
  subject_record: 'p.id',
  officer_id: 'p.officer',
  owner_jurisdiction: 'p.owner',
  owner_kind: `p.owner || '/NONE'`,
  given: 'p.given',
  middle: 'p.middle',
  family: 'p.family',
  suffix: 'p.suffix',
  birth_date: 'p.born',
  birth_precision: 'p.prec',
  match_keys: `string_to_array(p.keys, ' ')`,
  normalized_family: `split_part(p.normal, ' ', 1)`,
  normalized_given: `split_part(p.normal, ' ', 2)`,
}

/** Dropped while loading; built again afterwards, as a restore would. */
const INDEX = 'identity_record_match_keys_idx'

/** Writes identity records with their certificate numbers into a migrated, empty database. */
export async function loadPeople(url: string, people: Iterable<IndexedPerson>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`drop index officers.${INDEX}`)
    await client.query(
      'create temporary table blank as select r.* from jsonb_populate_record(null::officers.identity_record, $1::jsonb) r',
      [blankRow()],
    )
    const { rows: columns } = await client.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = 'officers.identity_record'::regclass and attnum > 0 and not attisdropped`,
    )
    const statement = WRITE.replace('%COLUMNS%', columns.map(({ name }) => `"${name}"`).join(', ')).replace(
      '%VALUES%',
      columns.map(({ name }) => DIFFERING[name] ?? `b."${name}"`).join(', '),
    )
    // The table's own order is kept by whoever wrote it: what refers to it is not looked up a million times.
    await client.query(`set session_replication_role = replica`)
    let batch = new Columns()
    let index = 0
    for (const person of people) {
      batch.add(index++, person)
      if (batch.rows < BATCH) continue
      await client.query(statement, batch.values)
      batch = new Columns()
    }
    if (batch.rows > 0) await client.query(statement, batch.values)
    await client.query(`set maintenance_work_mem = '1GB'`)
    await client.query(
      `create index ${INDEX} on officers.identity_record using gin (match_keys) with (fastupdate = off)`,
    )
    await client.query('vacuum analyze officers.identity_record')
    await client.query('vacuum analyze officers.identity_certificate')
  } finally {
    await client.end()
  }
}
