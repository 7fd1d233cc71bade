import { castCertificationId, type CastMember } from './cast.js'
import { addDays, dated, UNDATED, type Day } from './dates.js'
import { demoId } from './demo-id.js'
import type { Directory } from './directory.js'
import type { CertificatePlan, RecordPlan, SpellPlan } from './plans.js'

export const HEARD = {
  fairNotice: 'SERVED',
  fairOpportunity: 'HEARD',
  fairBasis: 'DOCUMENTED',
  fairAttestedBy: null,
} as const
export const AFFORDED = { ...HEARD, fairOpportunity: 'AFFORDED' } as const
export const UNKNOWN_PROCESS = {
  fairNotice: 'UNKNOWN',
  fairOpportunity: 'UNKNOWN',
  fairBasis: 'NONE',
  fairAttestedBy: null,
} as const
export const UNHEARD = {
  fairNotice: 'NOT_SERVED',
  fairOpportunity: 'NOT_AFFORDED',
  fairBasis: 'NONE',
  fairAttestedBy: null,
} as const

export function spellPlans(member: CastMember, directory: Directory): SpellPlan[] {
  return member.spells.map(({ agency, from, to }, index) => ({
    id: demoId('Employment', `${member.key}-${index}`),
    agency: directory.get(agency.id),
    employerName: agency.name,
    start: dated(from),
    end: to === null ? UNDATED : dated(to),
    ended: to !== null,
    rank: agency.kind === 'SHERIFF' ? 'Deputy' : 'Officer',
    officerClass: 'SWORN',
    separation: to === null ? 'NONE' : 'RESIGNED',
    separationRaw: to === null ? null : 'RESIGNATION',
    investigationActive: 'NO',
    investigationRelatesForce: 'NO',
  }))
}

export function certificatePlan(
  member: CastMember,
  index: number,
  authority: string,
  number: string,
  issued: Day,
): CertificatePlan {
  return {
    id: castCertificationId(member.key, index),
    authority,
    number,
    certificateClass: 'LAW_ENFORCEMENT',
    history: [{ status: 'ACTIVE', raw: 'Active', on: dated(issued), stage: 'NONE' }],
    admitted: true,
    pointerAllowed: false,
  }
}

/** A record of a member; what is not said otherwise is as the constants of the cast have it. */
export function recordPlan(
  member: CastMember,
  index: number,
  directory: Directory,
  more: Partial<RecordPlan> = {},
): RecordPlan {
  const { certificate, name, dob, spells } = member
  const issued = addDays(spells[0]?.from ?? '2010-01-01', 90)
  return {
    id: member.recordIds[index] ?? '',
    officerId: member.officerId,
    jurisdiction: member.jurisdiction,
    keeper: directory.get(member.agencyId),
    name,
    birth: dob,
    aliases: [],
    spells: spellPlans(member, directory),
    certificates: certificate
      ? [certificatePlan(member, index, certificate.authority, certificate.number, issued)]
      : [],
    matter: 'NONE',
    ...more,
  }
}
