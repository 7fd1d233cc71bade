import { STAGES, INCIDENT_KINDS, NEXUS, ADMISSION_BASES, JURISDICTION_CLASSES } from '../../policy/types.js'
import type { FactsRow, World } from './rows.js'
import { proseFaults } from './prose.js'

type FactBearing = FactsRow & { readonly id: string; readonly recordedAt: string; readonly effectiveAt: string }

const KINDS: readonly string[] = ['NONE', ...INCIDENT_KINDS]

/** What the facts of any row must be among themselves. */
function factFaults(row: FactBearing): string[] {
  const faults: string[] = []
  const must = (held: boolean, what: string): void => {
    if (!held) faults.push(`${row.id}: ${what}`)
  }
  must(row.ownerKind === `${row.ownerJurisdiction}/${row.kind}`, 'ownerKind is jurisdiction and kind')
  must(KINDS.includes(row.kind) && STAGES.includes(row.stage), 'kind and stage are known words')
  must(NEXUS.includes(row.nexus) && ADMISSION_BASES.includes(row.admissionBasis), 'nexus and basis are known words')
  must(JURISDICTION_CLASSES.includes(row.ownerClass), 'the owner has a class')
  must(row.admitted === (row.admissionBasis !== 'NONE'), 'what is admitted has a basis, and nothing else has')
  must(row.sealed === (row.stage === 'SEALED' || row.stage === 'EXPUNGED'), 'sealed is the stage of the sealed')
  must(!(row.sealed && row.admitted), 'nothing sealed is admitted')
  must(row.decidedEarliest <= row.decidedLatest && row.validFrom <= row.validUntil, 'spans run forward')
  must(
    row.ownerClass === 'TRIBAL' ? row.ownerJurisdiction.startsWith('TRIBE-') : row.ownerJurisdiction.startsWith('US-'),
    'class and jurisdiction agree',
  )
  must(row.effectiveAt <= row.recordedAt, 'recorded after it began')
  return faults
}

const SHAREABLE = ['FINAL', 'SEPARATED_UNDER_INVESTIGATION']

function incidentFaults(world: World): string[] {
  return world['incidents.incident'].flatMap((row) => [
    ...(row.admitted && !SHAREABLE.includes(row.stage) ? [`${row.id}: admitted in stage ${row.stage}`] : []),
    ...(row.admitted && !row.subjectNoticed ? [`${row.id}: admitted without notice`] : []),
    ...(row.kind === 'NONE' ? [`${row.id}: an instance has a kind`] : []),
    ...(row.pointerAllowed && row.stage === 'FINAL' ? [`${row.id}: a final instance needs no pointer`] : []),
    ...(row.stage === 'EXPUNGED' && (row.subjectRecord !== 'NONE' || row.groundRaw !== null)
      ? [`${row.id}: expunged, with a payload`]
      : []),
  ])
}

/** Rows that refer to a row which does not exist, or to one of another owner. */
function referenceFaults(world: World): string[] {
  const agencies = new Map(world['agencies.agency'].map((row) => [row.id, row]))
  const records = new Map(world['officers.identity_record'].map((row) => [row.id, row]))
  const officers = new Set(world['officers.officer'].map((row) => row.id))
  const subjects = (table: string, rows: readonly FactBearing[]): string[] =>
    rows.flatMap((row) => {
      const record = records.get(row.subjectRecord)
      const owner = agencies.get(row.ownerAgency)
      if (!owner) return [`${table} ${row.id}: no owner agency`]
      if (owner.jurisdictionCode !== row.ownerJurisdiction || owner.jurisdictionClass !== row.ownerClass)
        return [`${table} ${row.id}: not its owner's jurisdiction`]
      if (row.decidingAuthority !== 'NONE' && !agencies.has(row.decidingAuthority))
        return [`${table} ${row.id}: no deciding authority`]
      if (row.subjectRecord === 'NONE') return row.stage === 'EXPUNGED' ? [] : [`${table} ${row.id}: of no person`]
      return record?.ownerJurisdiction === row.ownerJurisdiction
        ? []
        : [`${table} ${row.id}: points to another owner's record`]
    })
  return [
    ...subjects('identity_record', world['officers.identity_record']),
    ...subjects('employment', world['officers.employment']),
    ...subjects('certification', world['credentials.certification']),
    ...subjects('incident', world['incidents.incident']),
    ...[...records.values()].filter(({ officerId }) => !officers.has(officerId)).map(({ id }) => `${id}: no officer`),
    ...world['agencies.agency']
      .filter(({ parentId }) => parentId !== null && !agencies.has(parentId))
      .map(({ id }) => `${id}: no parent`),
  ]
}

function duplicateFaults(world: World): string[] {
  return Object.entries(world).flatMap(([table, rows]) => {
    const ids = (rows as readonly { readonly id?: string }[]).map(({ id }) => id).filter((id) => id !== undefined)
    return new Set(ids).size === ids.length ? [] : [`${table}: an id occurs twice`]
  })
}

/** What is wrong with a world, in sentences that name ids; empty for a world that may be written. */
export function validateWorld(world: World): string[] {
  const bearing: readonly (readonly FactBearing[])[] = [
    world['officers.identity_record'],
    world['officers.employment'],
    world['credentials.certification'],
    world['incidents.incident'],
  ]
  return [
    ...bearing.flatMap((rows) => rows.flatMap(factFaults)),
    ...incidentFaults(world),
    ...referenceFaults(world),
    ...duplicateFaults(world),
    ...proseFaults(world),
  ]
}
