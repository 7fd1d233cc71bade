import { epochDay, FAR_FUTURE, FAR_PAST } from '../../../contract/clock.js'
import type { AdmissionBasis, EpochDay, IncidentKind, Stage } from '../../../policy/types.js'
import { civilJudgmentForce } from './civil-judgment-force.js'
import { convictionOnDuty } from './conviction-on-duty.js'
import { decertification } from './decertification.js'
import { excessiveForceFinding } from './excessive-force-finding.js'
import { fairProcess } from './fair-process.js'
import type { AdmissionCode, AdmissionInput, DaySpan, KindRule, Requirement } from './input.js'
import { mostProtective } from './protective-stage.js'
import { POINTER_DAYS, pointerFrom, separationUnderInvestigation } from './separation-under-investigation.js'
import { type AdmittedAs, standing } from './stage-requirement.js'
import { termination } from './termination.js'

/** Facts that admission decides; they are written with the row. */
export interface Admission {
  readonly admitted: true
  readonly as: AdmittedAs
  readonly basis: Exclude<AdmissionBasis, 'NONE'>
  readonly stage: Stage
  readonly subjectNoticed: true
  readonly counterSigned: boolean
  readonly pointerAllowed: boolean
  readonly decidedEarliest: EpochDay
  readonly decidedLatest: EpochDay
  readonly validFrom: EpochDay
  readonly validUntil: EpochDay
}

export interface Refusal {
  readonly admitted: false
  /** The first of `unmet`. */
  readonly code: AdmissionCode
  /** Everything that is missing, so that a submitter learns it at once. */
  readonly unmet: readonly AdmissionCode[]
  /** The stage in which its owner may keep it for itself. */
  readonly stage: Stage
}

export const KIND_RULES: Readonly<Record<IncidentKind, KindRule>> = {
  EXCESSIVE_FORCE_FINDING: excessiveForceFinding,
  TERMINATION: termination,
  DECERTIFICATION: decertification,
  CONVICTION_ON_DUTY: convictionOnDuty,
  CIVIL_JUDGMENT_FORCE: civilJudgmentForce,
  SEPARATION_UNDER_INVESTIGATION: separationUnderInvestigation,
}

const NO_DAY: DaySpan = { earliest: epochDay(FAR_PAST), latest: epochDay(FAR_FUTURE) }

/**
 * The admission gate of EO 13929 Sec. 3(b), last sentence: what has passed it may leave its owner as its stage and the
 * policies allow; what has not is its owner's alone. Every import and every submission goes through here.
 */
export function admit(input: AdmissionInput, today: EpochDay): Admission | Refusal {
  const stage = mostProtective(input.statedStages)
  const stands = standing(input.kind, stage)
  const rule = KIND_RULES[input.kind]
  const requirements = [...dates(today), ...rule.requirements, ...fairProcess(rule.opportunities), ...unexpired(today)]
  const unmet = new Set(
    requirements.filter((requirement) => !requirement.met(input)).map((requirement) => requirement.code),
  )
  if ('refused' in stands) unmet.add(stands.refused)
  const [code] = unmet
  if (code !== undefined || 'refused' in stands) {
    return { admitted: false, code: code ?? 'ADMISSION_NOT_FINAL', unmet: [...unmet], stage }
  }
  const { earliest, latest } = input.decidedOn ?? NO_DAY
  return {
    admitted: true,
    as: stands.as,
    basis: input.basis,
    stage,
    subjectNoticed: true,
    counterSigned: input.counterSigned,
    pointerAllowed: stands.as !== 'INSTANCE' && input.pointerAllowed,
    decidedEarliest: earliest,
    decidedLatest: latest,
    ...window(input),
  }
}

/** A separation pointer has a first and a last day; everything else leaves its owner from the day it is admitted. */
function window(input: AdmissionInput): { validFrom: EpochDay; validUntil: EpochDay } {
  const from = input.kind === 'SEPARATION_UNDER_INVESTIGATION' ? pointerFrom(input) : null
  return from === null
    ? { validFrom: NO_DAY.earliest, validUntil: NO_DAY.latest }
    : { validFrom: from, validUntil: from + POINTER_DAYS }
}

function dates(today: EpochDay): readonly Requirement[] {
  return [
    { code: 'DATE_IN_FUTURE', met: (input) => datesOf(input).every((span) => span.earliest <= today) },
    {
      code: 'ADMISSION_DATES_CONTRADICT',
      met: ({ occurredOn, decidedOn }) =>
        occurredOn === null || decidedOn === null || occurredOn.earliest <= decidedOn.latest,
    },
  ]
}

function datesOf({
  occurredOn,
  decidedOn,
  fairProcess: { noticedOn, respondedOn },
}: AdmissionInput): readonly DaySpan[] {
  return [occurredOn, decidedOn, noticedOn, respondedOn].filter((span) => span !== null)
}

function unexpired(today: EpochDay): readonly Requirement[] {
  return [{ code: 'ADMISSION_LAPSED', met: (input) => today < window(input).validUntil }]
}
