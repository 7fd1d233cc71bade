import { bestNamePair } from './best-names.js'
import { compareCertificates } from './features/certificate.js'
import { compareDateOfBirth } from './features/date-of-birth.js'
import { compareFormerAgencies } from './features/former-agency.js'
import type { Level, Model } from './model.js'
import type { PreparedCandidate, PreparedRecord } from './prepare.js'
import { RARITY_BOUND } from './rarity.js'
import type { Explanation, Feature, Profile } from './types.js'

/** The comparison of a candidate with one record, feature by feature. */
export interface Comparison {
  readonly explanations: readonly Explanation[]
  /** The rows of the model that were met. */
  readonly levels: Readonly<Record<Feature, Level>>
  /** Claimed former agencies that the source does not know. */
  readonly unknownAgencies: number
  readonly total: number
  /** Given name and surname are each of the most common ones, so that one agency may have several people of both. */
  readonly commonName: boolean
}

/** One bit less for each doubling of the agencies that were tried in vain, never below nothing. */
function discounted(points: number, unknown: number): number {
  return points <= 0 ? points : Math.max(0, points - Math.floor(Math.log2(1 + unknown)))
}

export function compare(
  candidate: PreparedCandidate,
  record: PreparedRecord,
  model: Model,
  profile: Profile = 'STRICT',
): Comparison {
  const { found: names, points: namePoints, isCommon } = bestNamePair(candidate.names, record.names, model)
  const agencies = compareFormerAgencies(candidate.spells, record.spells)
  const found = {
    given: names.given,
    middle: names.middle,
    family: names.family,
    suffix: names.suffix,
    dateOfBirth: compareDateOfBirth(candidate.birth, record.birth, profile),
    certificateNumber: compareCertificates(candidate.certificates, record.certificates),
    formerAgency: agencies.level,
  } as const
  const levels: Record<Feature, Level> = {
    given: model.levels.given[found.given],
    middle: model.levels.middle[found.middle],
    family: model.levels.family[found.family],
    suffix: model.levels.suffix[found.suffix],
    dateOfBirth: model.levels.dateOfBirth[found.dateOfBirth],
    certificateNumber: model.levels.certificateNumber[found.certificateNumber],
    formerAgency: model.levels.formerAgency[found.formerAgency],
  }
  const explanations = (Object.keys(levels) as Feature[]).map((feature): Explanation => {
    const { verdict, points, detail } = levels[feature]
    const score =
      feature in namePoints
        ? namePoints[feature as keyof typeof namePoints]
        : feature === 'formerAgency'
          ? discounted(points, agencies.unknown)
          : points
    return { feature, verdict, level: found[feature], weight: fullWeight(model, feature), score, detail }
  })
  const total = explanations.reduce((sum, { score }) => sum + score, 0)
  return { explanations, levels, unknownAgencies: agencies.unknown, total, commonName: isCommon }
}

/** Of names, the rarest: what agreement gives for a common one is less. */
function fullWeight(model: Model, feature: Feature): number {
  const most = Math.max(...Object.values<Level>(model.levels[feature]).map(({ points }) => points))
  return feature === 'given' || feature === 'family' ? most + RARITY_BOUND : most
}

/** Points to 0..1, four decimals. */
export function logistic(points: number): number {
  return Math.round(1e4 / (1 + 2 ** -points)) / 1e4
}
