import type { Simulation } from '../hub/policy-simulate.js'

/** The records whose decisions change, a line for each role, purpose and class. */
export function flipsText(records: NonNullable<Simulation['records']>): string {
  const { asked, flips } = records
  if (flips.length === 0) return `\n${asked} records asked about: no decision changes\n`
  const owners = [...new Set(flips.map(({ ownerJurisdiction }) => ownerJurisdiction))]
  return [
    '',
    `${asked} records asked about; decisions change for some of`,
    ...owners.flatMap((owner) => [
      owner,
      ...flips
        .filter(({ ownerJurisdiction }) => ownerJurisdiction === owner)
        .map(
          ({ recordType, action, role, purpose, change, records: count, viewers }) =>
            `  ${change === 'CLOSES' ? 'closes' : 'opens'}  ${role}, ${purpose}  ${action} of ${recordType}: ${count} records (${viewers.join(', ')})`,
        ),
    ]),
    '',
  ].join('\n')
}
