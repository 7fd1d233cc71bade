import { epochDay } from '../../contract/clock.js'
import type { Nexus, Stage } from '../../policy/types.js'
import { admit, type AdmissionCode, type DaySpan } from '../../subgraphs/incidents/admission/index.js'
import type { IsoDate } from './plan.js'

/** What a row of a list says that the gate asks about. */
export interface ListedMatter {
  /** Everything that list, status and doubts assert of the stage; the gate takes the most protective. */
  readonly statedStages: readonly Stage[]
  readonly decidedOn: IsoDate | null
  readonly nexus: Nexus
  readonly groundNature: 'CAUSE' | 'TRAINING_LAPSE' | 'UNKNOWN'
}

export interface ListAdmission {
  readonly stage: Stage
  readonly as: 'INSTANCE' | 'CERTIFICATE_STATUS' | 'OWNER_ONLY'
  /** Empty if admitted. */
  readonly unmet: readonly AdmissionCode[]
}

function daySpan(date: IsoDate | null): DaySpan | null {
  if (date === null) return null
  const day = epochDay(new Date(date))
  return { earliest: day, latest: day }
}

/**
 * The same gate as a submission's, on the basis of the owner's attestation of the whole list: notice and opportunity are
 * what it attests of each finalized row (rulings.md, Due process). What the gate refuses stays with its owner.
 */
export function admitListed(matter: ListedMatter, authority: string, now: Date): ListAdmission {
  const answer = admit(
    {
      kind: 'DECERTIFICATION',
      basis: 'SOURCE_ATTESTED',
      statedStages: matter.statedStages,
      occurredOn: null,
      decidedOn: daySpan(matter.decidedOn),
      nexus: matter.nexus,
      decidingAuthority: authority,
      fairProcess: {
        notice: 'SERVED',
        noticedOn: null,
        opportunity: 'AFFORDED',
        respondedOn: null,
        authority,
        basis: 'OWNER_ATTESTED',
        attestedBy: authority,
      },
      groundNature: matter.groundNature,
      disposition: 'NONE',
      onDutyBasis: 'NONE',
      capacity: 'NONE',
      proofOfService: false,
      investigationOpenAtSeparation: false,
      counterSigned: false,
      pointerAllowed: true,
    },
    epochDay(now),
  )
  if (!answer.admitted) return { stage: answer.stage, as: 'OWNER_ONLY', unmet: answer.unmet }
  return { stage: answer.stage, as: answer.as === 'INSTANCE' ? 'INSTANCE' : 'CERTIFICATE_STATUS', unmet: [] }
}
