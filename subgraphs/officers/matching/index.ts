/** Is this the same person? Pure functions over what is passed in; see model.ts for what counts how much. */
export {
  compareAgencies,
  normalizeAgency,
  sameAgencyName,
  type AgencyKind,
  type AgencyLikeness,
  type NormalAgency,
} from './agency-name.js'
export { candidateDigestInput } from './digest.js'
export { type AskedKey, KEYS_VERSION, keysForCandidate, keysForRecord, questionsFor } from './keys.js'
export { matchCandidate, scoreRecord } from './match.js'
export { MODEL, type Model } from './model.js'
export { normalizeName } from './normalize.js'
export { GATE_SENTENCES } from './outcome.js'
export type { KeyedRecord } from './prepare.js'
export { PROFILES } from './types.js'
export type * from './types.js'
