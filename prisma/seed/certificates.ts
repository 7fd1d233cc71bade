import { addDays, bounds, dated, toNumber, WORLD_DATE, type Day } from './dates.js'
import { nextId } from './demo-id.js'
import type { Directory } from './directory.js'
import type { CertificatePlan, RecordPlan, StatusPlan } from './plans.js'
import type { Rng } from './rng.js'

const RAW = {
  ACTIVE: 'Active',
  INACTIVE: 'Inactive - not employed',
  EXPIRED: 'Lapsed: in-service hours not completed',
} as const

/** Some commissions number from one upwards without a prefix, so one number exists in several States. */
function numberOf(jurisdiction: string, rng: Rng): string {
  const digits = String(rng.int(100_000, 999_999))
  const state = jurisdiction.slice(3)
  return state < 'N' ? digits : `${state}-${digits}`
}

function issuedOn(record: Pick<RecordPlan, 'spells' | 'birth'>, rng: Rng): Day {
  const first = record.spells[0]?.start
  if (first) return addDays(bounds(first).earliest, rng.int(0, 120))
  return addDays(WORLD_DATE, -rng.int(400, 6_000))
}

/** In force while employed; afterwards inactive, or lapsed for missed training, which is no decertification for cause. */
function historyOf(record: Pick<RecordPlan, 'spells' | 'birth'>, rng: Rng): StatusPlan[] {
  const issued = issuedOn(record, rng)
  const history: StatusPlan[] = [{ status: 'ACTIVE', raw: RAW.ACTIVE, on: dated(issued), stage: 'NONE' }]
  const last = record.spells.at(-1)
  if (!last?.ended) return history
  const over = addDays(bounds(last.end).latest, 1)
  if (over > issued) history.push({ status: 'INACTIVE', raw: RAW.INACTIVE, on: dated(over), stage: 'NONE' })
  const lapsed = addDays(over, 730)
  if (toNumber(lapsed) < toNumber(WORLD_DATE) && lapsed > issued && rng.chance(0.35)) {
    history.push({ status: 'EXPIRED', raw: RAW.EXPIRED, on: dated(lapsed), stage: 'NONE' })
  }
  return history
}

/** What the jurisdiction's commission certifies; nobody where it has none. Numbers are made unique afterwards. */
export function planCertificates(
  record: Pick<RecordPlan, 'spells' | 'birth' | 'jurisdiction'>,
  directory: Directory,
  rng: Rng,
): CertificatePlan[] {
  const commission = directory.commission(record.jurisdiction)
  if (!commission || rng.chance(0.03)) return []
  const jail = record.spells.length > 0 && record.spells.every((spell) => spell.officerClass === 'CORRECTIONS')
  const certificate = (
    certificateClass: CertificatePlan['certificateClass'],
    history: StatusPlan[],
  ): CertificatePlan => ({
    id: nextId('Certification', rng),
    authority: commission.id,
    number: numberOf(record.jurisdiction, rng),
    certificateClass,
    history,
    admitted: true,
    pointerAllowed: false,
  })
  const first = certificate(jail ? 'JAIL' : 'LAW_ENFORCEMENT', historyOf(record, rng))
  return rng.chance(0.04) ? [first, certificate('RESERVE', historyOf(record, rng))] : [first]
}
