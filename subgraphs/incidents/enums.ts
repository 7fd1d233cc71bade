import { INCIDENT_KINDS, NEXUS } from '../../policy/index.js'
import { enumOf } from '../kit/enum-of.js'
import { registerEnumType } from '../kit/graphql.js'
import {
  CAPACITIES,
  DISPOSITIONS,
  FAIR_PROCESS_BASES,
  GROUND_NATURES,
  NOTICES,
  ON_DUTY_BASES,
  OPPORTUNITIES,
} from './admission/index.js'

export const IncidentKindEnum = enumOf(INCIDENT_KINDS)
registerEnumType(IncidentKindEnum, { name: 'IncidentKind', description: 'What EO 13929 Sec. 3(a) and (b) name.' })

export const NexusEnum = enumOf(NEXUS)
registerEnumType(NexusEnum, {
  name: 'Nexus',
  description: 'Whether the matter is about force, about something else that Sec. 3(b) names, or not stated.',
})

export const NoticeEnum = enumOf(NOTICES)
registerEnumType(NoticeEnum, { name: 'Notice' })

export const OpportunityEnum = enumOf(OPPORTUNITIES)
registerEnumType(OpportunityEnum, {
  name: 'Opportunity',
  description:
    'What became of the opportunity to be heard. AFFORDED: given; the source does not say how it was used, or it still runs.',
})

export const FairProcessBasisEnum = enumOf(FAIR_PROCESS_BASES)
registerEnumType(FairProcessBasisEnum, {
  name: 'FairProcessBasis',
  description: 'What the statement that process was fair rests on.',
})

export const OnDutyBasisEnum = enumOf(ON_DUTY_BASES)
registerEnumType(OnDutyBasisEnum, {
  name: 'OnDutyBasis',
  description: 'Who determined that the conduct was on duty. AGENCY alone is refused.',
})

export const DispositionEnum = enumOf(DISPOSITIONS)
registerEnumType(DispositionEnum, {
  name: 'Disposition',
  description:
    "How a court's matter ended. DEFERRED, SETTLEMENT, INDEMNIFIED_PAYOUT and DISMISSED are no judgments and are refused.",
})

export const CapacityEnum = enumOf(CAPACITIES)
registerEnumType(CapacityEnum, {
  name: 'Capacity',
  description: 'In which capacity a civil judgment names the officer.',
})

export const GroundNatureEnum = enumOf(GROUND_NATURES)
registerEnumType(GroundNatureEnum, {
  name: 'GroundNature',
  description: 'What a termination or decertification was for. Only CAUSE is admitted.',
})

export const REVERSALS = ['OVERTURNED', 'VACATED'] as const
export const ReversalEnum = enumOf(REVERSALS)
registerEnumType(ReversalEnum, { name: 'Reversal' })
