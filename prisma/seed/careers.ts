import { addDays, dated, toNumber, UNDATED, WORLD_DATE, type Day, type Precision } from './dates.js'
import { nextId } from './demo-id.js'
import type { SpellPlan } from './plans.js'
import type { Rng } from './rng.js'
import type { AgencyRow, EmploymentRow, Separation } from './rows.js'

const RANKS = [
  'Officer',
  'Officer',
  'Officer',
  'Senior Officer',
  'Corporal',
  'Detective',
  'Sergeant',
  'Lieutenant',
  'Captain',
] as const
const DEPUTY: Readonly<Record<string, string>> = { Officer: 'Deputy', 'Senior Officer': 'Senior Deputy' }

/** Raw reasons as the lists of several States write them, with what they map to. Half of the meaning is in the wording. */
const REASONS: readonly { readonly raw: string; readonly as: Separation; readonly share: number }[] = [
  { raw: 'RESIGNATION', as: 'RESIGNED', share: 52 },
  { raw: 'Resigned - other employment', as: 'RESIGNED', share: 14 },
  { raw: 'RETIRED', as: 'RETIRED', share: 12 },
  { raw: 'RESIGNATION/RETIREMENT IN LIEU OF TERMINATION', as: 'RESIGNED', share: 2 },
  { raw: 'DISCHARGE-PROBATIONARY', as: 'DISCHARGED', share: 4 },
  { raw: 'LAID-OFF', as: 'OTHER', share: 3 },
  { raw: 'MEDICAL', as: 'OTHER', share: 3 },
  { raw: 'CONTRACT ENDED', as: 'OTHER', share: 2 },
  { raw: 'Honorable', as: 'OTHER', share: 5 },
  { raw: 'DECEASED', as: 'OTHER', share: 1 },
  { raw: 'N/A', as: 'OTHER', share: 2 },
]

export function drawReason(rng: Rng): { raw: string; as: Separation } {
  let left = rng.next() * REASONS.reduce((sum, reason) => sum + reason.share, 0)
  const found = REASONS.find((reason) => (left -= reason.share) < 0)
  return found ?? { raw: 'RESIGNATION', as: 'RESIGNED' }
}

/** The code list a raw reason was written in. Texas retired its old one; spells that ended before keep it. */
export function codeSystemOf(jurisdiction: string, end: Day | null): { system: string; version: string } | null {
  if (end === null) return null
  if (jurisdiction === 'US-TX')
    return { system: 'TX-DEMO-SEPARATION', version: end < '2015-09-01' ? '2007 (retired 2015)' : '2015' }
  return { system: `${jurisdiction}-DEMO-SEPARATION`, version: '1' }
}

function classOf(agency: AgencyRow, rng: Rng): EmploymentRow['officerClass'] {
  if (agency.kind === 'CORRECTIONS') return 'CORRECTIONS'
  const draw = rng.next()
  if (draw < 0.06) return 'RESERVE'
  return agency.kind === 'SHERIFF' && draw < 0.18 ? 'CORRECTIONS' : 'SWORN'
}

function precisionOf(rng: Rng): Precision {
  const draw = rng.next()
  if (draw < 0.9) return 'DAY'
  return draw < 0.97 ? 'MONTH' : 'YEAR'
}

/** One spell in eight is written as forms have it: abbreviated, in capitals. Never another agency. */
function employerWritten(name: string, rng: Rng): string {
  const draw = rng.next()
  if (draw < 0.05) return name.toUpperCase()
  if (draw >= 0.125) return name
  return name
    .replace(/Police Department/, draw < 0.09 ? 'PD' : 'Police Dept.')
    .replace(/County Sheriff's Office/, draw < 0.09 ? "Co. Sheriff's Ofc." : 'County SO')
}

export interface CareerSpan {
  readonly employers: readonly AgencyRow[]
  readonly count: number
  readonly from: Day
  /** At WORLD_DATE the last spell goes on, more often than not; before it, it is over. */
  readonly until: Day
}

/** `count` spells one after the other within the span, each at another agency than the one before where there are two. */
export function planSpells({ employers, count, from, until }: CareerSpan, rng: Rng): SpellPlan[] {
  const weights = Array.from({ length: count }, () => 0.4 + rng.next())
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const days = toNumber(until) - toNumber(from)
  const spells: SpellPlan[] = []
  // A stream of its own: how an employer is written moves no date.
  const spelling = rng.fork(`spelling-${from}`)
  let start = from
  let previous: AgencyRow | null = null
  weights.forEach((weight, index) => {
    const length = Math.max(20, Math.floor((days * weight) / whole))
    const gap = rng.chance(0.5) ? rng.int(0, 15) : rng.int(0, Math.floor(length / 4))
    const others: readonly AgencyRow[] =
      employers.length > 1 ? employers.filter((agency) => agency !== previous) : employers
    const agency = rng.pick(others)
    previous = agency
    const goesOn = index === count - 1 && until === WORLD_DATE && rng.chance(0.68)
    const end = addDays(start, Math.max(10, length - gap))
    const reason = drawReason(rng)
    const rank = RANKS[Math.min(RANKS.length - 1, rng.int(0, 3 + index))] ?? 'Officer'
    spells.push({
      id: nextId('Employment', rng),
      agency,
      employerName: employerWritten(agency.name, spelling),
      start: dated(start, precisionOf(rng)),
      end: goesOn ? UNDATED : dated(end, precisionOf(rng)),
      ended: !goesOn,
      rank: agency.kind === 'SHERIFF' ? (DEPUTY[rank] ?? rank) : rank,
      officerClass: classOf(agency, rng),
      separation: goesOn ? 'NONE' : reason.as,
      separationRaw: goesOn ? null : reason.raw,
      investigationActive: goesOn ? 'NO' : rng.chance(0.9) ? 'NO' : 'UNKNOWN',
      investigationRelatesForce: goesOn ? 'NO' : 'UNKNOWN',
    })
    start = addDays(start, length)
  })
  return spells
}
