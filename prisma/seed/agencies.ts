import type { JurisdictionClass } from '../../policy/types.js'
import { instant } from './dates.js'
import { demoId, nextId } from './demo-id.js'
import {
  CREDENTIALING_BODIES,
  EXTRA_LOCAL,
  FEDERAL_EMPLOYERS,
  FEDERAL_UNITS,
  WITH_ATTORNEY_GENERAL,
  WITH_CAMPUS,
  WITH_CORRECTIONS,
  WITH_COURT,
  WITH_PROSECUTOR,
  WITH_STATE_POLICE,
} from './agency-plan.js'
import { normalizeAgencyName } from './agency-name.js'
import { NATIONS } from './jurisdictions.js'
import { AGENCIES, commissionId, commissionName, RESERVED_PLACES, type NamedAgency } from './named-agencies.js'
import { placeNames } from './places.js'
import type { Rng } from './rng.js'
import type { AgencyKind, AgencyRow, JurisdictionRow } from './rows.js'

const NAMED: readonly NamedAgency[] = Object.values(AGENCIES)
const FOUNDED = instant('1990-01-01')
const RECORDED = instant('2025-01-15')

interface Spec {
  readonly id: string
  readonly name: string
  readonly kind: AgencyKind
  readonly jurisdiction: string
  readonly class: JurisdictionClass
  readonly sworn?: number | null
  readonly parent?: string
}

function agency(spec: Spec): AgencyRow {
  return {
    id: spec.id,
    name: spec.name,
    normalizedName: normalizeAgencyName(spec.name),
    kind: spec.kind,
    jurisdictionClass: spec.class,
    jurisdictionCode: spec.jurisdiction,
    swornCount: spec.sworn ?? null,
    parentId: spec.parent ?? null,
    synthetic: true,
    effectiveAt: FOUNDED,
    recordedAt: RECORDED,
    version: 1,
  }
}

/** Most agencies are small: half have fewer than 30 sworn officers, and some report no number. */
function sworn(rng: Rng): number | null {
  return rng.chance(0.04) ? null : Math.round(4 * 100 ** (rng.next() ** 1.2))
}

function localAgencies(code: string, rng: Rng, place: () => string): AgencyRow[] {
  const wanted = 2 + (EXTRA_LOCAL[code] ?? 0)
  const already = NAMED.filter(
    (named) => named.jurisdiction === code && named.class === 'LOCAL' && named.kind !== 'PROSECUTOR',
  )
  return Array.from({ length: Math.max(0, wanted - already.length) }, (_, index) => {
    const sheriff = (index + already.length) % 2 === 1
    return agency({
      id: nextId('Agency', rng),
      name: sheriff ? `${place()} County Sheriff's Office` : `${place()} Police Department`,
      kind: sheriff ? 'SHERIFF' : 'POLICE',
      jurisdiction: code,
      class: 'LOCAL',
      sworn: sworn(rng),
    })
  })
}

function stateBodies({ code, name, class: ofClass }: JurisdictionRow): AgencyRow[] {
  const has = (list: readonly string[]): boolean => list.includes(code)
  const own = (slug: string, agencyName: string, kind: AgencyKind, swornCount: number | null = null): AgencyRow =>
    agency({
      id: demoId('Agency', `${slug}-${code}`),
      name: agencyName,
      kind,
      jurisdiction: code,
      class: ofClass,
      sworn: swornCount,
    })
  const certifies = ofClass === 'STATE' || ofClass === 'TERRITORIAL'
  return [
    ...(certifies
      ? [
          agency({
            id: commissionId(code),
            name: commissionName(name),
            kind: 'COMMISSION',
            jurisdiction: code,
            class: ofClass,
          }),
        ]
      : []),
    ...(has(WITH_STATE_POLICE) ? [own('state-police', `${name} Demonstration State Patrol`, 'STATE_POLICE', 420)] : []),
    ...(has(WITH_COURT) ? [own('court', `${name} Demonstration Court`, 'COURT')] : []),
    ...(has(WITH_PROSECUTOR) ? [own('prosecutor', `${name} Demonstration Prosecuting Attorney`, 'PROSECUTOR')] : []),
    ...(has(WITH_CORRECTIONS)
      ? [own('corrections', `${name} Demonstration Department of Corrections`, 'CORRECTIONS', 380)]
      : []),
    ...(has(WITH_CAMPUS) ? [own('campus', `${name} Demonstration University Police`, 'CAMPUS', 22)] : []),
    ...(has(WITH_ATTORNEY_GENERAL)
      ? [own('attorney-general', `${name} Demonstration Attorney General's Office`, 'OVERSIGHT')]
      : []),
    ...(ofClass === 'TERRITORIAL' && code !== 'US-GU'
      ? [own('territory-police', `${name} Demonstration Police`, 'POLICE', 60)]
      : []),
  ]
}

