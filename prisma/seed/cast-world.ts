import { CAST, ORDERED_DAYS_AGO, SEPARATED_DAYS_AGO, UNNOTICED_DAYS_AGO, type CastMember } from './cast.js'
import { AFFORDED, certificatePlan, HEARD, recordPlan, spellPlans, UNHEARD, UNKNOWN_PROCESS } from './cast-plans.js'
import { addDays, bounds, dated, UNDATED, type Day } from './dates.js'
import type { Directory } from './directory.js'
import { endSpell, hold, separateUnderInvestigation, suspendUnderAppeal } from './effects.js'
import { incidentRow, NO_COURT, type Instance } from './instance.js'
import { OFFICER_SUBJECT } from './personas.js'
import type { PersonPlan, RecordPlan } from './plans.js'
import type { SubjectLinkRow } from './hub-rows.js'
import type { IncidentRow } from './rows.js'
import { pointerWindow } from './separations.js'

type Told = Pick<Instance, 'kind' | 'stage' | 'occurred' | 'decided' | 'groundCode'> & Partial<Instance>

/** The people of the cast, their records and the instances about them. */
export class CastWorld {
  readonly people: PersonPlan[] = []
  readonly incidents: IncidentRow[] = []
  /** The agencies left by members of whom nothing but that is told yet, once per separation. */
  readonly unnoticedSeparations: string[] = []
  readonly links: SubjectLinkRow[] = CAST.subject.recordIds.map((subjectRecord) => ({
    subject: OFFICER_SUBJECT,
    subjectRecord,
  }))

  constructor(
    private readonly directory: Directory,
    private readonly today: Day,
  ) {
    this.decertified()
    this.ordinary()
    this.pending()
    this.tribal()
    this.linked()
    this.held()
    this.unnoticed()
  }

  private one(member: CastMember, more: Partial<RecordPlan> = {}): RecordPlan {
    const record = recordPlan(member, 0, this.directory, more)
    this.people.push({ id: member.officerId, records: [record] })
    return record
  }

  private tell(member: CastMember, name: string, record: RecordPlan, told: Told): void {
    const agency = told.agency ?? this.directory.get(member.agencyId)
    const owner = told.owner ?? agency
    this.incidents.push(
      incidentRow({
        id: member.incidentIds[name] ?? '',
        record,
        agency,
        owner,
        decidingAuthority: owner.id,
        process: HEARD,
        court: NO_COURT,
        nexus: told.groundCode.startsWith('FALSE') ? 'OTHER_3B' : 'FORCE',
        counterSigned: false,
        pointerAllowed: false,
        pointer: null,
        statusRaw: told.stage === 'FINAL' ? 'Finalized' : told.stage.toLowerCase().replaceAll('_', ' '),
        fileRef: `SYN-CAST-${member.key}-${name}`,
        variant: this.incidents.length,
        today: this.today,
        ...told,
      }),
    )
  }

  private commission(jurisdiction: string) {
    const found = this.directory.commission(jurisdiction)
    if (!found) throw new RangeError(`${jurisdiction} has no commission`)
    return found
  }

  private discharge(member: CastMember, record: RecordPlan, occurred: Day, groundCode: string): void {
    const spell = record.spells.at(-1)
    if (!spell?.end.value) throw new RangeError(`${member.key} still serves`)
    endSpell(spell, spell.end.value, 'DISCHARGED', 'TERMINATED')
    this.tell(member, 'termination', record, {
      kind: 'TERMINATION',
      stage: 'FINAL',
      occurred: dated(occurred),
      decided: spell.end,
      groundCode,
    })
  }

  private decertify(member: CastMember, record: RecordPlan, occurred: Day, decided: Day): void {
    record.certificates[0]?.history.push({ status: 'REVOKED', raw: 'Finalized', on: dated(decided), stage: 'FINAL' })
    this.tell(member, 'decertification', record, {
      kind: 'DECERTIFICATION',
      stage: 'FINAL',
      occurred: dated(occurred),
      decided: dated(decided),
      groundCode: 'FORCE_EXCESSIVE',
      owner: this.commission(record.jurisdiction),
    })
  }

  private decertified(): void {
    const tamsin = this.one(CAST.decertified)
    this.discharge(CAST.decertified, tamsin, '2022-01-22', 'FORCE_EXCESSIVE')
    this.decertify(CAST.decertified, tamsin, '2022-01-22', '2022-11-08')
    const namesake = this.one(CAST.nearNamesake)
    this.tell(CAST.nearNamesake, 'finding', namesake, {
      kind: 'EXCESSIVE_FORCE_FINDING',
      stage: 'FINAL',
      occurred: dated('2018-04-02'),
      decided: dated('2018-12-18'),
      groundCode: 'FORCE_EXCESSIVE',
    })
    const back = this.one(CAST.reinstated)
    this.decertify(CAST.reinstated, back, '2012-02-14', '2012-10-02')
    back.certificates[0]?.history.push({
      status: 'REINSTATED',
      raw: 'Reinstated by the commission',
      on: dated('2018-05-22'),
      stage: 'FINAL',
    })
  }

