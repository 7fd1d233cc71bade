import type { IncidentKind, Stage } from '../../policy/types.js'
import { addDays, bounds, dated, UNDATED, WORLD_DATE, type Day } from './dates.js'
import { nextId } from './demo-id.js'
import type { Directory } from './directory.js'
import { courtOf, nexusOf, processOf } from './due-process.js'
import { endSpell, hold, reverse, revoke, suspendUnderAppeal } from './effects.js'
import { GROUNDS, UNEXPLAINED } from './incident-text.js'
import { incidentRow, type Instance } from './instance.js'
import type { RecordPlan } from './plans.js'
import type { Rng } from './rng.js'
import type { AgencyRow, IncidentRow } from './rows.js'
import { separation } from './separations.js'
import { quotas } from './stage-plan.js'
import { targetIn, type Subject, type Target, type Touched, type Wanted } from './targets.js'
import { termsOf } from './terms.js'

const MAX_TRIES = 4_000
const SETTLED: readonly Stage[] = ['OVERTURNED', 'VACATED', 'VOID']

export interface IncidentWorld {
  readonly directory: Directory
  readonly today: Day
  readonly touched: Touched
}

function ownerOf(kind: IncidentKind, { record, agency }: Subject, directory: Directory): AgencyRow {
  const body = kind === 'DECERTIFICATION' ? directory.commission(record.jurisdiction) : null
  if (body) return body
  const court =
    kind === 'CONVICTION_ON_DUTY' || kind === 'CIVIL_JUDGMENT_FORCE' ? directory.court(record.jurisdiction) : null
  return court ?? agency
}

function statusRaw(stage: Stage, rng: Rng): string {
  if (stage === 'HELD') return rng.pick(UNEXPLAINED)
  return stage === 'FINAL' ? 'Finalized' : stage.toLowerCase().replaceAll('_', ' ')
}

/** Spells and certificates follow the decision. */
function carryOut(
  { kind, stage }: Wanted,
  { record, spell, occurred, decided }: Target,
  raw: string,
  world: IncidentWorld,
  rng: Rng,
): void {
  const on = bounds(decided).latest
  if (kind === 'TERMINATION' && (stage === 'FINAL' || stage === 'MODIFIED')) {
    spell.separation = 'DISCHARGED'
    spell.separationRaw = 'TERMINATED'
  }
  if (kind !== 'DECERTIFICATION') return
  if (stage === 'FINAL') {
    const left = bounds(occurred).latest
    if (!spell.ended)
      endSpell(spell, addDays(left, rng.int(1, 4)), rng.chance(0.5) ? 'RESIGNED' : 'DISCHARGED', 'SEPARATED')
    revoke(record, on, rng)
  }
  if (stage === 'EFFECTIVE_UNDER_APPEAL') {
    endSpell(spell, addDays(on, -15), 'DISCHARGED', 'SEPARATED')
    suspendUnderAppeal(record, on)
    world.touched.add(record.id)
  }
  if (stage === 'HELD') hold(record, on > WORLD_DATE ? WORLD_DATE : on, raw)
  if (SETTLED.includes(stage)) reverse(record, on, stage)
}

function instanceOf(wanted: Pick<Wanted, 'kind' | 'stage'>, target: Subject, world: IncidentWorld, rng: Rng): Instance {
  const { kind, stage } = wanted
  const owner = ownerOf(kind, target, world.directory)
  const groundCode = rng.pick(GROUNDS[kind])
  const process = processOf(kind, stage, rng)
  const force = kind === 'EXCESSIVE_FORCE_FINDING' || kind === 'CIVIL_JUDGMENT_FORCE'
  return {
    id: nextId('Incident', rng),
    kind,
    stage,
    record: stage === 'EXPUNGED' ? null : target.record,
    agency: target.agency,
    owner,
    decidingAuthority: owner.id,
    occurred: target.occurred,
    decided: stage === 'EXPUNGED' ? dated(target.decided.value ?? WORLD_DATE, 'YEAR') : target.decided,
    process,
    court: courtOf(kind, stage, process.fairOpportunity, rng),
    nexus: force && stage !== 'HELD' ? 'FORCE' : nexusOf(kind, stage, groundCode, rng),
    groundCode,
    counterSigned: false,
    pointerAllowed: stage === 'EFFECTIVE_UNDER_APPEAL' && termsOf(target.record.jurisdiction).pointers,
    pointer: null,
    statusRaw: statusRaw(stage, rng),
    fileRef: `SYN-${(target.decided.value ?? target.occurred.value ?? WORLD_DATE).slice(0, 4)}-${rng.int(10_000, 99_999)}`,
    variant: rng.int(0, 99),
    today: world.today,
  }
}

