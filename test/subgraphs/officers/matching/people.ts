import type {
  Candidate,
  CandidateCertificate,
  MatchableRecord,
  PartialDate,
} from '../../../../subgraphs/officers/matching/index.js'

/** An invented person, short enough to stand in a line of a table. */
export interface Person {
  readonly given: string
  readonly family: string
  readonly middle?: string
  readonly suffix?: string
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly born?: string
  /** `authority number`, or a number alone where the authority is not stated. */
  readonly certificates?: readonly string[]
  /** `agency` or `agency, from..to`; either end may be empty. */
  readonly agencies?: readonly string[]
  /** `given family`. */
  readonly aliases?: readonly string[]
}

const PRECISION = { 4: 'YEAR', 7: 'MONTH', 10: 'DAY' } as const

export function date(text: string | undefined): PartialDate | null {
  const precision = PRECISION[(text ?? '').length as keyof typeof PRECISION]
  return text && precision ? { value: text, precision } : null
}

function spell(text: string) {
  const [, agency = text, from, to] = /^(.*), ([\d-]*)\.\.([\d-]*)$/.exec(text) ?? []
  return { agency, from: date(from), to: date(to) }
}

function certificate(text: string): CandidateCertificate {
  const [first = '', second] = text.split(' ')
  return second === undefined ? { authority: null, number: first } : { authority: first, number: second }
}

function alias(text: string) {
  const [given = '', family = ''] = text.split(' ')
  return { given, middle: null, family, suffix: null }
}

export function candidate(person: Person): Candidate {
  return {
    givenName: person.given,
    middleName: person.middle ?? null,
    familyName: person.family,
    suffix: person.suffix ?? null,
    otherNames: (person.aliases ?? []).map(alias),
    dateOfBirth: date(person.born),
    certificates: (person.certificates ?? []).map(certificate),
    formerEmployers: (person.agencies ?? []).map((text) => ({ ...spell(text), reasonStated: null })),
  }
}

export function record(person: Person, id = 'idr_1', officerId = id.replace('idr', 'off')): MatchableRecord {
  const { given, family, middle = null, suffix = null, born } = person
  return {
    recordId: id,
    officerId,
    ownerJurisdiction: 'US-XA',
    names: [{ given, middle, family, suffix }],
    aliases: (person.aliases ?? []).map(alias),
    birthDate: born ? born.padEnd(7, '-01').padEnd(10, '-01') : null,
    birthPrecision: date(born)?.precision ?? 'NONE',
    certificates: (person.certificates ?? [])
      .map(certificate)
      .map(({ authority, number }) => ({ authority: authority ?? 'XA', number })),
    employments: (person.agencies ?? []).map(spell).map(({ agency, from, to }) => ({
      agencyId: `agc_${agency}`,
      agencyName: agency,
      start: from,
      end: to,
    })),
    listedAgencies: [],
  }
}
