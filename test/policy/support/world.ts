import type { RecordFacts, Stage } from '../../../policy/types.js'
import { dayToDate } from '../../../contract/clock.js'
import type { SubgraphName } from '../../../contract/viewer.js'
import type { CredentialsDb, IncidentsDb, OfficersDb } from '../../../prisma/client.js'
import { credentials } from '../../../subgraphs/credentials/index.js'
import { incidents } from '../../../subgraphs/incidents/index.js'
import type { Layers } from '../../../subgraphs/kit/layers.js'
import { officers } from '../../../subgraphs/officers/index.js'
import { asked } from './asking.js'
import type { Ask } from './asking.js'
import type { Random } from './random.js'
import { type Listed, randomFacts, type StoredRecord, storedRecord } from './records.js'
import { type Row, tableOf } from './tables.js'

/** Random records of every type, in tables in memory. */
export interface World {
  readonly facts: Readonly<Record<Listed, readonly RecordFacts[]>>
  /** Identity records by the officer whose they are. */
  readonly officers: ReadonlyMap<string, readonly RecordFacts[]>
  /** As they would lie in the tables of a database. */
  readonly rows: Readonly<Record<Listed, readonly Row[]>>
  readonly db: OfficersDb & IncidentsDb & CredentialsDb
}

const OFFICERS = 24
const RECORDS = 36
const OTHERS = 50

const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}_${String(index).padStart(3, '0')}`)

/** What few of the random records are, and some have to be. */
const ALWAYS: readonly Stage[] = ['NONE', 'HELD']

export function randomWorld(random: Random): World {
  const officerIds = numbered('off', OFFICERS)
  const identities = numbered('idr', RECORDS).map((id, index) => {
    const officerId = officerIds[index % OFFICERS] as string
    const facts: RecordFacts = { ...randomFacts(random, id, id), kind: 'NONE' }
    const whole = { ...facts, ownerKind: `${facts.ownerJurisdiction}/NONE` }
    return storedRecord('IdentityRecord', whole, { officerId, effectiveAt: dayToDate(19_000 + index) })
  })
  const about = (): string => (random.chance(0.9) ? random.pick(identities).facts.id : 'NONE')
  const others = (type: Exclude<Listed, 'IdentityRecord'>, prefix: string, more: () => Row): StoredRecord[] =>
    numbered(prefix, OTHERS).map((id, index) => {
      const facts = randomFacts(random, id, about())
      return storedRecord(type, { ...facts, stage: ALWAYS[index] ?? facts.stage }, more())
    })
  const agency = (): Row => ({ agencyId: random.pick(['agc_1', 'agc_2']) })
  const stored: Record<Listed, readonly StoredRecord[]> = {
    IdentityRecord: identities,
    Employment: others('Employment', 'emp', agency).map(withRecord),
    Incident: others('Incident', 'inc', agency),
    Certification: others('Certification', 'crt', () => ({ status: 'ACTIVE' })),
  }
  return {
    facts: {
      IdentityRecord: factsOf(stored.IdentityRecord),
      Employment: factsOf(stored.Employment),
      Incident: factsOf(stored.Incident),
      Certification: factsOf(stored.Certification),
    },
    officers: new Map(
      officerIds.map((id) => [id, factsOf(stored.IdentityRecord.filter(({ row }) => row['officerId'] === id))]),
    ),
    rows: {
      IdentityRecord: rowsOf(stored.IdentityRecord),
      Employment: rowsOf(stored.Employment),
      Incident: rowsOf(stored.Incident),
      Certification: rowsOf(stored.Certification),
    },
    db: databaseOf(stored, officerIds),
  }
}

function withRecord({ facts, row }: StoredRecord): StoredRecord {
  return { facts, row: { ...row, recordId: facts.subjectRecord } }
}

function factsOf(records: readonly StoredRecord[]): RecordFacts[] {
  return records.map(({ facts }) => facts)
}

function rowsOf(records: readonly StoredRecord[]): Row[] {
  return records.map(({ row }) => row)
}

function databaseOf(stored: Record<Listed, readonly StoredRecord[]>, officerIds: readonly string[]): World['db'] {
  const rows = (type: Listed): Row[] => rowsOf(stored[type])
  const spells = rows('Employment').map((row) => ({
    ...row,
    record: {
      officer: {
        id: stored.IdentityRecord.find(({ facts }) => facts.id === row['recordId'])?.row['officerId'] ?? 'NONE',
        joinedId: null,
      },
    },
  }))
  const records = rows('IdentityRecord').map((row) => ({
    ...row,
    employments: spells.filter((spell) => (spell as Row)['recordId'] === row['id']),
    linksAsFirst: [],
    linksAsSecond: [],
  }))
  const persons = officerIds.map((id) => ({
    id,
    joinedId: null,
    joining: [],
    records: records.filter((row) => (row as Row)['officerId'] === id),
  }))
  return {
    incident: tableOf(rows('Incident')),
    certification: tableOf(rows('Certification')),
    employment: tableOf(spells),
    identityRecord: tableOf(records),
    officer: tableOf(persons),
    // No links: every officer is a person by itself (officers/persons.repository.ts).
    $queryRaw: (_text: TemplateStringsArray, ids: readonly string[]) =>
      Promise.resolve(ids.filter((id) => officerIds.includes(id)).map((id) => ({ person: id, id }))),
    // The repositories read through these alone.
  } as unknown as World['db']
}

/** The three subgraphs of records over the world's tables. */
export async function subgraphsOver(
  db: World['db'],
  layers: Layers,
): Promise<Readonly<Record<Exclude<SubgraphName, 'agencies'>, Ask>>> {
  return {
    officers: await asked(officers, db, layers),
    incidents: await asked(incidents, db, layers),
    credentials: await asked(credentials, db, layers),
  }
}
