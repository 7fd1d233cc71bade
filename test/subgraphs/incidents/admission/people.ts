import { epochDay } from '../../../../contract/clock.js'
import type { AdmissionInput, FairProcess } from '../../../../subgraphs/incidents/admission/index.js'
import type { IncidentKind } from '../../../../policy/types.js'

export const TODAY = epochDay(new Date('2026-03-02T00:00:00Z'))

export function day(text: string) {
  const at = epochDay(new Date(`${text}T00:00:00Z`))
  return { earliest: at, latest: at }
}

const heard: FairProcess = {
  notice: 'SERVED',
  noticedOn: day('2024-02-01'),
  opportunity: 'HEARD',
  respondedOn: day('2024-03-01'),
  authority: 'Commission of Marrow County',
  basis: 'DOCUMENTED',
  attestedBy: null,
}

const final: AdmissionInput = {
  kind: 'DECERTIFICATION',
  basis: 'RECORDED',
  statedStages: ['FINAL'],
  occurredOn: day('2023-11-05'),
  decidedOn: day('2024-05-20'),
  nexus: 'FORCE',
  decidingAuthority: 'agc_COMMISSION',
  fairProcess: heard,
  groundNature: 'UNKNOWN',
  disposition: 'NONE',
  onDutyBasis: 'NONE',
  capacity: 'NONE',
  proofOfService: false,
  investigationOpenAtSeparation: false,
  counterSigned: false,
  pointerAllowed: true,
}

/** One officer a kind, of whom everything is as it has to be. */
export const PEOPLE: Readonly<Record<IncidentKind, { who: string; input: AdmissionInput }>> = {
  EXCESSIVE_FORCE_FINDING: {
    who: 'Reyes, sustained after a hearing, time to appeal lapsed',
    input: { ...final, kind: 'EXCESSIVE_FORCE_FINDING' },
  },
  TERMINATION: {
    who: 'Okafor, dismissed for misconduct after a hearing, review final',
    input: { ...final, kind: 'TERMINATION', groundNature: 'CAUSE' },
  },
  DECERTIFICATION: {
    who: 'Lindqvist, decertified for cause by the commission',
    input: { ...final, kind: 'DECERTIFICATION', groundNature: 'CAUSE' },
  },
  CONVICTION_ON_DUTY: {
    who: 'Abara, convicted at trial of an offence that only an officer on duty can commit',
    input: { ...final, kind: 'CONVICTION_ON_DUTY', nexus: 'OTHER_3B', disposition: 'VERDICT', onDutyBasis: 'ELEMENT' },
  },
  CIVIL_JUDGMENT_FORCE: {
    who: 'Castellano, found liable in person by a jury',
    input: { ...final, kind: 'CIVIL_JUDGMENT_FORCE', disposition: 'VERDICT', capacity: 'INDIVIDUAL' },
  },
  SEPARATION_UNDER_INVESTIGATION: {
    who: 'Whitehorse, resigned while a force investigation was open, noticed, responded, counter-signed',
    input: {
      ...final,
      kind: 'SEPARATION_UNDER_INVESTIGATION',
      statedStages: ['SEPARATED_UNDER_INVESTIGATION'],
      occurredOn: day('2025-09-01'),
      decidedOn: null,
      fairProcess: { ...heard, noticedOn: day('2025-09-10'), opportunity: 'HEARD', respondedOn: day('2025-09-20') },
      investigationOpenAtSeparation: true,
      counterSigned: true,
    },
  },
}

export function fair(input: AdmissionInput, change: Partial<FairProcess>): Partial<AdmissionInput> {
  return { fairProcess: { ...input.fairProcess, ...change } }
}
