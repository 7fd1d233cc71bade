import { addDays, bounds, dated, instant, UNDATED, type Day } from './dates.js'
import { nextId } from './demo-id.js'
import type { Directory } from './directory.js'
import { endSpell, separateUnderInvestigation } from './effects.js'
import { incidentRow, NO_COURT } from './instance.js'
import { processOf } from './due-process.js'
import { currentSpell, type RecordPlan } from './plans.js'
import type { Rng } from './rng.js'
import type { IncidentRow, SeparationLedgerRow } from './rows.js'
import { termsOf } from './terms.js'
import type { Touched } from './targets.js'

const RESPONSE_DAYS = 30
const POINTER_DAYS = 365

/** The pointer's first and last day: from the response, else thirty days after notice, for a year (rulings.md). */
export function pointerWindow(noticed: Day, responded: Day | null): { readonly from: Day; readonly until: Day } {
  const from = responded ?? addDays(noticed, RESPONSE_DAYS)
  return { from, until: addDays(from, POINTER_DAYS) }
}

/** How long ago the separation was: most pointers are live, some expired, some not open yet. */
function daysAgo(lapsed: boolean, rng: Rng): number {
  if (lapsed) return rng.int(470, 760)
  const draw = rng.next()
  if (draw < 0.6) return rng.int(60, 320)
  return draw < 0.85 ? rng.int(460, 700) : rng.int(6, 25)
}

/** Null where nobody of this record can have left under investigation. */
export function separation(
  record: RecordPlan,
  lapsed: boolean,
  directory: Directory,
  touched: Touched,
  today: Day,
  rng: Rng,
): IncidentRow | null {
  const spell = currentSpell(record)
  const terms = termsOf(record.jurisdiction)
  if (!spell || touched.has(record.id) || !terms.kinds.includes('SEPARATION_UNDER_INVESTIGATION')) return null
  const left = addDays(today, -daysAgo(lapsed, rng))
  const occurred = addDays(left, -rng.int(20, 120))
  if (occurred <= bounds(spell.start).latest) return null
  touched.add(record.id)
  const force = lapsed || rng.chance(0.88)
  separateUnderInvestigation(spell, left, force)
  const noticed = addDays(left, -rng.int(0, 5))
  const responded = rng.chance(0.5) && addDays(noticed, 25) < today ? addDays(noticed, rng.int(5, 25)) : null
  const stage = lapsed ? 'LAPSED' : 'SEPARATED_UNDER_INVESTIGATION'
  return incidentRow({
    id: nextId('Incident', rng),
    kind: 'SEPARATION_UNDER_INVESTIGATION',
    stage,
    record,
    agency: spell.agency,
    owner: spell.agency,
    decidingAuthority: directory.decidingAuthority(spell.agency),
    occurred: dated(occurred),
    decided: UNDATED,
    process: processOf('SEPARATION_UNDER_INVESTIGATION', stage, rng),
    court: NO_COURT,
    nexus: force ? 'FORCE' : 'OTHER_3B',
    groundCode: force ? 'INVESTIGATION_FORCE' : 'INVESTIGATION_OTHER',
    counterSigned: rng.chance(0.92),
    pointerAllowed: terms.pointers,
    pointer: pointerWindow(noticed, responded),
    statusRaw: 'Separated while under investigation',
    fileRef: `SYN-SUI-${rng.int(10_000, 99_999)}`,
    variant: rng.int(0, 99),
    today,
  })
}

/** The quarter before the one in which `day` lies, `back` quarters earlier: `2026-Q3`. */
export function quarter(day: Day, back: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const index = year * 4 + Math.floor((month - 1) / 3) - 1 - back
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`
}

/**
 * Separations under investigation that were not noticed yet: a number in the agency's ledger, and of the person nothing
 * but the end of a spell. `already`: the agencies of those in the cast. Agencies without any report zero.
 */
export function ledger(
  records: readonly RecordPlan[],
  already: readonly string[],
  wanted: number,
  touched: Touched,
  today: Day,
  rng: Rng,
): SeparationLedgerRow[] {
  const counts = new Map<string, number>()
  const agencies = new Set<string>(already)
  for (const agency of already) counts.set(agency, (counts.get(agency) ?? 0) + 1)
  for (const record of records) {
    const spell = currentSpell(record)
    if (!spell || !termsOf(record.jurisdiction).kinds.includes('SEPARATION_UNDER_INVESTIGATION')) continue
    agencies.add(spell.agency.id)
    const left = addDays(today, -rng.int(10, 80))
    const open = [...counts.values()].reduce((sum, count) => sum + count, 0) < wanted
    if (!open || touched.has(record.id) || bounds(spell.start).latest >= left || !rng.chance(0.1)) continue
    touched.add(record.id)
    endSpell(spell, left, 'RESIGNED', 'RESIGNATION')
    counts.set(spell.agency.id, (counts.get(spell.agency.id) ?? 0) + 1)
  }
  return [...agencies].sort().flatMap((agencyId) =>
    [0, 1].map((back) => ({
      id: nextId('SeparationLedger', rng),
      agencyId,
      period: quarter(today, back),
      count: back === 0 ? (counts.get(agencyId) ?? 0) : 0,
      recordedAt: instant(today),
    })),
  )
}
