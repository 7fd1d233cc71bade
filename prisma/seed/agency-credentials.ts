import { addDays, instant, WORLD_DATE, type Day } from './dates.js'
import { nextId } from './demo-id.js'
import type { Rng } from './rng.js'
import type { AgencyCredentialRow, AgencyRow } from './rows.js'

const STANDARDS = ['Demonstration Standard on the Use of Force', 'Demonstration Standard for Agencies'] as const
/** A credential stands for 36 months (domain.md 4). */
const MONTHS_36 = 1_095
const EMPLOYERS = ['POLICE', 'SHERIFF', 'STATE_POLICE', 'TRIBAL_POLICE', 'CAMPUS', 'CORRECTIONS']

/** Sought, in process, held or lapsed: a third of the agencies have asked nobody, which is no status at all. */
export function agencyCredentials(agencies: readonly AgencyRow[], today: Day, rng: Rng): AgencyCredentialRow[] {
  const bodies = agencies.filter(({ kind }) => kind === 'CREDENTIALING_BODY')
  return agencies
    .filter(({ kind }) => EMPLOYERS.includes(kind))
    .filter(() => rng.chance(0.66))
    .map((agency) => {
      const body = rng.pick(bodies)
      const status = rng.pick(['SOUGHT', 'IN_PROCESS', 'HELD', 'HELD', 'HELD', 'LAPSED'] as const)
      const granted = addDays(WORLD_DATE, -rng.int(30, 900))
      const from = status === 'LAPSED' ? addDays(granted, -MONTHS_36) : granted
      return {
        id: nextId('AgencyCredential', rng),
        agencyId: agency.id,
        bodyId: body.id,
        bodyName: body.name,
        standard: rng.pick(STANDARDS),
        standardVersion: rng.pick(['2021', '2024']),
        status,
        from: status === 'HELD' || status === 'LAPSED' ? from : null,
        until: status === 'HELD' || status === 'LAPSED' ? addDays(from, MONTHS_36) : null,
        synthetic: true,
        effectiveAt: instant(from),
        recordedAt: instant(addDays(from, 10) < today ? addDays(from, 10) : today),
      }
    })
}
