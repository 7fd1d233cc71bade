import { z } from 'zod'
import type { EpochDay } from '../../policy/index.js'
import { INCIDENT_KINDS, NEXUS, STAGES } from '../../policy/index.js'
import { partialDateText, shortText } from '../kit/input.js'
import {
  type AdmissionInput,
  CAPACITIES,
  DISPOSITIONS,
  FAIR_PROCESS_BASES,
  GROUND_NATURES,
  NOTICES,
  ON_DUTY_BASES,
  OPPORTUNITIES,
  spanOrNull,
} from './admission/index.js'

const id = z.string().regex(/^[a-z]{3}_[0-9A-Z]{26}$/, 'must be an id of the hub')
const optional = <T>(form: z.ZodType<T>) => form.nullish().transform((value): T | null => value ?? null)
/** Codes carry no free text: what a ground is in words is class P5 (rulings.md, Classes). */
const code = z
  .string()
  .regex(/^[A-Za-z0-9][\w.()/:-]{0,39}$/, 'must be a code of at most 40 letters, digits and . ( ) / : - _')
const RAW_MAX = 4_000

/** The form of `submitIncident(input:)`. What it says of fair process is the gate's to judge, not the form's. */
export function submissionForm(today: EpochDay) {
  const date = partialDateText(today)
  const optionalDate = optional(date)
  return z
    .object({
      officerId: optional(id),
      recordId: optional(id),
      agencyId: id,
      decidingAuthorityId: id,
      kind: z.enum(INCIDENT_KINDS),
      stages: z.array(z.enum(STAGES)).min(1, 'must name at least one stage').max(5, 'must name at most 5 stages'),
      occurredOn: optionalDate,
      decidedOn: optionalDate,
      nexus: z.enum(NEXUS),
      groundCode: code,
      groundCodeSystem: optional(code),
      groundCodeVersion: optional(code),
      groundNature: z
        .enum(GROUND_NATURES)
        .nullish()
        .transform((value) => value ?? 'UNKNOWN'),
      groundRaw: optional(shortText(RAW_MAX)),
      statusRaw: optional(shortText(200)),
      fairProcess: z.object({
        notice: z.enum(NOTICES),
        noticedOn: optionalDate,
        opportunity: z.enum(OPPORTUNITIES),
        respondedOn: optionalDate,
        authority: shortText(200),
        basis: z.enum(FAIR_PROCESS_BASES),
        attestedBy: optional(shortText(200)),
      }),
      disposition: z
        .enum(DISPOSITIONS)
        .nullish()
        .transform((value) => value ?? 'NONE'),
      onDutyBasis: z
        .enum(ON_DUTY_BASES)
        .nullish()
        .transform((value) => value ?? 'NONE'),
      capacity: z
        .enum(CAPACITIES)
        .nullish()
        .transform((value) => value ?? 'NONE'),
      proofOfService: z
        .boolean()
        .nullish()
        .transform((value) => value ?? false),
      investigationOpenAtSeparation: z
        .boolean()
        .nullish()
        .transform((value) => value ?? false),
      counterSignature: optional(z.object({ authorityId: id, documentReference: shortText(200), signedOn: date })),
      pointerAllowed: z
        .boolean()
        .nullish()
        .transform((value) => value ?? false),
      contact: optional(shortText(200)),
      fileRef: optional(shortText(100)),
      outcomeOf: optional(id),
    })
    .refine((input) => (input.officerId === null) !== (input.recordId === null), {
      path: ['officerId'],
      message: 'name the officer by either officerId or recordId',
    })
    .refine((input) => input.decidedOn !== null || input.kind === 'SEPARATION_UNDER_INVESTIGATION', {
      path: ['decidedOn'],
      message: 'must say when it was decided',
    })
}

export type Submission = z.output<ReturnType<typeof submissionForm>>

/** What the admission gate asks, of a submission. */
export function toAdmissionInput(submission: Submission): AdmissionInput {
  const { fairProcess, counterSignature } = submission
  return {
    kind: submission.kind,
    basis: 'RECORDED',
    statedStages: submission.stages,
    occurredOn: spanOrNull(submission.occurredOn),
    decidedOn: spanOrNull(submission.decidedOn),
    nexus: submission.nexus,
    decidingAuthority: submission.decidingAuthorityId,
    fairProcess: {
      ...fairProcess,
      noticedOn: spanOrNull(fairProcess.noticedOn),
      respondedOn: spanOrNull(fairProcess.respondedOn),
    },
    groundNature: submission.groundNature,
    disposition: submission.disposition,
    onDutyBasis: submission.onDutyBasis,
    capacity: submission.capacity,
    proofOfService: submission.proofOfService,
    investigationOpenAtSeparation: submission.investigationOpenAtSeparation,
    // Somebody else's signature counter-signs nothing.
    counterSigned: counterSignature !== null && counterSignature.authorityId === submission.decidingAuthorityId,
    pointerAllowed: submission.pointerAllowed,
  }
}
