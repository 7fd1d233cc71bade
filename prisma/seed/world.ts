import type { Stage } from '../../policy/types.js'
import { agencyCredentials } from './agency-credentials.js'
import { buildAgencies } from './agencies.js'
import { assertions } from './assertions.js'
import { ownerAuthorizations } from './authorizations.js'
import { CastWorld } from './cast-world.js'
import { dated, dayOf, type Day } from './dates.js'
import { nextId } from './demo-id.js'
import { directoryOf, type Directory } from './directory.js'
import { emitPeople } from './emit.js'
import { matterOf, planIncidents } from './incidents.js'
import { jurisdictions } from './jurisdictions.js'
import { drawName } from './names.js'
import { buildOris } from './oris.js'
import { participation } from './participation.js'
import { planPeople } from './people.js'
import type { PersonPlan, RecordPlan } from './plans.js'
import { createRng, type Rng } from './rng.js'
import type { AgencyRow, IncidentRow, World } from './rows.js'
import { ledger } from './separations.js'
import { termsOf } from './terms.js'
import { uniqueNumbers } from './unique-numbers.js'

export const DEFAULT_SEED = 'comity-demo-1'
export const DEFAULT_OFFICERS = 5_000
/** Fewer cannot fill every stage. */
const MIN_OFFICERS = 400

export interface WorldOptions {
  readonly seed?: string
  /** Its day is the world's today. @throws RangeError before WORLD_DATE */
  readonly now: Date
  /** Spells are 2.4 times, instances 0.3 times as many. */
  readonly officers?: number
}

const MATTERS: readonly Stage[] = ['ALLEGED', 'INVESTIGATING', 'NOTICED', 'HELD', 'FINAL']

/** Persons known through one matter only: four of five not admitted, so that only the owner may know of them. */
export function matterPeople(count: number, directory: Directory, rng: Rng): PersonPlan[] {
  const places = directory.rows.filter(
    ({ jurisdictionCode, kind }) => kind === 'POLICE' && termsOf(jurisdictionCode).participates === 'FULL',
  )
  return Array.from({ length: count }, (_, index) => {
    const id = nextId('Officer', rng)
    const keeper = rng.pick(places)
    const record: RecordPlan = {
      id: nextId('IdentityRecord', rng),
      officerId: id,
      jurisdiction: keeper.jurisdictionCode,
      keeper,
      name: drawName(rng),
      birth: rng.chance(0.5) ? dated(`${rng.int(1965, 1999)}-01-01`, 'YEAR') : dated(`${rng.int(1965, 1999)}-05-12`),
      aliases: [],
      spells: [],
      certificates: [],
      matter: MATTERS[index % MATTERS.length] ?? 'ALLEGED',
    }
    return { id, records: [record] }
  })
}

const recordsOf = (people: readonly PersonPlan[]): RecordPlan[] => people.flatMap(({ records }) => records)

/** Agencies that employ officers, in the jurisdictions that take part. */
export function employingPlaces(directory: Directory): AgencyRow[] {
  return directory.rows
    .filter(({ jurisdictionCode }) => termsOf(jurisdictionCode).participates !== 'NONE')
    .filter((agency) => directory.employers(agency.jurisdictionCode).includes(agency))
}

interface Population {
  readonly people: readonly PersonPlan[]
  readonly incidents: readonly IncidentRow[]
  readonly ledger: World['incidents.separation_ledger']
  readonly links: World['hub.subject_link']
}

function populate(officers: number, directory: Directory, today: Day, rng: Rng): Population {
  const cast = new CastWorld(directory, today)
  const matters = matterPeople(Math.round(officers / 125), directory, rng.fork('matters'))
  const castSpells = recordsOf(cast.people).reduce((sum, { spells }) => sum + spells.length, 0)
  const places = employingPlaces(directory)
  const count = officers - cast.people.length - matters.length
  const crowd = planPeople(count, Math.round(officers * 2.4) - castSpells, directory, places, rng.fork('people'))
  const people = [...cast.people, ...crowd, ...matters]
  uniqueNumbers(recordsOf(people))

  const world = { directory, today, touched: new Set<string>() }
  const told = [...cast.incidents, ...recordsOf(matters).map((record) => matterOf(record, world, rng.fork(record.id)))]
  const incidents = planIncidents(
    Math.round(officers * 0.3) - told.length,
    recordsOf(crowd),
    world,
    rng.fork('incidents'),
  )
  const separated = ledger(
    recordsOf(crowd),
    cast.unnoticedSeparations,
    Math.round(officers / 110),
    world.touched,
    today,
    rng.fork('ledger'),
  )
  return { people, incidents: [...told, ...incidents], ledger: separated, links: cast.links }
}

/** The demo world, table by table: a pure function of seed, size and the day of `now`. */
export function buildWorld({ seed = DEFAULT_SEED, now, officers = DEFAULT_OFFICERS }: WorldOptions): World {
  if (officers < MIN_OFFICERS) throw new RangeError(`the demo world needs at least ${MIN_OFFICERS} officers`)
  const today = dayOf(now)
  const rng = createRng(seed)
  const places = jurisdictions()
  const agencies = buildAgencies(places, rng.fork('agencies'))
  const directory = directoryOf(agencies)
  const population = populate(officers, directory, today, rng)
  const rows = emitPeople(population.people, (id) => directory.get(id), today, rng.fork('rows'))
  return {
    'agencies.jurisdiction': places,
    'agencies.agency': agencies,
    'agencies.agency_ori': buildOris(agencies, places, rng.fork('oris')),
    'hub.participation': participation(places, today),
    'hub.owner_authorization': ownerAuthorizations(places, today),
    'officers.officer': rows.officers,
    'officers.identity_record': rows.records,
    'officers.identity_alias': rows.aliases,
    'officers.identity_certificate': rows.numbers,
    'officers.employment': rows.spells,
    'credentials.certification': rows.certifications,
    'credentials.certification_status': rows.statuses,
    'credentials.agency_credential': agencyCredentials(agencies, today, rng.fork('credentials')),
    'credentials.assertion': assertions('Certification', rows.certifications),
    'incidents.incident': population.incidents,
    'incidents.separation_ledger': population.ledger,
    'incidents.assertion': assertions('Incident', population.incidents),
    'hub.subject_link': population.links,
  }
}
