import { describe, expect, it } from 'vitest'
import { FIELDS } from '../../policy/index.js'

/**
 * The fields of persons' records by class, as domain.md 3 and rulings.md ("Classes") have them: said here a second time,
 * so that a field which is moved to another class is moved twice.
 */
const CLASSES: Readonly<Record<string, string>> = {
  P1:
    'Officer.name Officer.aliases Officer.certificateNumbers Officer.currentAgency Officer.sources Employment.officer ' +
    'Incident.officer Certification.officer Certification.authority Certification.number Certification.certificateClass ' +
    'Certification.issuedOn Certification.ownerJurisdiction',
  P2: 'Officer.dateOfBirth',
  P3a:
    'Employment.agency Employment.start Employment.end Employment.ended Employment.rank Employment.officerClass ' +
    'Employment.ownerJurisdiction',
  P3b: 'Employment.separation',
  P4:
    'Incident.agency Incident.kind Incident.stage Incident.stageText Incident.occurredOn Incident.decidedOn ' +
    'Incident.groundCode Incident.groundCodeSystem Incident.nexus Incident.fairProcess Incident.disposition ' +
    'Incident.onDutyBasis Incident.capacity Incident.source Incident.ownerJurisdiction Incident.outcomeOf ' +
    'Certification.status Certification.statusText Certification.statusOn Certification.history Certification.stage',
  P5: 'Incident.groundRaw Incident.statusRaw Incident.allegationText Certification.classRaw Certification.statusRaw',
  P6:
    'Employment.separationRaw Employment.separationCodeSystem Employment.separationCodeVersion ' +
    'Employment.investigationActive Employment.investigationRelatesForce',
  P10:
    'BackgroundCheck.status BackgroundCheck.requestedAt BackgroundCheck.matches BackgroundCheck.sources ' +
    'BackgroundCheck.reconciliation BackgroundCheck.notice BackgroundCheck.policyVersion BackgroundCheck.caseReference',
}

/** What of a person's record is open once the record may be known: its keys, and what holds other records. */
const OPEN =
  'Officer.id Officer.recordId Officer.recordIds Officer.employments Officer.incidents Officer.certifications ' +
  'Employment.id Incident.id Certification.id BackgroundCheck.id'

const PERSONS = /^(?:Officer|Employment|Incident|Certification|BackgroundCheck)\./

describe('the fields of persons', () => {
  const fields = Object.entries(FIELDS).filter(([coordinate]) => PERSONS.test(coordinate))

  it.each(Object.entries(CLASSES))('of class %s', (dataClass, coordinates) => {
    const found = fields.filter(([, rule]) => typeof rule === 'object' && 'class' in rule && rule.class === dataClass)
    expect(found.map(([coordinate]) => coordinate).sort()).toEqual(coordinates.split(' ').sort())
  })

  it('are decided by the record that they are of', () => {
    const of = { Officer: 'IdentityRecord' } as Readonly<Record<string, string>>
    const wrong = fields.filter(([coordinate, rule]) => {
      const [type = ''] = coordinate.split('.')
      return typeof rule === 'object' && (!('of' in rule) || rule.of !== (of[type] ?? type))
    })
    expect(wrong).toEqual([])
  })

  it('and no other is open', () => {
    const open = fields.filter(([, rule]) => typeof rule === 'string').map(([coordinate]) => coordinate)
    expect(open.sort()).toEqual(OPEN.split(' ').sort())
  })

  it('operations are asked for as operations', () => {
    const operations = Object.entries(FIELDS).filter(([, rule]) => typeof rule === 'object' && 'operation' in rule)
    const wrong = operations.filter(
      ([coordinate, rule]) => coordinate.split('.')[1] !== (rule as { operation: string }).operation,
    )
    expect(wrong).toEqual([])
    const mutations = Object.entries(FIELDS).filter(([coordinate]) => coordinate.startsWith('Mutation.'))
    expect(mutations.length).toBeGreaterThan(5)
    expect(mutations.filter(([, rule]) => typeof rule !== 'object' || !('operation' in rule))).toEqual([])
  })
})
