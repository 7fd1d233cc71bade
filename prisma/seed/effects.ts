import type { Stage } from '../../policy/types.js'
import { addDays, bounds, dated, earlier, WORLD_DATE, type Day } from './dates.js'
import type { RecordPlan, SpellPlan, StatusPlan } from './plans.js'
import type { Rng } from './rng.js'
import { termsOf } from './terms.js'

/** What an instance does to the rest of a person's record: a roster must not contradict the decisions about it. */
export function endSpell(spell: SpellPlan, on: Day, separation: SpellPlan['separation'], raw: string): void {
  spell.end = dated(on)
  spell.ended = true
  spell.separation = separation
  spell.separationRaw = raw
  spell.investigationActive = 'UNKNOWN'
  spell.investigationRelatesForce = 'UNKNOWN'
}

export function separateUnderInvestigation(spell: SpellPlan, on: Day, relatesToForce: boolean): void {
  endSpell(spell, on, 'RESIGNED', 'RESIGNED WHILE UNDER INVESTIGATION')
  spell.investigationActive = 'YES'
  spell.investigationRelatesForce = relatesToForce ? 'YES' : 'NO'
}

function change(record: RecordPlan, decided: Day, more: readonly StatusPlan[]): void {
  for (const certificate of record.certificates) {
    const before = certificate.history.filter(({ on }) => bounds(on).latest < decided)
    certificate.history.splice(0, certificate.history.length, ...before, ...more)
  }
}

/** Decertified for cause and final: revoked or surrendered, now and then reinstated later. */
export function revoke(record: RecordPlan, decided: Day, rng: Rng): void {
  const surrendered = rng.chance(0.15)
  const status: StatusPlan = {
    status: surrendered ? 'SURRENDERED' : 'REVOKED',
    raw: surrendered ? 'Surrendered in lieu' : 'Finalized',
    on: dated(decided),
    stage: 'FINAL',
  }
  const again = addDays(decided, rng.int(500, 2_500))
  const reinstated: StatusPlan = {
    status: 'REINSTATED',
    raw: 'Reinstated by the commission',
    on: dated(again),
    stage: 'FINAL',
  }
  change(record, decided, again < WORLD_DATE && rng.chance(0.2) ? [status, reinstated] : [status])
}

/** The order is in effect and under appeal: others learn the status, where the owner's law lets them, and no ground. */
export function suspendUnderAppeal(record: RecordPlan, decided: Day): void {
  const raw = 'Not currently valid; under appeal; contact source'
  change(record, decided, [{ status: 'NOT_CURRENTLY_VALID', raw, on: dated(decided), stage: 'EFFECTIVE_UNDER_APPEAL' }])
  for (const certificate of record.certificates) certificate.pointerAllowed = termsOf(record.jurisdiction).pointers
}

export function hold(record: RecordPlan, decided: Day, raw: string): void {
  change(record, decided, [{ status: 'HELD', raw, on: dated(decided), stage: 'HELD' }])
  for (const certificate of record.certificates) certificate.admitted = false
}

/** A revocation that did not last: the history keeps it, behind the stage of its decision. */
export function reverse(record: RecordPlan, decided: Day, stage: Stage): void {
  const restored = earlier(addDays(decided, 120), WORLD_DATE)
  change(record, decided, [
    { status: 'REVOKED', raw: 'Revoked', on: dated(decided), stage },
    { status: 'ACTIVE', raw: 'Active', on: dated(restored), stage: 'NONE' },
  ])
}
