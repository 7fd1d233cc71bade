import type { AdmissionInput, Opportunity, Requirement } from './input.js'

/**
 * EO 13929 Sec. 3(b), last sentence, as rulings.md reads it: opportunity, not exhausted appeals. `accepted` are the
 * uses of the opportunity that the kind counts.
 */
export function fairProcess(accepted: readonly Opportunity[]): readonly Requirement[] {
  return [
    {
      code: 'ADMISSION_NO_DECIDING_AUTHORITY',
      met: (input) => input.decidingAuthority !== 'NONE' && input.decidingAuthority !== '',
    },
    {
      code: 'ADMISSION_NO_FAIR_PROCESS',
      met: (input) =>
        input.fairProcess.notice === 'SERVED' &&
        !noticedAfterDecision(input) &&
        opportunityCounts(input, accepted) &&
        input.fairProcess.basis !== 'NONE' &&
        input.fairProcess.authority.trim() !== '',
    },
    { code: 'ADMISSION_UNATTESTED', met: (input) => !needsAttestation(input) || attested(input) },
  ]
}

/** A list that is vouched for as a whole does not tell how each officer used the opportunity; a record does. */
function opportunityCounts(
  { basis, fairProcess: { opportunity } }: AdmissionInput,
  accepted: readonly Opportunity[],
): boolean {
  return accepted.includes(opportunity) || (basis === 'SOURCE_ATTESTED' && opportunity === 'AFFORDED')
}

/** Notice that certainly came after the decision gave no opportunity. */
function noticedAfterDecision({ fairProcess: { noticedOn }, decidedOn }: AdmissionInput): boolean {
  return noticedOn !== null && decidedOn !== null && noticedOn.earliest > decidedOn.latest
}

function needsAttestation({ basis, fairProcess: { basis: restsOn } }: AdmissionInput): boolean {
  return basis === 'SOURCE_ATTESTED' || restsOn === 'OWNER_ATTESTED'
}

function attested({ fairProcess: { attestedBy } }: AdmissionInput): boolean {
  return attestedBy !== null && attestedBy.trim() !== ''
}
