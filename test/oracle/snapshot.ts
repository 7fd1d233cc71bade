import pg from 'pg'

/** A row as PostgreSQL writes it as JSON: its columns' own names, dates as `2021-03-01`, instants as ISO text. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string }

/** Every table that an answer is made from, read past every rule. */
export interface Snapshot {
  readonly agencies: Table
  readonly oris: Index
  readonly jurisdictions: Table
  readonly credentials: Table
  readonly credentialsByAgency: Index
  readonly agenciesByJurisdiction: Index
  readonly records: Table
  readonly recordsByOfficer: Index
  readonly aliases: Index
  readonly numbers: Index
  readonly spells: Table
  readonly spellsByRecord: Index
  readonly spellsByAgency: Index
  readonly incidents: Table
  readonly incidentsByRecord: Index
  readonly incidentsByAgency: Index
  readonly certificates: Table
  readonly certificatesByRecord: Index
  readonly statuses: Index
  readonly checks: Table
  readonly matches: Table
  readonly matchesByCheck: Index
  readonly cases: Table
  readonly waivers: Index
  readonly grants: Index
  readonly authorizations: Table
  /** Identity records by the login that they are linked to. */
  readonly self: Index
}
export type Table = ReadonlyMap<string, Row>
/** Rows by the value of one of their columns, in no particular order. */
export type Index = ReadonlyMap<string, readonly Row[]>

async function rowsOf(client: pg.Client, table: string): Promise<Row[]> {
  const { rows } = await client.query<{ row: Row }>(`select to_jsonb(t) as row from ${table} t`)
  return rows.map(({ row }) => row)
}

const byId = (rows: readonly Row[], id = 'id'): Table => new Map(rows.map((row) => [String(row[id]), row]))

function by(rows: readonly Row[], column: string): Index {
  const index = new Map<string, Row[]>()
  for (const row of rows) {
    const key = String(row[column])
    const held = index.get(key)
    if (held) held.push(row)
    else index.set(key, [row])
  }
  return index
}

/** Reads the database once. `url` has to be its owner's. */
export async function takeSnapshot(url: string): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const read = (table: string) => rowsOf(client, table)
  try {
    const agencies = await read('agencies.agency')
    const credentials = await read('credentials.agency_credential')
    const records = await read('officers.identity_record')
    const spells = await read('officers.employment')
    const incidents = await read('incidents.incident')
    const certificates = await read('credentials.certification')
    const matches = await read('officers.match')
    return {
      agencies: byId(agencies),
      agenciesByJurisdiction: by(agencies, 'jurisdiction_code'),
      oris: by(await read('agencies.agency_ori'), 'agency_id'),
      jurisdictions: byId(await read('agencies.jurisdiction'), 'code'),
      credentials: byId(credentials),
      credentialsByAgency: by(credentials, 'agency_id'),
      records: byId(records),
      recordsByOfficer: by(records, 'officer_id'),
      aliases: by(await read('officers.identity_alias'), 'record_id'),
      numbers: by(await read('officers.identity_certificate'), 'record_id'),
      spells: byId(spells),
      spellsByRecord: by(spells, 'record_id'),
      spellsByAgency: by(spells, 'agency_id'),
      incidents: byId(incidents),
      incidentsByRecord: by(incidents, 'subject_record'),
      incidentsByAgency: by(incidents, 'agency_id'),
      certificates: byId(certificates),
      certificatesByRecord: by(certificates, 'subject_record'),
      statuses: by(await read('credentials.certification_status'), 'certification_id'),
      checks: byId(await read('officers.background_check')),
      matches: byId(matches),
      matchesByCheck: by(matches, 'check_id'),
      cases: byId(await read('hub."case"')),
      waivers: by(await read('hub.waiver'), 'case_id'),
      grants: by(await read('hub."grant"'), 'case_id'),
      authorizations: byId(await read('hub.owner_authorization')),
      self: by(await read('hub.subject_link'), 'subject'),
    }
  } finally {
    await client.end()
  }
}