function one(wanted: Wanted, records: readonly RecordPlan[], world: IncidentWorld, rng: Rng): IncidentRow {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const record = rng.pick(records)
    if (wanted.kind === 'SEPARATION_UNDER_INVESTIGATION') {
      const row = separation(record, wanted.stage === 'LAPSED', world.directory, world.touched, world.today, rng)
      if (row) return row
      continue
    }
    const target = targetIn(record, wanted, world.directory, world.touched, world.today, rng)
    if (!target) continue
    const instance = instanceOf(wanted, target, world, rng)
    carryOut(wanted, target, instance.statusRaw, world, rng)
    return incidentRow(instance)
  }
  throw new RangeError(`nobody in the world can be the subject of a ${wanted.kind} in stage ${wanted.stage}`)
}

/** Several officers of one agency in one instance: it counts once, however many officers and allegations (rulings.md). */
function shared(colleagues: readonly Target[], world: IncidentWorld, rng: Rng): IncidentRow[] {
  const [first] = colleagues
  if (!first) return []
  const wanted: Wanted = { kind: 'EXCESSIVE_FORCE_FINDING', stage: 'FINAL', time: 'HISTORY' }
  const model = instanceOf(wanted, first, world, rng)
  return colleagues.map(({ record }) => incidentRow({ ...model, id: nextId('Incident', rng), record, variant: 0 }))
}

function colleaguesOf(records: readonly RecordPlan[], world: IncidentWorld, rng: Rng): readonly Target[] {
  const wanted: Wanted = { kind: 'EXCESSIVE_FORCE_FINDING', stage: 'FINAL', time: 'HISTORY' }
  const first = targetIn(rng.pick(records), wanted, world.directory, world.touched, world.today, rng)
  const day = first?.occurred.value
  if (!first || !day || first.occurred.precision !== 'DAY') return []
  const others = records.filter(
    (record) =>
      record !== first.record &&
      record.spells.some(
        (spell) =>
          spell.agency === first.spell.agency &&
          bounds(spell.start).latest < day &&
          (!spell.ended || bounds(spell.end).earliest > day),
      ),
  )
  return others.length < 2 ? [] : [first, ...others.slice(0, rng.int(2, 3)).map((record) => ({ ...first, record }))]
}

/** `total` instances in every stage of the state machine, about the officers on the rosters. */
export function planIncidents(
  total: number,
  records: readonly RecordPlan[],
  world: IncidentWorld,
  rng: Rng,
): IncidentRow[] {
  const rows: IncidentRow[] = []
  for (let tries = 0; tries < 400 && rows.length < total / 18; tries++)
    rows.push(...shared(colleaguesOf(records, world, rng), world, rng))
  const grouped = rows.length
  for (const { stage, kinds, time, count } of quotas(total)) {
    const left = stage === 'FINAL' ? count - grouped : count
    for (let i = 0; i < left; i++)
      rows.push(one({ kind: kinds[i % kinds.length] ?? 'EXCESSIVE_FORCE_FINDING', stage, time }, records, world, rng))
  }
  return rows
}

/** A person known to the hub through one matter only; while that is not admitted, nobody else may find the record. */
export function matterOf(record: RecordPlan, world: IncidentWorld, rng: Rng): IncidentRow {
  const final = record.matter === 'FINAL'
  const decided = addDays(WORLD_DATE, -rng.int(100, 3_000))
  const subject: Subject = {
    record,
    agency: record.keeper,
    occurred: dated(final ? addDays(decided, -200) : addDays(world.today, -rng.int(90, 400))),
    decided: final ? dated(decided) : UNDATED,
  }
  return incidentRow(instanceOf({ kind: 'EXCESSIVE_FORCE_FINDING', stage: record.matter }, subject, world, rng))
}
