import type { IncidentKind, Stage } from '../../policy/types.js'
import { addDays, bounds, dated, earlier, toNumber, UNDATED, WORLD_DATE, type Dated, type Day } from './dates.js'
import type { Directory } from './directory.js'
import { currentSpell, lastSpell, type RecordPlan, type SpellPlan } from './plans.js'
import type { Rng } from './rng.js'
import type { AgencyRow } from './rows.js'
import { isDecided } from './stage-plan.js'
import { termsOf } from './terms.js'

/** About whom, where and when an instance is. */
export interface Subject {
  readonly record: RecordPlan
  readonly agency: AgencyRow
  readonly occurred: Dated
  readonly decided: Dated
}

/** The spell that the instance arose in. */
export interface Target extends Subject {
  readonly spell: SpellPlan
}

type Found = Pick<Target, 'spell' | 'occurred' | 'decided'>

/** Records whose last spell or certificate some instance has already changed. */
export type Touched = Set<string>

const MIN_SERVICE = 300

const started = (spell: SpellPlan): Day => bounds(spell.start).latest
const finished = (spell: SpellPlan): Day => (spell.ended ? earlier(bounds(spell.end).earliest, WORLD_DATE) : WORLD_DATE)
const served = (spell: SpellPlan): number => toNumber(finished(spell)) - toNumber(started(spell))

/** Ends the last spell so that the certificate can be taken away after it. */
function forDecertification(record: RecordPlan, recent: boolean, today: Day, rng: Rng): Found | null {
  const spell = lastSpell(record)
  const issued = record.certificates[0]?.history[0]?.on
  if (!spell || !issued || served(spell) < MIN_SERVICE) return null
  if (recent) {
    const decided = addDays(today, -rng.int(20, 220))
    const occurred = addDays(decided, -rng.int(60, 280))
    return spell.ended || occurred <= started(spell) || bounds(issued).latest >= decided
      ? null
      : { spell, occurred: dated(occurred), decided: dated(decided) }
  }
  const left = spell.ended ? finished(spell) : addDays(started(spell), rng.int(200, served(spell) - 60))
  const decided = earlier(addDays(left, rng.int(15, 420)), addDays(WORLD_DATE, -5))
  if (decided <= left || bounds(issued).latest >= decided) return null
  return { spell, occurred: dated(addDays(left, -rng.int(5, 180))), decided: dated(decided) }
}

function whileServing(spell: SpellPlan, stage: Stage, rng: Rng): Omit<Found, 'spell'> | null {
  if (served(spell) < MIN_SERVICE) return null
  const occurred = addDays(started(spell), rng.int(30, served(spell) - 200))
  const decided = addDays(occurred, rng.int(60, 190))
  const precision = rng.chance(0.92) ? 'DAY' : rng.pick(['MONTH', 'YEAR'] as const)
  // A decision known by its year must not seem to lie before what it decides about.
  return {
    occurred: dated(occurred, precision === 'DAY' ? 'DAY' : 'YEAR'),
    decided: stage === 'HELD' && rng.chance(0.3) ? dated('2031-07-01') : dated(decided, precision),
  }
}

function recently(spell: SpellPlan | null, stage: Stage, today: Day, rng: Rng): Found | null {
  if (!spell) return null
  const decided = addDays(today, -rng.int(5, 150))
  const occurred = addDays(decided, -rng.int(40, 300))
  if (occurred <= started(spell)) return null
  return { spell, occurred: dated(occurred), decided: isDecided(stage) ? dated(decided) : UNDATED }
}

/** Discharged at the end of a spell; the decision is the day of the discharge. */
function forTermination(record: RecordPlan, touched: Touched, rng: Rng): Found | null {
  const over = record.spells.filter(
    (spell) => spell.ended && spell.end.precision === 'DAY' && served(spell) >= MIN_SERVICE && !touched.has(spell.id),
  )
  if (over.length === 0) return null
  const spell = rng.pick(over)
  touched.add(spell.id)
  return { spell, occurred: dated(addDays(finished(spell), -rng.int(30, 200))), decided: spell.end }
}

export interface Wanted {
  readonly kind: IncidentKind
  readonly stage: Stage
  readonly time: 'HISTORY' | 'RECENT'
}

/** Null where this record cannot be the subject of such an instance. */
export function targetIn(
  record: RecordPlan,
  { kind, stage, time }: Wanted,
  directory: Directory,
  touched: Touched,
  today: Day,
  rng: Rng,
): Target | null {
  if (!termsOf(record.jurisdiction).kinds.includes(kind)) return null
  if ((kind === 'CONVICTION_ON_DUTY' || kind === 'CIVIL_JUDGMENT_FORCE') && !directory.court(record.jurisdiction))
    return null
  const changes = kind === 'DECERTIFICATION' && (time === 'HISTORY' || stage === 'EFFECTIVE_UNDER_APPEAL')
  if ((changes || time === 'RECENT') && touched.has(record.id)) return null
  const found = ((): Found | null => {
    if (changes) return forDecertification(record, time === 'RECENT', today, rng)
    if (time === 'RECENT') return recently(currentSpell(record), stage, today, rng)
    if (kind === 'TERMINATION' && (stage === 'FINAL' || stage === 'MODIFIED'))
      return forTermination(record, touched, rng)
    if (record.spells.length === 0) return null
    const spell = rng.pick(record.spells)
    const dates = whileServing(spell, stage, rng)
    return dates && { spell, ...dates }
  })()
  if (!found) return null
  if (changes) touched.add(record.id)
  return { record, agency: found.spell.agency, ...found }
}
