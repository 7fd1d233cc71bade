import type { Level, Model } from './model.js'
import type { Comparison } from './score.js'
import type { Feature, Gate, Outcome, RecordScore } from './types.js'

export interface Decision {
  /** Null: not a match. */
  readonly outcome: Outcome | null
  readonly gates: readonly Gate[]
}

/** What stands beside the name. */
const BESIDE_NAME = ['dateOfBirth', 'certificateNumber', 'formerAgency'] as const satisfies Feature[]

/** Said beside a match that a gate holds back. No value of a record. */
export const GATE_SENTENCES: Readonly<Record<Gate, string>> = {
  NOTHING_CORROBORATES:
    'A name alone is never enough: no full date of birth, certificate number or former agency confirms it.',
  NAME_INCOMPLETE: 'The names do not agree well enough.',
  CONTRADICTION: 'A strong identifier contradicts.',
  MIDDLE_NAME_DIFFERS: 'The middle names differ, and only a former agency confirms the name.',
  COMMON_NAME: 'The name is a common one, and only a former agency confirms it.',
  LINKED_RECORD_CONTRADICTS: 'Another record of the same person contradicts.',
  SEVERAL_PERSONS: 'More than one person fits as well.',
}

function corroborations({ levels, unknownAgencies }: Comparison, model: Model): (typeof BESIDE_NAME)[number][] {
  return BESIDE_NAME.filter((feature) => {
    if (feature === 'formerAgency' && unknownAgencies > model.unknownAgencies) return false
    return levels[feature].corroborates === true
  })
}

export const contradicts = (levels: Readonly<Record<Feature, Level>>): boolean =>
  Object.values(levels).some((level) => level.contradicts === true)

function gatesOf(comparison: Comparison, confirmedBy: readonly Feature[]): Gate[] {
  const { given, family, middle, dateOfBirth } = comparison.levels
  const gates: Gate[] = []
  if (confirmedBy.length === 0) gates.push('NOTHING_CORROBORATES')
  if (!given.nameAgrees || !family.nameAgrees || (given.slip && family.slip)) gates.push('NAME_INCOMPLETE')
  if (contradicts(comparison.levels)) gates.push('CONTRADICTION')
  // Two officers of one name at one agency is common enough; of one birth date as well it is not.
  const byAgencyAlone = confirmedBy.every((feature) => feature === 'formerAgency')
  if (middle.verdict === 'DIFFER' && byAgencyAlone) gates.push('MIDDLE_NAME_DIFFERS')
  // A large department employs several James Smiths: a year of birth or a middle name tells them apart, the agency not.
  const toldApart = middle.verdict === 'AGREE' || dateOfBirth.verdict === 'AGREE'
  if (comparison.commonName && byAgencyAlone && !toldApart) gates.push('COMMON_NAME')
  return gates
}

const mayAgree = (level: Level): boolean => level.nameAgrees === true || level.mayAgree === true

/**
 * Namesakes, siblings, and people who share a given name. Something decisive, or half a name that differs, leaves a match
 * only where enough besides the name agrees: of one birth date, a common given name brings together far more people than
 * a common surname does.
 */
function isOtherPerson({ levels }: Comparison, confirmedBy: readonly Feature[]): boolean {
  const { given, family, middle } = levels
  const decided = Object.values(levels).some((level) => level.decisive === true)
  if (confirmedBy.length === 0) return decided || !mayAgree(given) || !mayAgree(family)
  if (!mayAgree(given) && !mayAgree(family)) return true
  if (confirmedBy.length > 1 || confirmedBy.includes('certificateNumber')) return false
  // Who changes the surname, by marriage or otherwise, keeps these three.
  const keptTheRest = given.verdict === 'AGREE' && middle.inFull === true && confirmedBy.includes('dateOfBirth')
  if (family.verdict === 'DIFFER') return !keptTheRest
  return given.verdict === 'DIFFER' && !confirmedBy.includes('dateOfBirth')
}

function neededBy({ levels }: Comparison, { thresholds }: Model): number {
  if (!levels.dateOfBirth.toTheDay) return thresholds.possible
  return levels.given.verdict === 'DIFFER' ? thresholds.possibleOtherGiven : thresholds.possibleToTheDay
}

/** LIKELY, POSSIBLE or none for one record, before other persons are looked at. */
export function decide(comparison: Comparison, model: Model): Decision {
  const points = comparison.total + model.prior
  const confirmedBy = corroborations(comparison, model)
  if (points < neededBy(comparison, model) || isOtherPerson(comparison, confirmedBy))
    return { outcome: null, gates: [] }
  const gates = gatesOf(comparison, confirmedBy)
  const likely = gates.length === 0 && points >= model.thresholds.likely
  return { outcome: likely ? 'LIKELY' : 'POSSIBLE', gates }
}

type Ranked = Pick<RecordScore, 'total' | 'gates'> & { readonly outcome: Outcome }

/**
 * At most one person is LIKELY: the best, if it leads the next by the model's margin. Persons of equal evidence are
 * POSSIBLE, all of them. `ranked` is best first, one entry a person.
 */
export function holdBackRivals<Match extends Ranked>(ranked: readonly Match[], model: Model): Match[] {
  const likely = ranked.filter(({ outcome }) => outcome === 'LIKELY')
  const [best, next] = likely
  if (!best || !next) return [...ranked]
  const winner = best.total - next.total >= model.lead ? best : null
  return ranked.map((match) =>
    match.outcome === 'LIKELY' && match !== winner
      ? { ...match, outcome: 'POSSIBLE', gates: [...match.gates, 'SEVERAL_PERSONS'] }
      : match,
  )
}
