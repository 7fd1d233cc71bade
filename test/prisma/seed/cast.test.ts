import { describe, expect, test } from 'vitest'
import {
  CAST,
  type CastMember,
  commissionId,
  OFFICER_SUBJECT,
  ORDERED_DAYS_AGO,
  PERSONAS,
  SEPARATED_DAYS_AGO,
  UNNOTICED_DAYS_AGO,
} from '../../../prisma/seed/index.js'
import { addDays } from '../../../prisma/seed/dates.js'
import { smallWorld, TODAY } from './worlds.js'

const world = smallWorld()

function rowsOf(member: CastMember) {
  const about = <Row extends { readonly subjectRecord: string }>(rows: readonly Row[]) =>
    rows.filter((row) => member.recordIds.includes(row.subjectRecord))
  return {
    records: world['officers.identity_record'].filter(({ officerId }) => officerId === member.officerId),
    spells: about(world['officers.employment']),
    certificates: about(world['credentials.certification']),
    incidents: about(world['incidents.incident']),
  }
}

const byStart = (a: readonly unknown[], b: readonly unknown[]) => String(a[1]).localeCompare(String(b[1]))

const told = (member: CastMember) =>
  rowsOf(member).incidents.map(({ kind, stage, admitted }) => `${kind} ${stage}${admitted ? '' : ', not admitted'}`)

describe('whoever is in the cast', () => {
  test.each(Object.values(CAST).map((member) => [member.key, member] as const))(
    '%s has the rows that the constants name, and no others',
    (_key, member: CastMember) => {
      const { records, spells, certificates, incidents } = rowsOf(member)
      expect(records.map(({ id }) => id).sort()).toEqual([...member.recordIds].sort())
      expect(certificates.map(({ id }) => id).sort()).toEqual([...member.certificationIds].sort())
      expect(incidents.map(({ id }) => id).sort()).toEqual(Object.values(member.incidentIds).sort())
      const [first] = records.filter(({ id }) => id === member.recordIds[0])
      expect(first).toMatchObject({ ...member.name, birthDate: member.dob.value, birthPrecision: member.dob.precision })
      if (member.certificate) {
        expect(certificates.map(({ authorityId, number }) => `${authorityId} ${number}`)).toContain(
          `${member.certificate.authority} ${member.certificate.number}`,
        )
      }
      // The one who is known through a matter alone has no roster behind it.
      if (member.key !== 'matterOnly') {
        expect(spells.map(({ employerName, startDate }) => [employerName, startDate]).sort(byStart)).toEqual(
          member.spells.map(({ agency, from }) => [agency.name, from]),
        )
      }
    },
  )

  test('is the same in a world of another seed, size and day', () => {
    const other = smallWorld({ seed: 'another', officers: 450, now: new Date('2027-03-01T00:00:00Z') })
    const names = (rows: typeof world) =>
      rows['officers.identity_record']
        .filter(({ id }) => Object.values(CAST).some((member: CastMember) => member.recordIds.includes(id)))
        .map(({ id, given, family, birthDate, matchKeys }) => ({ id, given, family, birthDate, matchKeys }))
    expect(names(other)).toEqual(names(world))
  })
})