function federalBodies(): AgencyRow[] {
  const parent = AGENCIES.federalProtective
  const common = { kind: 'FEDERAL_AGENCY', jurisdiction: 'US-FED', class: 'FEDERAL' } as const
  return [
    ...FEDERAL_EMPLOYERS.map((name, index) =>
      agency({ ...common, id: demoId('Agency', name), name, sworn: 90 + 45 * index }),
    ),
    ...FEDERAL_UNITS.map((unit) =>
      agency({ ...common, id: demoId('Agency', unit), name: `${parent.name}, ${unit}`, sworn: 110, parent: parent.id }),
    ),
  ]
}

function tribalBodies(): AgencyRow[] {
  return NATIONS.filter(({ code }) => !NAMED.some((named) => named.jurisdiction === code)).map(({ code, name }) =>
    agency({
      id: demoId('Agency', `police-${code}`),
      name: `${name.replace(' (invented)', '')} Police`,
      kind: 'TRIBAL_POLICE',
      jurisdiction: code,
      class: 'TRIBAL',
      sworn: 19,
    }),
  )
}

/** About 300 agencies that do not exist; the places they are called after do not exist either. */
export function buildAgencies(jurisdictions: readonly JurisdictionRow[], rng: Rng): AgencyRow[] {
  const place = placeNames(rng.fork('places'), RESERVED_PLACES)
  const fixed = NAMED.map((named) => agency({ ...named, class: named.class }))
  const local = jurisdictions
    .filter((row) => row.class === 'STATE')
    .flatMap((row) => localAgencies(row.code, rng, place))
  const bodies = CREDENTIALING_BODIES.map(({ name, jurisdiction }) =>
    agency({ id: demoId('Agency', name), name, kind: 'CREDENTIALING_BODY', jurisdiction, class: 'STATE' }),
  )
  const rows = [
    ...fixed,
    ...jurisdictions.flatMap(stateBodies),
    ...federalBodies(),
    ...tribalBodies(),
    ...bodies,
    ...local,
  ]
  return [...rows, ...homonyms(rows, rng)]
}

/** Two agencies of one name in two States, and a division beneath its department. */
function homonyms(rows: readonly AgencyRow[], rng: Rng): AgencyRow[] {
  const police = rows.filter(
    (row) => row.kind === 'POLICE' && row.jurisdictionClass === 'LOCAL' && row.jurisdictionCode === 'US-CA',
  )
  return police.slice(0, 3).flatMap((original, index) => {
    const twin = agency({
      id: nextId('Agency', rng),
      name: original.name,
      kind: 'POLICE',
      class: 'LOCAL',
      sworn: sworn(rng),
      jurisdiction: ['US-IN', 'US-WI', 'US-TN'][index] ?? 'US-IN',
    })
    const division = agency({
      id: nextId('Agency', rng),
      name: `${original.name}, Harbor Division`,
      kind: 'POLICE',
      class: 'LOCAL',
      sworn: 12,
      jurisdiction: original.jurisdictionCode,
      parent: original.id,
    })
    return [twin, division]
  })
}
