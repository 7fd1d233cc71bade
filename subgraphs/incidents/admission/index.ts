export { admit, type Admission, type Refusal } from './admit.js'
export { daySpan, type PartialDay, spanOrNull } from './day-span.js'
export type {
  AdmissionCode,
  AdmissionInput,
  Capacity,
  DaySpan,
  Disposition,
  FairProcess,
  FairProcessBasis,
  GroundNature,
  Notice,
  OnDutyBasis,
  Opportunity,
} from './input.js'
export {
  CAPACITIES,
  DISPOSITIONS,
  FAIR_PROCESS_BASES,
  GROUND_NATURES,
  NOTICES,
  ON_DUTY_BASES,
  OPPORTUNITIES,
} from './input.js'
export { mostProtective } from './protective-stage.js'
export type { AdmittedAs } from './stage-requirement.js'
