import { dated, type Dated, type Day } from './dates.js'
import { demoId } from './demo-id.js'
import { AGENCIES, commissionId, commissionName, type NamedAgency } from './named-agencies.js'
import type { PersonName } from './plans.js'

/** A spell of a member of the cast. `to` null: it goes on, or ended relative to the day of the world (`leftDaysAgo`). */
export interface CastSpell {
  readonly agency: NamedAgency
  readonly from: Day
  readonly to: Day | null
}

export interface CastCertificate {
  /** Hub agency id of the commission. */
  readonly authority: string
  readonly authorityName: string
  readonly number: string
}

/** Somebody whom tests and the tour know by name: constant in every world, whatever seed and day. Invented. */
export interface CastMember {
  readonly key: string
  /** What is true of them, in one sentence. */
  readonly story: string
  readonly officerId: string
  /** Of the records, in the order in which the story names them; the first is the one the constants below are from. */
  readonly recordIds: readonly string[]
  readonly name: PersonName
  /** As the first record has it. */
  readonly dob: Dated
  /** ISO date as far as it is known, for a candidate's input: `1986-03-14`, `1987`. */
  readonly dobText: string | null
  /** Where they last served. */
  readonly agencyId: string
  readonly agencyName: string
  readonly jurisdiction: string
  readonly spells: readonly CastSpell[]
  readonly certificate: CastCertificate | null
  /** Ids of the certifications that exist, of the first record first. */
  readonly certificationIds: readonly string[]
  /** Ids of the instances about them, by what they are in the story. */
  readonly incidentIds: Readonly<Record<string, string>>
}

interface Sketch {
  readonly story: string
  readonly name: readonly [given: string, middle: string | null, family: string, suffix?: string]
  readonly dob: Dated
  readonly spells: readonly [CastSpell, ...CastSpell[]]
  readonly number?: string
  readonly records?: number
  /** Indices of the records with a certificate: all where the first has a `number`, else none. */
  readonly certified?: readonly number[]
  readonly incidents?: readonly string[]
}

function certificateOf(agency: NamedAgency, number: string): CastCertificate {
  const state = {
    'US-VA': 'Virginia',
    'US-MD': 'Maryland',
    'US-PA': 'Pennsylvania',
    'US-CO': 'Colorado',
    'US-GA': 'Georgia',
    'US-TX': 'Texas',
    'US-OH': 'Ohio',
    'US-NM': 'New Mexico',
    'US-WA': 'Washington',
  }
  const name = state[agency.jurisdiction as keyof typeof state]
  return { authority: commissionId(agency.jurisdiction), authorityName: commissionName(name), number }
}

/** Id of the certification of one of a member's records. */
export function castCertificationId(key: string, record: number): string {
  return demoId('Certification', `${key}-${record}`)
}

function member<const Key extends string>(key: Key, sketch: Sketch): CastMember {
  const [given, middle, family, suffix = null] = sketch.name
  const last = sketch.spells.at(-1) ?? sketch.spells[0]
  const records = sketch.records ?? 1
  const { dob } = sketch
  const indices = Array.from({ length: records }, (_, index) => index)
  const certified = sketch.certified ?? (sketch.number === undefined ? [] : indices)
  return {
    key,
    story: sketch.story,
    officerId: demoId('Officer', key),
    recordIds: indices.map((index) => demoId('IdentityRecord', `${key}-${index}`)),
    name: { given, middle, family, suffix },
    dob,
    dobText: dob.value === null ? null : dob.precision === 'YEAR' ? dob.value.slice(0, 4) : dob.value,
    agencyId: last.agency.id,
    agencyName: last.agency.name,
    jurisdiction: last.agency.jurisdiction,
    spells: sketch.spells,
    certificate: sketch.number === undefined ? null : certificateOf(last.agency, sketch.number),
    certificationIds: certified.map((index) => castCertificationId(key, index)),
    incidentIds: Object.fromEntries(
      (sketch.incidents ?? []).map((name) => [name, demoId('Incident', `${key}-${name}`)]),
    ),
  }
}

