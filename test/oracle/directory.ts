import { type Allowed, list, records, values } from './allowed.js'
import type { Row, Snapshot } from './snapshot.js'

/** P0: open to all, the public included, and true. Lists of persons are not in it. */
type Directory = Readonly<Record<string, Readonly<Record<string, (snapshot: Snapshot, row: Row) => Allowed>>>>

const column = (name: string) => (_: Snapshot, row: Row) => values(row[name])

export const DIRECTORY: Directory = {
  Agency: {
    id: column('id'),
    name: column('name'),
    kind: column('kind'),
    jurisdictionClass: column('jurisdiction_class'),
    jurisdictionCode: column('jurisdiction_code'),
    swornCount: column('sworn_count'),
    oris: ({ oris }, { id }) =>
      values(...(oris.get(id) ?? []).map(({ ori, valid, from, until }) => ({ ori, valid, from, until }))),
    parent: (_, row) => records('Agency', [row['parent_id']]),
    jurisdiction: (_, row) => records('Jurisdiction', [row['jurisdiction_code']]),
    credentials: ({ credentialsByAgency }, { id }) =>
      list(
        'AgencyCredential',
        (credentialsByAgency.get(id) ?? []).map((row) => row.id),
      ),
  },
  Jurisdiction: {
    code: column('code'),
    name: column('name'),
    class: column('class'),
    uspsCode: column('usps_code'),
    fipsCode: column('fips_code'),
    ncicCode: column('ncic_code'),
    agencies: ({ agenciesByJurisdiction }, row) =>
      list(
        'Agency',
        (agenciesByJurisdiction.get(String(row['code'])) ?? []).map(({ id }) => id),
      ),
  },
  AgencyCredential: {
    id: column('id'),
    agency: (_, row) => records('Agency', [row['agency_id']]),
    body: (_, row) => records('Agency', [row['body_id']]),
    bodyName: column('body_name'),
    standard: column('standard'),
    standardVersion: column('standard_version'),
    status: column('status'),
    from: column('from'),
    until: column('until'),
  },
}

export function directoryRow(snapshot: Snapshot, type: string, id: string): Row | undefined {
  if (type === 'Agency') return snapshot.agencies.get(id)
  if (type === 'Jurisdiction') return snapshot.jurisdictions.get(id)
  return type === 'AgencyCredential' ? snapshot.credentials.get(id) : undefined
}

/** Which agencies a filter of the directory may return: the filter is no secret, so any of them. */
export function anyAgency(snapshot: Snapshot): Allowed {
  return list('Agency', snapshot.agencies.keys())
}
