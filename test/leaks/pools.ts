import { CAST } from '../../prisma/seed/index.js'
import { CLASS_OF } from '../oracle/classes.js'
import type { Row, Snapshot, Table } from '../oracle/snapshot.js'
import type { Random } from './random.js'

/** What operations ask for: ids of people of the cast, of the world, and of nobody; and words that a filter may hold. */
export interface Pools {
  readonly ids: Readonly<Record<string, readonly string[]>>
  readonly words: Readonly<Record<string, readonly string[]>>
}

const nobody = (prefix: string) => `${prefix}_${'0'.repeat(26)}`
const of = (rows: readonly Row[], column: string) => [
  ...new Set(rows.map((row) => row[column]).filter((value): value is string => typeof value === 'string')),
]

function sample(random: Random, table: Table, count: number): string[] {
  return random.some([...table.keys()].sort(), count)
}

/** The cast is asked for about as often as the rest of the world, because its stories are the hard ones. */
export function poolsOf(snapshot: Snapshot, random: Random): Pools {
  const cast = Object.values(CAST)
  const officers = [
    ...new Set(sample(random, snapshot.records, 20).map((id) => String(snapshot.records.get(id)?.['officer_id']))),
  ]
  const records = [...cast.flatMap(({ recordIds }) => recordIds)].flatMap((id) => snapshot.records.get(id) ?? [])
  const certificates = cast.flatMap(({ certificationIds }) => certificationIds)
  const agencies = [...new Set(cast.map(({ agencyId }) => agencyId))]
  const ids = {
    officer: [...cast.map(({ officerId }) => officerId), ...officers, nobody('off')],
    incident: [
      ...cast.flatMap(({ incidentIds }) => Object.values(incidentIds)),
      ...sample(random, snapshot.incidents, 15),
      nobody('inc'),
    ],
    certification: [...certificates, ...sample(random, snapshot.certificates, 15), nobody('crt')],
    agency: [...agencies, ...sample(random, snapshot.agencies, 5), nobody('agc')],
    backgroundCheck: [...inOrderOfCases(snapshot), nobody('chk')],
  }
  return {
    ids: { ...ids, why: [...ids.officer, ...ids.incident, ...ids.certification] },
    words: {
      field: [...new Set(Object.values(CLASS_OF).flatMap((fields) => Object.keys(fields))), 'noSuchField'],
      familyName: [
        ...of(records, 'family'),
        ...of(records, 'family').map((name) => name.slice(0, 3)),
        'Nobodyatall',
        's',
      ],
      givenName: [...of(records, 'given'), 'a', 'Nobodyatall'],
      jurisdiction: [...of(records, 'owner_jurisdiction'), 'US-DE', 'US-FED'],
      agency: [...agencies, nobody('agc')],
      authority: [
        ...of(
          certificates.flatMap((id) => snapshot.certificates.get(id) ?? []),
          'authority_id',
        ),
        nobody('agc'),
      ],
      number: [...cast.flatMap(({ certificate }) => certificate?.number ?? []), 'no-such-number'],
      nameContains: ['police', 'county', 'ss'],
      decidedFrom: ['2015', '2019-06', '2021-01-01'],
      decidedUntil: ['2016', '2022-05', '2025-12-31'],
    },
  }
}

/** Checks are made by the test, and their ids are random: in the order of their cases a seed means the same ones. */
export function inOrderOfCases({ checks, cases }: Snapshot): string[] {
  const reference = (id: string) => String(cases.get(String(checks.get(id)?.['case_id']))?.['reference'])
  return [...checks.keys()].sort((a, b) => (reference(a) < reference(b) ? -1 : 1))
}
