import { KEYS_VERSION, keysForRecord, normalizeName } from '../../subgraphs/officers/matching/index.js'
import { addDays, bounds, earlier, FAR_PAST_DAY, instant, WORLD_DATE, type Day } from './dates.js'
import { nextId } from './demo-id.js'
import { ownerOf } from './directory.js'
import { facts } from './facts.js'
import { codeSystemOf } from './careers.js'
import { lastSpell, type CertificatePlan, type PersonPlan, type RecordPlan, type SpellPlan } from './plans.js'
import type { Rng } from './rng.js'
import type {
  AgencyRow,
  Bitemporal,
  CertificationRow,
  CertificationStatusRow,
  EmploymentRow,
  IdentityAliasRow,
  IdentityCertificateRow,
  IdentityRecordRow,
  OfficerRow,
} from './rows.js'

export interface PersonRows {
  readonly officers: OfficerRow[]
  readonly records: IdentityRecordRow[]
  readonly aliases: IdentityAliasRow[]
  readonly numbers: IdentityCertificateRow[]
  readonly spells: EmploymentRow[]
  readonly certifications: CertificationRow[]
  readonly statuses: CertificationStatusRow[]
}

/** Recorded some days after it began, and never after the day on which the world is created. */
function times(began: Day, lag: number, today: Day): Bitemporal {
  const effective = began === FAR_PAST_DAY ? addDays(WORLD_DATE, -3_650) : earlier(began, today)
  return { effectiveAt: instant(effective), recordedAt: instant(earlier(addDays(effective, lag), today)), version: 1 }
}

/** The agency of the last spell; without one, whoever keeps the record. */
function keeperOf(record: RecordPlan): AgencyRow {
  return lastSpell(record)?.agency ?? record.keeper
}

function identityRecord(record: RecordPlan, today: Day, rng: Rng): IdentityRecordRow {
  const { id, name, birth, aliases, certificates, matter } = record
  const shareable = matter === 'NONE' || matter === 'FINAL'
  const keyed = {
    names: [name],
    aliases,
    birthDate: birth.value,
    birthPrecision: birth.precision,
    certificates: certificates.map(({ authority, number }) => ({ authority, number })),
  }
  return {
    ...facts(ownerOf(keeperOf(record)), id, { stage: matter, admitted: shareable, subjectNoticed: matter === 'FINAL' }),
    ...times(bounds(record.spells[0]?.start ?? { value: null, precision: 'NONE' }).earliest, rng.int(2, 60), today),
    id,
    officerId: record.officerId,
    ...name,
    birthDate: birth.value,
    birthPrecision: birth.precision,
    knownThrough: matter === 'NONE' ? 'ROSTER' : 'MATTER',
    matchKeys: keysForRecord(keyed),
    keysVersion: KEYS_VERSION,
    normalizedFamily: normalizeName(name.family),
    normalizedGiven: normalizeName(name.given),
    synthetic: true,
  }
}

function employment(record: RecordPlan, spell: SpellPlan, today: Day, rng: Rng): EmploymentRow {
  const { agency, start, end, ended } = spell
  const system = ended ? codeSystemOf(agency.jurisdictionCode, end.value) : null
  return {
    ...facts(ownerOf(agency), record.id),
    ...times(bounds(start).earliest, rng.int(2, 30), today),
    id: spell.id,
    recordId: record.id,
    agencyId: agency.id,
    employerName: spell.employerName,
    startDate: start.value,
    startPrecision: start.precision,
    endDate: end.value,
    endPrecision: end.precision,
    ended,
    rank: spell.rank,
    officerClass: spell.officerClass,
    separation: spell.separation,
    separationRaw: spell.separationRaw,
    separationCodeSystem: system?.system ?? null,
    separationCodeVersion: system?.version ?? null,
    investigationActive: spell.investigationActive,
    investigationRelatesForce: spell.investigationRelatesForce,
    synthetic: true,
  }
}

function certification(
  record: RecordPlan,
  certificate: CertificatePlan,
  authority: AgencyRow,
  today: Day,
): CertificationRow {
  const { history, admitted, pointerAllowed } = certificate
  const last = history.at(-1)
  const issued = history[0]
  if (!last || !issued) throw new RangeError('a certificate has at least one status')
  const decision = last.stage === 'NONE' ? null : bounds(last.on)
  return {
    ...facts(ownerOf(authority), record.id, {
      decidingAuthority: authority.id,
      stage: last.stage,
      admitted,
      pointerAllowed,
      subjectNoticed: true,
      ...(decision ? { decidedEarliest: decision.earliest, decidedLatest: decision.latest } : {}),
    }),
    ...times(bounds(last.on).earliest, 7, today),
    id: certificate.id,
    authorityId: certificate.authority,
    number: certificate.number,
    certificateClass: certificate.certificateClass,
    classRaw: certificate.certificateClass === 'JAIL' ? 'Detention' : null,
    status: last.status,
    statusRaw: last.raw,
    statusOn: last.on.value,
    statusPrecision: last.on.precision,
    issuedOn: issued.on.value,
    issuedPrecision: issued.on.precision,
    synthetic: true,
  }
}

function statuses(certificate: CertificatePlan, today: Day, rng: Rng): CertificationStatusRow[] {
  return certificate.history.map(({ status, raw, on, stage }) => ({
    id: nextId('CertificationStatus', rng),
    certificationId: certificate.id,
    status,
    statusRaw: raw,
    effectiveOn: on.value,
    precision: on.precision,
    stage,
    recordedAt: times(bounds(on).earliest, 7, today).recordedAt,
  }))
}

/** The rows of everybody, after incidents have had their effect. */
export function emitPeople(
  people: readonly PersonPlan[],
  agency: (id: string) => AgencyRow,
  today: Day,
  rng: Rng,
): PersonRows {
  const all = people.flatMap(({ records }) => records)
  const records = all.map((record) => identityRecord(record, today, rng))
  const created = new Map(records.map(({ officerId, recordedAt }) => [officerId, recordedAt]))
  return {
    officers: people.map(({ id }) => ({ id, createdAt: created.get(id) ?? instant(today) })),
    records,
    aliases: all.flatMap((record) =>
      record.aliases.map((alias) => ({ ...alias, id: nextId('IdentityAlias', rng), recordId: record.id })),
    ),
    numbers: all.flatMap((record) =>
      record.certificates.map(({ authority, number }) => ({
        id: nextId('IdentityCertificate', rng),
        recordId: record.id,
        authority,
        number,
      })),
    ),
    spells: all.flatMap((record) => record.spells.map((spell) => employment(record, spell, today, rng))),
    certifications: all.flatMap((record) =>
      record.certificates.map((certificate) =>
        certification(record, certificate, agency(certificate.authority), today),
      ),
    ),
    statuses: all.flatMap((record) => record.certificates.flatMap((certificate) => statuses(certificate, today, rng))),
  }
}
