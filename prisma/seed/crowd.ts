import { assertions } from './assertions.js'
import { dayOf } from './dates.js'
import { emitPeople } from './emit.js'
import { employingPlaces, matterPeople } from './world.js'
import { directoryOf } from './directory.js'
import { matterOf, planIncidents } from './incidents.js'
import { planPeople } from './people.js'
import type { RecordPlan } from './plans.js'
import { createRng } from './rng.js'
import type { AgencyRow, World } from './rows.js'
import { uniqueNumbers } from './unique-numbers.js'

/** Officers of one part: what is in memory at once. */
export const PART = 2_500

/** The tables that hold what belongs to persons. */
export const CROWD_TABLES = [
  'officers.officer',
  'officers.identity_record',
  'officers.identity_alias',
  'officers.identity_certificate',
  'officers.employment',
  'credentials.certification',
  'credentials.certification_status',
  'credentials.assertion',
  'incidents.incident',
  'incidents.assertion',
] as const satisfies readonly (keyof World)[]

export type CrowdPart = Pick<World, (typeof CROWD_TABLES)[number]>

export interface CrowdOptions {
  readonly seed: string
  readonly now: Date
  readonly officers: number
  /** Of the world that the crowd joins. */
  readonly agencies: readonly AgencyRow[]
  /** Officers of a part at most, PART without it. */
  readonly part?: number
}

/**
 * More persons for a world that is there: officers of its agencies, with spells, certificates and instances in the world's
 * proportions, part by part. Each part is a stream of its own, so that no more than one is ever in memory, and a pure
 * function of seed, day and number.
 */
export function* crowd({ seed, now, officers, agencies, part: size = PART }: CrowdOptions): Generator<CrowdPart> {
  const directory = directoryOf(agencies)
  const places = employingPlaces(directory)
  const today = dayOf(now)
  const parts = Math.ceil(officers / size)
  for (let part = 1; part <= parts; part++) {
    const rng = createRng(`${seed}/crowd-${part}`)
    const count = Math.floor((officers * part) / parts) - Math.floor((officers * (part - 1)) / parts)
    const matters = matterPeople(Math.round(count / 125), directory, rng.fork('matters'))
    const rosters = count - matters.length
    const people = planPeople(rosters, Math.round(rosters * 2.4), directory, places, rng.fork('people'))
    const onRosters = people.flatMap(({ records }) => records)
    const known = matters.flatMap(({ records }) => records)
    numbersOfPart([...onRosters, ...known], part)
    const world = { directory, today, touched: new Set<string>() }
    const told = known.map((record) => matterOf(record, world, rng.fork(record.id)))
    const wanted = Math.round(count * 0.3) - told.length
    const incidents = [...told, ...planIncidents(wanted, onRosters, world, rng.fork('incidents'))]
    const rows = emitPeople([...people, ...matters], (id) => directory.get(id), today, rng.fork('rows'))
    yield {
      'officers.officer': rows.officers,
      'officers.identity_record': rows.records,
      'officers.identity_alias': rows.aliases,
      'officers.identity_certificate': rows.numbers,
      'officers.employment': rows.spells,
      'credentials.certification': rows.certifications,
      'credentials.certification_status': rows.statuses,
      'credentials.assertion': assertions('Certification', rows.certifications),
      'incidents.incident': incidents,
      'incidents.assertion': assertions('Incident', incidents),
    }
  }
}

/** Before the six digits stands the part's own number: one authority gives a number once in the whole crowd. */
function numbersOfPart(records: readonly RecordPlan[], part: number): void {
  uniqueNumbers(records)
  for (const { certificates } of records) {
    certificates.forEach((certificate, index) => {
      certificates[index] = {
        ...certificate,
        number: certificate.number.replace(/\d+$/, (digits) => `${part}${digits}`),
      }
    })
  }
}
