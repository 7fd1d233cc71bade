import type { Stage } from '../../policy/types.js'
import type { ImportConnection } from './database.js'

export interface ExistingRecord {
  readonly id: string
  readonly sourceKey: string
  readonly digest: string
  readonly version: number
}

export interface ExistingIdentity extends ExistingRecord {
  readonly normalizedFamily: string
  readonly normalizedGiven: string
}

export interface ExistingMatter extends ExistingRecord {
  readonly stage: Stage
  readonly sealed: boolean
}

export interface ExistingCertification extends ExistingMatter {
  readonly status: string
}

export interface ExistingAgency {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly swornCount: number | null
  readonly synthetic: boolean
  readonly version: number
}

/** What earlier imports of this profile have left, by source key. */
export interface Existing {
  readonly agencies: readonly ExistingAgency[]
  readonly identities: ReadonlyMap<string, ExistingIdentity>
  readonly employments: ReadonlyMap<string, ExistingRecord>
  readonly certifications: ReadonlyMap<string, ExistingCertification>
  readonly incidents: ReadonlyMap<string, ExistingMatter>
}

const RECORD = 'id, source_key as "sourceKey", coalesce(source_digest, \'\') as digest, version'

function byKey<Row extends ExistingRecord>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.sourceKey, row]))
}

export async function readExisting(db: ImportConnection, profile: string, jurisdiction: string): Promise<Existing> {
  const agencies = await db.query<ExistingAgency>(
    `select id, name, kind, sworn_count as "swornCount", synthetic, version
       from agencies.agency where jurisdiction_code = $1 order by id`,
    [jurisdiction],
  )
  const of = async <Row>(table: string, more: string) =>
    (await db.query<Row>(`select ${RECORD}${more} from ${table} where source_system = $1`, [profile])).rows
  return {
    agencies: agencies.rows,
    identities: byKey(
      await of<ExistingIdentity>(
        'officers.identity_record',
        ', normalized_family as "normalizedFamily", normalized_given as "normalizedGiven"',
      ),
    ),
    employments: byKey(await of<ExistingRecord>('officers.employment', '')),
    certifications: byKey(await of<ExistingCertification>('credentials.certification', ', stage, sealed, status')),
    incidents: byKey(await of<ExistingMatter>('incidents.incident', ', stage, sealed')),
  }
}