describe('each story is true', () => {
  test('decertified: discharged and decertified, both final; the certificate is revoked', () => {
    expect(told(CAST.decertified)).toEqual(['TERMINATION FINAL', 'DECERTIFICATION FINAL'])
    const { certificates, spells, incidents } = rowsOf(CAST.decertified)
    expect(certificates.map(({ status }) => status)).toEqual(['REVOKED'])
    expect(spells.at(-1)).toMatchObject({ separation: 'DISCHARGED', endDate: '2022-05-20' })
    // Each is its own owner's: the discharge the police's, the decertification the commission's.
    expect(incidents.map(({ ownerAgency }) => ownerAgency)).toEqual([CAST.decertified.agencyId, commissionId('US-VA')])
  })

  test('nearNamesake: the same given and family name, another State, another year of birth', () => {
    const { nearNamesake, decertified } = CAST
    expect([nearNamesake.name.given, nearNamesake.name.family]).toEqual([
      decertified.name.given,
      decertified.name.family,
    ])
    expect(nearNamesake.jurisdiction).not.toBe(decertified.jurisdiction)
    expect(nearNamesake.dob).toEqual({ value: '1987-01-01', precision: 'YEAR' })
    expect(nearNamesake.certificate?.number).not.toBe(decertified.certificate?.number)
  })

  test('sealed and twin: alike but for the sealed finding', () => {
    expect(told(CAST.sealed)).toEqual(['EXCESSIVE_FORCE_FINDING SEALED, not admitted'])
    expect(told(CAST.twin)).toEqual([])
    const alike = (member: CastMember) => {
      const { spells, certificates } = rowsOf(member)
      return [
        spells.map(({ agencyId, startDate, ended, separation }) => ({ agencyId, startDate, ended, separation })),
        certificates.map(({ authorityId, status, issuedOn }) => ({ authorityId, status, issuedOn })),
      ]
    }
    expect(alike(CAST.sealed)).toEqual(alike(CAST.twin))
  })

  test('separated: noticed, counter-signed, about force, and the pointer is live today', () => {
    const [incident] = rowsOf(CAST.separated).incidents
    expect(incident).toMatchObject({
      stage: 'SEPARATED_UNDER_INVESTIGATION',
      admitted: true,
      subjectNoticed: true,
      counterSigned: true,
      pointerAllowed: true,
      nexus: 'FORCE',
      decidingAuthority: commissionId('US-CO'),
    })
    expect(incident && incident.validFrom <= TODAY && TODAY < incident.validUntil).toBe(true)
    expect(rowsOf(CAST.separated).spells).toMatchObject([
      { endDate: addDays(TODAY, -SEPARATED_DAYS_AGO), investigationActive: 'YES', separation: 'RESIGNED' },
    ])
  })

  test('unnoticed: one in the ledger of the agency; of the person nothing but the end of a spell', () => {
    expect(told(CAST.unnoticed)).toEqual([])
    expect(rowsOf(CAST.unnoticed).spells).toMatchObject([
      { endDate: addDays(TODAY, -UNNOTICED_DAYS_AGO), separationRaw: 'RESIGNATION', investigationActive: 'UNKNOWN' },
    ])
    const counted = world['incidents.separation_ledger'].filter(({ agencyId }) => agencyId === CAST.unnoticed.agencyId)
    expect(counted.some(({ count }) => count > 0)).toBe(true)
  })

  test('underAppeal: the order is effective; the certificate says so, the instance stays with its owner', () => {
    expect(told(CAST.underAppeal)).toEqual(['DECERTIFICATION EFFECTIVE_UNDER_APPEAL, not admitted'])
    expect(rowsOf(CAST.underAppeal).certificates).toMatchObject([
      {
        status: 'NOT_CURRENTLY_VALID',
        stage: 'EFFECTIVE_UNDER_APPEAL',
        admitted: true,
        pointerAllowed: true,
        statusOn: addDays(TODAY, -ORDERED_DAYS_AGO),
      },
    ])
  })

  test('held: a status that nobody explained is nothing final', () => {
    expect(told(CAST.held)).toEqual(['DECERTIFICATION HELD, not admitted'])
    expect(rowsOf(CAST.held)).toMatchObject({
      certificates: [{ status: 'HELD', admitted: false }],
      incidents: [{ statusRaw: 'FINALIZED*', admissionBasis: 'NONE' }],
      records: [{ admitted: true, knownThrough: 'ROSTER' }],
    })
  })

  test('reinstated: decertified, and later the certificate was given back', () => {
    expect(told(CAST.reinstated)).toEqual(['DECERTIFICATION FINAL'])
    const [certificate] = rowsOf(CAST.reinstated).certificates
    const history = world['credentials.certification_status'].filter(
      ({ certificationId }) => certificationId === certificate?.id,
    )
    expect(history.map(({ status }) => status)).toEqual(['ACTIVE', 'REVOKED', 'REINSTATED'])
    expect(certificate?.status).toBe('REINSTATED')
  })

  test('overturnable: final, and of the agency whose records officer is a persona', () => {
    expect(told(CAST.overturnable)).toEqual(['TERMINATION FINAL'])
    const officer = PERSONAS.find(({ handle }) => handle === 'records-officer')
    expect(rowsOf(CAST.overturnable).incidents.map(({ ownerAgency }) => ownerAgency)).toEqual([officer?.agency])
  })

  test('subject: the persona `officer`, with a final finding and a pending matter that is noticed', () => {
    expect(told(CAST.subject)).toEqual([
      'EXCESSIVE_FORCE_FINDING FINAL',
      'EXCESSIVE_FORCE_FINDING NOTICED, not admitted',
    ])
    expect(rowsOf(CAST.subject).incidents.every(({ subjectNoticed }) => subjectNoticed)).toBe(true)
    expect(world['hub.subject_link']).toEqual([{ subject: OFFICER_SUBJECT, subjectRecord: CAST.subject.recordIds[0] }])
    expect(PERSONAS.find(({ handle }) => handle === 'officer')?.subject).toBe(OFFICER_SUBJECT)
  })

  test('twoStates: two records of two owners, one person, two surnames', () => {
    const { records, incidents } = rowsOf(CAST.twoStates)
    expect(records.map(({ ownerJurisdiction, family }) => [ownerJurisdiction, family]).sort()).toEqual([
      ['US-GA', 'Quarterman'],
      ['US-TX', 'Quarterman-Reyal'],
    ])
    expect(incidents.map(({ ownerJurisdiction, subjectRecord }) => [ownerJurisdiction, subjectRecord])).toEqual([
      ['US-GA', CAST.twoStates.recordIds[1]],
    ])
  })

  test('tribalConsenting: the spell and the termination the nation’s, the certificate the State’s', () => {
    const { records, spells, incidents, certificates } = rowsOf(CAST.tribalConsenting)
    const owners = (rows: readonly { readonly ownerJurisdiction: string }[]) => rows.map((row) => row.ownerJurisdiction)
    expect(owners(records).sort()).toEqual(['TRIBE-OVENNA', 'US-NM'])
    expect([owners(spells), owners(incidents), owners(certificates)]).toEqual([
      ['TRIBE-OVENNA'],
      ['TRIBE-OVENNA'],
      ['US-NM'],
    ])
  })

  test('tribalWithholding: a nation that has authorized nothing', () => {
    expect(told(CAST.tribalWithholding)).toEqual(['TERMINATION FINAL'])
    expect(world['hub.owner_authorization'].filter(({ owner }) => owner === 'TRIBE-QUESSALIN')).toEqual([])
    expect(
      world['hub.owner_authorization'].filter(({ owner, revokedAt }) => owner === 'TRIBE-OVENNA' && revokedAt === null),
    ).toHaveLength(1)
  })

  test('matterOnly: known through one matter, which is not admitted', () => {
    expect(rowsOf(CAST.matterOnly)).toMatchObject({
      records: [{ knownThrough: 'MATTER', admitted: false }],
      spells: [],
      certificates: [],
      incidents: [{ stage: 'INVESTIGATING', admitted: false, subjectNoticed: false }],
    })
  })

  test('ownEmployee: serves today where the hiring investigator works', () => {
    const investigator = PERSONAS.find(({ handle }) => handle === 'hiring-city')
    expect(rowsOf(CAST.ownEmployee).spells).toMatchObject([{ agencyId: investigator?.agency, ended: false }])
  })
})
