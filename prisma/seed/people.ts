import { addDays, dated, toNumber, WORLD_DATE, type Dated, type Day, type Precision } from './dates.js'
import { nextId } from './demo-id.js'
import type { Directory } from './directory.js'
import { drawFamily, drawName } from './names.js'
import { planSpells } from './careers.js'
import { planCertificates } from './certificates.js'
import { NATIONS } from './jurisdictions.js'
import type { PersonName, PersonPlan, RecordPlan } from './plans.js'
import type { Rng } from './rng.js'
import type { AgencyRow } from './rows.js'

interface Draft {
  readonly name: PersonName
  readonly birth: Day
  readonly home: string
  /** A second jurisdiction whose record is linked to the first. */
  readonly second: string | null
  readonly spells: number
}

/** Half of all birth dates that a source lacks in full are known by their year. */
function precisionOf(rng: Rng): Precision {
  const draw = rng.next()
  if (draw < 0.86) return 'DAY'
  if (draw < 0.94) return 'YEAR'
  return draw < 0.96 ? 'MONTH' : 'NONE'
}

const STATE_OF_NATION: ReadonlyMap<string, string> = new Map(NATIONS.map(({ code, state }) => [code, state]))

function secondOf(home: string, states: readonly string[], rng: Rng): string | null {
  const surrounding = STATE_OF_NATION.get(home)
  // Of a tribal officer the spell is the tribe's and the certificate the State's (rulings.md, Due process).
  if (surrounding) return rng.chance(0.6) ? surrounding : null
  if (home === 'US-FED' || !rng.chance(0.055)) return null
  const other = rng.pick(states)
  return other === home ? null : other
}

function draft(places: readonly AgencyRow[], states: readonly string[], spells: number, rng: Rng): Draft {
  const home = rng.pick(places).jurisdictionCode
  // A long career needs a long life: one more spell, two more years at least.
  const birth = addDays(WORLD_DATE, -(rng.int(23 + 2 * spells, 62) * 365 + rng.int(0, 364)))
  return { name: drawName(rng), birth, home, second: secondOf(home, states, rng), spells }
}

/** Same name, another person: some in one agency, where only the birth date tells them apart. */
function withNamesakes(drafts: readonly Draft[]): Draft[] {
  return drafts.map((entry, index) => {
    const other = drafts[index - 1]
    if (!other || index % 61 !== 0) return entry
    const name = index % 183 === 0 ? { ...other.name, middle: entry.name.middle } : other.name
    return index % 122 === 0 ? { ...entry, name, home: other.home, second: null } : { ...entry, name }
  })
}

function aliasesOf(name: PersonName, rng: Rng): RecordPlan['aliases'] {
  if (!rng.chance(0.09)) return []
  const kind = rng.pick(['MAIDEN', 'MAIDEN', 'FORMER', 'ALSO_KNOWN_AS'] as const)
  if (kind === 'ALSO_KNOWN_AS') return [{ ...name, given: name.given.slice(0, 3), kind }]
  return [{ ...name, family: drawFamily(rng), suffix: null, kind }]
}

function recordOf(
  entry: Draft,
  officerId: string,
  jurisdiction: string,
  span: readonly [Day, Day] | null,
  spells: number,
  directory: Directory,
  rng: Rng,
): RecordPlan {
  const employers = directory.employers(jurisdiction)
  const planned = span ? planSpells({ employers, count: spells, from: span[0], until: span[1] }, rng) : []
  const birth: Dated = dated(entry.birth, precisionOf(rng))
  const record = {
    id: nextId('IdentityRecord', rng),
    officerId,
    jurisdiction,
    keeper: directory.commission(jurisdiction) ?? rng.pick(employers),
    name: entry.name,
    birth,
    aliases: aliasesOf(entry.name, rng),
    spells: planned,
    matter: 'NONE' as const,
  }
  return { ...record, certificates: planCertificates(record, directory, rng) }
}

function personOf(entry: Draft, directory: Directory, rng: Rng): PersonPlan {
  const id = nextId('Officer', rng)
  const hired = addDays(entry.birth, rng.int(21 * 365, Math.min(30, 21 + entry.spells) * 365))
  const record = (jurisdiction: string, span: readonly [Day, Day] | null, spells: number): RecordPlan =>
    recordOf(entry, id, jurisdiction, span, spells, directory, rng)
  if (entry.second === null) return { id, records: [record(entry.home, [hired, WORLD_DATE], entry.spells)] }
  if (STATE_OF_NATION.has(entry.home)) {
    return { id, records: [record(entry.home, [hired, WORLD_DATE], entry.spells), record(entry.second, null, 0)] }
  }
  if (entry.spells < 2)
    return { id, records: [record(entry.home, [hired, WORLD_DATE], entry.spells), record(entry.second, null, 0)] }
  const first = Math.ceil(entry.spells / 2)
  const days = toNumber(WORLD_DATE) - toNumber(hired)
  const moved = addDays(hired, Math.round((days * first) / entry.spells))
  return {
    id,
    records: [
      record(entry.home, [hired, moved], first),
      record(entry.second, [addDays(moved, 20), WORLD_DATE], entry.spells - first),
    ],
  }
}

/** `count` persons with `spells` spells between them, in the jurisdictions that take part. */
export function planPeople(
  count: number,
  spells: number,
  directory: Directory,
  places: readonly AgencyRow[],
  rng: Rng,
): PersonPlan[] {
  const each = Array.from({ length: count }, () => 1)
  for (let left = spells - count; left > 0;) {
    const index = rng.int(0, count - 1)
    const held = each[index] ?? 0
    if (held >= 7) continue
    each[index] = held + 1
    left--
  }
  const states = [
    ...new Set(places.filter((row) => row.jurisdictionClass === 'LOCAL').map((row) => row.jurisdictionCode)),
  ]
  const drafts = withNamesakes(each.map((number) => draft(places, states, number, rng)))
  return drafts.map((entry) => personOf(entry, directory, rng))
}