/** Days between the day of the world and the separation under investigation of `separated`. */
export const SEPARATED_DAYS_AGO = 140
/** Days between the day of the world and the separation of `unnoticed`. */
export const UNNOTICED_DAYS_AGO = 35
/** Days between the day of the world and the order against `underAppeal`. */
export const ORDERED_DAYS_AGO = 75

export const CAST = {
  decertified: member('decertified', {
    story:
      'Discharged by the Quillmere police for cause, then decertified by Virginia; both final. A candidate who states agency, birth date or certificate is LIKELY.',
    name: ['Tamsin', 'Rue', 'Okonquist-Hale'],
    dob: dated('1986-03-14'),
    spells: [
      { agency: AGENCIES.virginiaSheriff, from: '2009-06-15', to: '2013-08-31' },
      { agency: AGENCIES.virginiaCity, from: '2013-09-16', to: '2022-05-20' },
    ],
    number: '604417',
    incidents: ['termination', 'decertification'],
  }),
  nearNamesake: member('nearNamesake', {
    story:
      'Another person of the same name, in Maryland, whose birth date is known by its year and differs: POSSIBLE beside `decertified`, never more, and unrevealed.',
    name: ['Tamsin', null, 'Okonquist-Hale'],
    dob: dated('1987-01-01', 'YEAR'),
    spells: [{ agency: AGENCIES.marylandCity, from: '2011-02-01', to: '2019-10-31' }],
    number: '771209',
    incidents: ['finding'],
  }),
  sealed: member('sealed', {
    story: 'One finding, sealed by order; nothing else. To everyone else the same as `twin`.',
    name: ['Corwin', 'Dale', 'Ashgrovenor'],
    dob: dated('1982-07-09'),
    spells: [{ agency: AGENCIES.pennsylvaniaCity, from: '2008-04-01', to: null }],
    number: '318855',
    incidents: ['sealedFinding'],
  }),
  twin: member('twin', {
    story: 'Same agency, same dates, same kind of certificate as `sealed`, and no instance at all.',
    name: ['Marius', 'Lee', 'Penhallowell'],
    dob: dated('1982-11-23'),
    spells: [{ agency: AGENCIES.pennsylvaniaCity, from: '2008-04-01', to: null }],
    number: '318856',
  }),
  separated: member('separated', {
    story: 'Resigned while under an investigation of force, noticed and counter-signed: fact and pointer are live.',
    name: ['Brigitte', 'Anne', "O'Tarrowmere"],
    dob: dated('1990-12-02'),
    spells: [{ agency: AGENCIES.coloradoSheriff, from: '2016-03-01', to: null }],
    number: '450921',
    incidents: ['separation'],
  }),
  underAppeal: member('underAppeal', {
    story:
      'Decertified by Pennsylvania; the order is effective and under appeal. Others learn the status of the certificate and no ground.',
    name: ['Leopold', 'Vance', 'Harrowgate-Innis', 'Jr.'],
    dob: dated('1979-05-28'),
    spells: [{ agency: AGENCIES.pennsylvaniaCity, from: '2005-01-10', to: null }],
    number: '207733',
    incidents: ['decertification'],
  }),
  tribalConsenting: member('tribalConsenting', {
    story:
      'Terminated, finally, by the Ovenna Nation, which consents to share for hiring; certified by New Mexico in a record of its own.',
    name: ['Halona', 'Mae', 'Windharrow'],
    dob: dated('1988-08-17'),
    spells: [{ agency: AGENCIES.ovennaPolice, from: '2012-05-01', to: '2021-03-12' }],
    records: 2,
    certified: [1],
    incidents: ['termination'],
  }),
  tribalWithholding: member('tribalWithholding', {
    story:
      'Terminated, finally, by the Quessalin Nation, which has consented to nothing: to everyone outside the record does not exist.',
    name: ['Tobiah', 'Wren', 'Castlefern'],
    dob: dated('1985-02-06'),
    spells: [{ agency: AGENCIES.quessalinPolice, from: '2010-09-01', to: '2020-11-30' }],
    incidents: ['termination'],
  }),
  subject: member('subject', {
    story:
      'The persona `officer`: one final finding of the Quillmere police, and one matter of the Hoxenfell sheriff that is noticed and pending.',
    name: ['Emeric', 'Paul', 'Vantongeren-Sloe'],
    dob: dated('1983-10-30'),
    spells: [
      { agency: AGENCIES.virginiaCity, from: '2007-02-05', to: '2017-12-31' },
      { agency: AGENCIES.virginiaSheriff, from: '2018-01-15', to: null },
    ],
    number: '588102',
    incidents: ['finding', 'pending'],
  }),
  twoStates: member('twoStates', {
    story:
      'Two linked records: Georgia knows her under her earlier surname and holds a final finding, Texas under the later one.',
    name: ['Ysolde', 'Marie', 'Quarterman-Reyal'],
    dob: dated('1984-04-21'),
    spells: [
      { agency: AGENCIES.georgiaCity, from: '2006-07-01', to: '2014-06-30' },
      { agency: AGENCIES.texasCity, from: '2014-09-01', to: '2023-02-28' },
    ],
    number: 'TX-330914',
    records: 2,
    incidents: ['finding'],
  }),
  overturnable: member('overturnable', {
    story: 'Terminated, finally, by the Vostrand police, whose records officer can record the reversal.',
    name: ['Gideon', 'Marsh', 'Falkenbright'],
    dob: dated('1981-09-05'),
    spells: [{ agency: AGENCIES.ohioCity, from: '2010-01-04', to: '2021-08-13' }],
    number: 'OH-419067',
    incidents: ['termination'],
  }),
  reinstated: member('reinstated', {
    story: 'Decertified by Virginia, finally, and reinstated later: the certificate says so.',
    name: ['Philomena', 'Joy', "D'Aubergine"],
    dob: dated('1977-01-19'),
    spells: [
      { agency: AGENCIES.virginiaSheriff, from: '2001-03-01', to: '2012-04-30' },
      { agency: AGENCIES.virginiaCity, from: '2018-07-01', to: null },
    ],
    number: '512230',
    incidents: ['decertification'],
  }),
  matterOnly: member('matterOnly', {
    story: 'Known to the hub through one matter that is not admitted: nobody but its owner may see or find the record.',
    name: ['Osric', null, 'Thimblewood'],
    dob: dated('1993-06-11'),
    spells: [{ agency: AGENCIES.marylandCity, from: '2019-01-01', to: null }],
    incidents: ['pending'],
  }),
  ownEmployee: member('ownEmployee', {
    story: 'Serves with the Vostrand police today: its own investigator may not run a hiring check on him.',
    name: ['Ambrose', 'Kit', 'Larkmoor', 'III'],
    dob: dated('1992-03-03'),
    spells: [{ agency: AGENCIES.ohioCity, from: '2015-06-01', to: null }],
    number: 'OH-428811',
  }),
  held: member('held', {
    story:
      'Virginia lists a decertification with the status FINALIZED*, which nobody explained: held for the owner, not taken as final, so that others see the spells and no more.',
    name: ['Cressida', 'Wynn', 'Marrowstone'],
    dob: dated('1980-06-17'),
    spells: [{ agency: AGENCIES.virginiaCity, from: '2006-04-03', to: '2020-09-30' }],
    number: '561874',
    incidents: ['decertification'],
  }),
  unnoticed: member('unnoticed', {
    story:
      "Resigned while under investigation, and not noticed yet: one more in the ledger of the agency, and of the person nothing but a spell's end.",
    name: ['Jocasta', 'Bell', 'Ravenscourt-Odum'],
    dob: dated('1989-09-24'),
    spells: [{ agency: AGENCIES.coloradoSheriff, from: '2014-02-10', to: null }],
    number: '450377',
  }),
} as const satisfies Record<string, CastMember>

export type CastKey = keyof typeof CAST
