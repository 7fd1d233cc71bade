import type { GeneratedPerson } from '../../prisma/seed/population/index.js'
import type { Candidate, MatchableRecord } from '../../subgraphs/officers/matching/index.js'

/** As a source holds the person: name and full date of birth, no number, no employment. */
export function recordOf({ id, given, middle, family, suffix, born }: GeneratedPerson): MatchableRecord {
  return {
    recordId: `idr_${id}`,
    officerId: `off_${id}`,
    ownerJurisdiction: 'US-XA',
    names: [{ given, middle, family, suffix }],
    aliases: [],
    birthDate: born,
    birthPrecision: 'DAY',
    certificates: [],
    employments: [],
    listedAgencies: [],
  }
}

/** What a hiring desk has: given, middle and family name, suffix, date of birth. */
export function candidateOf({ given, middle, family, suffix, born }: GeneratedPerson): Candidate {
  return {
    givenName: given,
    middleName: middle,
    familyName: family,
    suffix,
    otherNames: [],
    dateOfBirth: { value: born, precision: 'DAY' },
    certificates: [],
    formerEmployers: [],
  }
}
