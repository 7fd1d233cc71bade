import type pg from 'pg'
import type { FactName, RecordFacts, RecordGroup, RecordType } from '../policy/index.js'

/** Where the records of each type lie. */
const TABLES: Readonly<Record<RecordType, string>> = {
  IdentityRecord: 'officers.identity_record',
  Employment: 'officers.employment',
  Certification: 'credentials.certification',
  Incident: 'incidents.incident',
  BackgroundCheck: 'officers.background_check',
}

/** What a fact is where no rule looks at it. The person of a record is always the person of the case. */
const UNSEEN: Omit<RecordFacts, 'ownerKind' | 'ownerJurisdiction' | 'ownerClass' | 'kind'> = {
  id: 'NONE',
  ownerAgency: 'NONE',
  decidingAuthority: 'NONE',
  subjectRecord: 'NONE',
  stage: 'NONE',
  admitted: false,
  admissionBasis: 'NONE',
  sealed: false,
  subjectNoticed: false,
  counterSigned: false,
  nexus: 'UNKNOWN',
  pointerAllowed: false,
  decidedEarliest: 0,
  decidedLatest: 0,
  validFrom: 0,
  validUntil: 0,
  namedOwners: [],
}
const DATES: readonly FactName[] = ['decidedEarliest', 'decidedLatest', 'validFrom', 'validUntil']
/** Read of every record: by them the counts are kept, and viewers set beside the owner. */
const ALWAYS: readonly FactName[] = ['ownerJurisdiction', 'ownerClass', 'kind']
/** Never read: whose they are is nobody's business here. */
const NEVER: readonly FactName[] = ['id', 'subjectRecord', 'ownerKind']

type Row = Omit<RecordFacts, 'ownerKind'> & { readonly records: string }

/**
 * Records in the database, in groups that rules reading only `looked` do not tell apart; no id or person leaves the database.
 * `person`: who each record is said to be about.
 */
export async function* recordGroups(
  client: pg.ClientBase,
  looked: readonly FactName[],
  person: string,
): AsyncGenerator<RecordGroup> {
  const facts = [...new Set([...ALWAYS, ...looked])].filter((fact) => !NEVER.includes(fact))
  for (const [type, table] of Object.entries(TABLES) as [RecordType, string][]) {
    const { rows } = await client.query<Row>(statement(table, facts))
    for (const { records, ...row } of rows) {
      const ownerKind = `${row.ownerJurisdiction}/${row.kind}`
      yield { type, facts: { ...UNSEEN, ...row, ownerKind, subjectRecord: person }, records: Number(records) }
    }
  }
}

function statement(table: string, facts: readonly FactName[]): string {
  const columns = facts.map((fact) => `${DATES.includes(fact) ? dayOf(fact) : column(fact)} as "${fact}"`)
  const by = facts.map(column).join(', ')
  return `select ${columns.join(', ')}, count(*) as records from ${table} group by ${by} order by ${by}`
}

function column(fact: FactName): string {
  return `"${fact.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`
}

/** Whole days since 1970-01-01, as in the rules. */
function dayOf(fact: FactName): string {
  return `(${column(fact)} - date '1970-01-01')`
}
