import { ID_PREFIX } from '../../../contract/ids.js'
import { normalizeAgency } from './agency-name.js'
import { partialDate, readDate, type KnownDate } from './dates.js'
import type { Spell } from './features/former-agency.js'
import { LIMITS } from './model.js'
import { normalizeNames, type NormalName } from './normalize.js'
import type { Candidate, CandidateCertificate, MatchableRecord, NameParts, RecordCertificate } from './types.js'

/** Either side of a comparison in comparable form, and bounded. */
export interface Prepared<Certificate> {
  readonly names: readonly NormalName[]
  readonly birth: KnownDate | null
  readonly certificates: readonly Certificate[]
  readonly spells: readonly Spell[]
}

export type PreparedCandidate = Prepared<CandidateCertificate>
export type PreparedRecord = Prepared<RecordCertificate>

/** What blocking keys are made of. */
export type KeyedRecord = Pick<MatchableRecord, 'names' | 'aliases' | 'birthDate' | 'birthPrecision' | 'certificates'>

/** Whoever knows the hub's id of an agency may write it in the place of the name. */
const hubId = (agency: string): string | null => (agency.startsWith(`${ID_PREFIX.Agency}_`) ? agency : null)

const NAMELESS: NameParts = { given: '', middle: null, family: '', suffix: null }

export function candidateNames(
  candidate: Pick<Candidate, 'givenName' | 'middleName' | 'familyName' | 'suffix' | 'otherNames'>,
): NormalName[] {
  const { givenName: given, middleName: middle, familyName: family, suffix } = candidate
  return normalizeNames({ given, middle, family, suffix }, candidate.otherNames, LIMITS.names)
}

export function recordNames(record: KeyedRecord): NormalName[] {
  const [first = NAMELESS, ...others] = [...record.names, ...record.aliases]
  return normalizeNames(first, others, LIMITS.names)
}

export function recordBirth(record: KeyedRecord): KnownDate | null {
  return readDate(partialDate(record.birthDate, record.birthPrecision))
}

export function prepareCandidate(candidate: Candidate): PreparedCandidate {
  return {
    names: candidateNames(candidate),
    birth: readDate(candidate.dateOfBirth),
    certificates: candidate.certificates.slice(0, LIMITS.certificates),
    spells: candidate.formerEmployers.slice(0, LIMITS.employers).map((claim) => ({
      agencyId: claim.agencyId ?? hubId(claim.agency),
      agency: normalizeAgency(claim.agency),
      from: readDate(claim.from),
      to: readDate(claim.to),
    })),
  }
}

export function prepareRecord(record: MatchableRecord): PreparedRecord {
  const spells = record.employments.map(({ agencyId, agencyName, start, end }) => ({
    agencyId,
    agency: normalizeAgency(agencyName),
    from: readDate(start),
    to: readDate(end),
  }))
  const listed = record.listedAgencies.map(({ agencyId, agencyName }) => ({
    agencyId,
    agency: normalizeAgency(agencyName),
    from: null,
    to: null,
  }))
  return {
    names: recordNames(record),
    birth: recordBirth(record),
    certificates: record.certificates.slice(0, LIMITS.certificates),
    spells: [...spells, ...listed].slice(0, LIMITS.employments),
  }
}
