import type { PersonClass, PersonType } from './classes.js'
import type { Args, Oracle } from './oracle.js'
import type { Row } from './snapshot.js'

/*
 * What a filtered list may hold: records that the viewer may know of, that truly meet the filter, and of which the viewer
 * may read what it compares (rulings.md, "Filters, sorts, counts").
 */

interface Comparison {
  readonly ofClass: PersonClass
  readonly holds: (row: Row, wanted: string) => boolean
}
type Comparisons = Readonly<Record<string, Comparison>>

const same = (ofClass: PersonClass, column: string): Comparison => ({
  ofClass,
  holds: (row, wanted) => String(row[column]) === wanted,
})
/** Accents, case, apostrophes, hyphens and spaces are alike. */
const fold = (text: unknown) =>
  String(text)
    .normalize('NFKD')
    .replace(/[^\p{Letter}\p{Number}]/gu, '')
    .toLowerCase()
const begins = (column: string): Comparison => ({
  ofClass: 'P1',
  holds: (row, wanted) => fold(row[column]).startsWith(fold(wanted)),
})

const INCIDENT: Comparisons = {
  kind: same('P4', 'kind'),
  stage: same('P4', 'stage'),
  nexus: same('P4', 'nexus'),
  agency: same('P4', 'agency_id'),
  jurisdiction: same('P4', 'owner_jurisdiction'),
  // A day within a year that is wanted: ISO text of the same length compares like the days themselves.
  decidedFrom: { ofClass: 'P4', holds: (row, from) => String(row['decided_earliest']).slice(0, from.length) >= from },
  decidedUntil: { ofClass: 'P4', holds: (row, until) => String(row['decided_latest']).slice(0, until.length) <= until },
}
const CERTIFICATION: Comparisons = {
  authority: same('P1', 'authority_id'),
  number: { ofClass: 'P1', holds: (row, wanted) => fold(row['number']) === fold(wanted) },
  certificateClass: same('P1', 'certificate_class'),
  jurisdiction: same('P1', 'owner_jurisdiction'),
  status: same('P4', 'status'),
}
const RECORD: Comparisons = {
  familyName: begins('family'),
  givenName: begins('given'),
  jurisdiction: same('P1', 'owner_jurisdiction'),
}

function meets(oracle: Oracle, type: PersonType, row: Row, comparisons: Comparisons, filter: Args): boolean {
  return Object.entries(filter).every(([name, wanted]) => {
    const comparison = comparisons[name]
    if (wanted === null || wanted === undefined) return true
    if (typeof wanted !== 'string') return false
    // A comparison that the oracle does not know lets nothing through.
    return comparison !== undefined && oracle.reads(type, row, comparison.ofClass) && comparison.holds(row, wanted)
  })
}

export function incidentsBy(oracle: Oracle, filter: Args): string[] {
  return [...oracle.known('Incident')].filter((id) => {
    const row = oracle.snapshot.incidents.get(id)
    return row !== undefined && meets(oracle, 'Incident', row, INCIDENT, filter)
  })
}

export function certificatesBy(oracle: Oracle, filter: Args): string[] {
  return [...oracle.known('Certification')].filter((id) => {
    const row = oracle.snapshot.certificates.get(id)
    return row !== undefined && meets(oracle, 'Certification', row, CERTIFICATION, filter)
  })
}

export function officersBy(oracle: Oracle, { agency, ...filter }: Args): string[] {
  const { snapshot } = oracle
  const servedThere = (record: Row) =>
    agency === null ||
    agency === undefined ||
    (snapshot.spellsByRecord.get(record.id) ?? []).some(
      (spell) => spell['agency_id'] === agency && oracle.reads('Employment', spell, 'P3a'),
    )
  return [...oracle.known('Officer')].filter((id) =>
    (snapshot.recordsByOfficer.get(id) ?? []).some(
      (record) => oracle.knowsRecord(record) && meets(oracle, 'Officer', record, RECORD, filter) && servedThere(record),
    ),
  )
}