  private ordinary(): void {
    const sealed = this.one(CAST.sealed)
    this.tell(CAST.sealed, 'sealedFinding', sealed, {
      kind: 'EXCESSIVE_FORCE_FINDING',
      stage: 'SEALED',
      occurred: dated('2014-03-03'),
      decided: dated('2014-11-20'),
      groundCode: 'FORCE_EXCESSIVE',
    })
    this.one(CAST.twin)
    this.one(CAST.ownEmployee)
    this.discharge(CAST.overturnable, this.one(CAST.overturnable), '2021-02-27', 'FORCE_EXCESSIVE')
    const subject = this.one(CAST.subject)
    this.tell(CAST.subject, 'finding', subject, {
      kind: 'EXCESSIVE_FORCE_FINDING',
      stage: 'FINAL',
      occurred: dated('2015-07-18'),
      decided: dated('2016-03-30'),
      groundCode: 'FORCE_EXCESSIVE',
      agency: this.directory.get(CAST.subject.spells[0]?.agency.id ?? ''),
    })
    this.tell(CAST.subject, 'pending', subject, {
      kind: 'EXCESSIVE_FORCE_FINDING',
      stage: 'NOTICED',
      occurred: dated(addDays(this.today, -60)),
      decided: UNDATED,
      groundCode: 'FORCE_EXCESSIVE',
      process: AFFORDED,
    })
  }

  private pending(): void {
    const separated = this.one(CAST.separated)
    const left = addDays(this.today, -SEPARATED_DAYS_AGO)
    const [spell] = separated.spells
    if (spell) separateUnderInvestigation(spell, left, true)
    this.tell(CAST.separated, 'separation', separated, {
      kind: 'SEPARATION_UNDER_INVESTIGATION',
      stage: 'SEPARATED_UNDER_INVESTIGATION',
      occurred: dated(addDays(left, -45)),
      decided: UNDATED,
      groundCode: 'INVESTIGATION_FORCE',
      decidingAuthority: this.directory.decidingAuthority(this.directory.get(CAST.separated.agencyId)),
      process: AFFORDED,
      counterSigned: true,
      pointerAllowed: true,
      pointer: pointerWindow(left, addDays(left, 21)),
    })
    const appeal = this.one(CAST.underAppeal)
    const ordered = addDays(this.today, -ORDERED_DAYS_AGO)
    const [last] = appeal.spells
    if (last) endSpell(last, addDays(ordered, -30), 'DISCHARGED', 'TERMINATED')
    suspendUnderAppeal(appeal, ordered)
    this.tell(CAST.underAppeal, 'decertification', appeal, {
      kind: 'DECERTIFICATION',
      stage: 'EFFECTIVE_UNDER_APPEAL',
      occurred: dated(addDays(ordered, -200)),
      decided: dated(ordered),
      groundCode: 'FORCE_EXCESSIVE',
      owner: this.commission('US-PA'),
      pointerAllowed: true,
    })
    const matter = this.one(CAST.matterOnly, { spells: [], certificates: [], matter: 'INVESTIGATING' })
    this.tell(CAST.matterOnly, 'pending', matter, {
      kind: 'EXCESSIVE_FORCE_FINDING',
      stage: 'INVESTIGATING',
      occurred: dated(addDays(this.today, -80)),
      decided: UNDATED,
      groundCode: 'FORCE_EXCESSIVE',
      process: UNHEARD,
    })
  }

  private tribal(): void {
    const consenting = CAST.tribalConsenting
    const nation = recordPlan(consenting, 0, this.directory, { certificates: [] })
    const commission = this.commission('US-NM')
    const state = recordPlan(consenting, 1, this.directory, {
      jurisdiction: 'US-NM',
      keeper: commission,
      spells: [],
      certificates: [certificatePlan(consenting, 1, commission.id, '390144', '2012-08-01')],
    })
    this.people.push({ id: consenting.officerId, records: [nation, state] })
    this.discharge(consenting, nation, '2020-10-04', 'FORCE_EXCESSIVE')
    this.discharge(CAST.tribalWithholding, this.one(CAST.tribalWithholding), '2020-06-19', 'FALSE_STATEMENT')
  }

  /** The first record is the later one, Texas's, whose name and certificate the constants are. */
  private linked(): void {
    const member = CAST.twoStates
    const georgia = this.commission('US-GA')
    const [earlier, later] = spellPlans(member, this.directory)
    if (!earlier || !later) throw new RangeError('two spells, one in each State')
    const texan = recordPlan(member, 0, this.directory, {
      spells: [later],
      aliases: [{ ...member.name, family: 'Quarterman', kind: 'MAIDEN' }],
    })
    const georgian = recordPlan(member, 1, this.directory, {
      jurisdiction: 'US-GA',
      keeper: earlier.agency,
      name: { ...member.name, family: 'Quarterman' },
      spells: [earlier],
      certificates: [certificatePlan(member, 1, georgia.id, '280415', addDays(bounds(earlier.start).earliest, 90))],
    })
    this.people.push({ id: member.officerId, records: [texan, georgian] })
    this.tell(member, 'finding', georgian, {
      kind: 'EXCESSIVE_FORCE_FINDING',
      stage: 'FINAL',
      occurred: dated('2011-05-07'),
      decided: dated('2012-02-16'),
      groundCode: 'FORCE_EXCESSIVE',
      agency: earlier.agency,
    })
  }

  private held(): void {
    const record = this.one(CAST.held)
    const raw = 'FINALIZED*'
    hold(record, '2020-12-09', raw)
    this.tell(CAST.held, 'decertification', record, {
      kind: 'DECERTIFICATION',
      stage: 'HELD',
      occurred: dated('2020-06-11'),
      decided: dated('2020-12-09'),
      groundCode: 'FALSE_STATEMENT',
      owner: this.commission('US-VA'),
      process: UNKNOWN_PROCESS,
      nexus: 'UNKNOWN',
      statusRaw: raw,
    })
  }

  /** No instance: what is not noticed yet is a number in the agency's ledger, and of no person (rulings.md). */
  private unnoticed(): void {
    const [spell] = this.one(CAST.unnoticed).spells
    if (!spell) throw new RangeError('unnoticed has a spell')
    endSpell(spell, addDays(this.today, -UNNOTICED_DAYS_AGO), 'RESIGNED', 'RESIGNATION')
    this.unnoticedSeparations.push(spell.agency.id)
  }
}
