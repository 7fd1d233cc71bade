import type { Outcome } from '../../../../subgraphs/officers/matching/index.js'
import type { Person } from './people.js'

/** Source of truth for outcomes; edited by hand. Every person and agency is invented. */
export interface Case {
  readonly because: string
  readonly candidate: Person
  readonly record: Person
  readonly outcome: Outcome | null
}

const holloway: Person = { given: 'Marcus', middle: 'T.', family: 'Holloway' }
const listed: Person = { ...holloway, agencies: ['Port Ellery Police Department'] }
const born = '1984-03-17'

/** Each of the most common names of the model's table. */
const smith: Person = { given: 'Michael', family: 'Smith', agencies: ['Port Ellery Police Department'] }

export const CASES: readonly Case[] = [
  // Common names: a large department employs several.
  { because: 'a common name and a former agency', candidate: smith, record: smith, outcome: 'POSSIBLE' },
  {
    because: 'a common name, a former agency and the same middle name',
    candidate: { ...smith, middle: 'Tobias' },
    record: { ...smith, middle: 'Tobias' },
    outcome: 'LIKELY',
  },
  {
    because: 'a common name and the full date of birth',
    candidate: { given: 'Michael', family: 'Smith', born },
    record: { given: 'Michael', family: 'Smith', born },
    outcome: 'LIKELY',
  },
  // A name alone, rulings.md.
  {
    because: 'a name alone',
    candidate: { given: 'Marcus', family: 'Holloway' },
    record: holloway,
    outcome: 'POSSIBLE',
  },
  { because: 'a name and a middle initial', candidate: holloway, record: holloway, outcome: 'POSSIBLE' },
  {
    because: 'a full name of three and a year of birth',
    candidate: { ...holloway, middle: 'Thaddeus', born: '1984' },
    record: { ...holloway, middle: 'Thaddeus', born },
    outcome: 'POSSIBLE',
  },
  {
    because: 'a nickname alone',
    candidate: { given: 'Bob', family: 'Holloway' },
    record: { given: 'Robert', family: 'Holloway' },
    outcome: 'POSSIBLE',
  },
  {
    because: 'given name and surname exchanged',
    candidate: { given: 'Holloway', family: 'Marcus' },
    record: holloway,
    outcome: 'POSSIBLE',
  },
  {
    because: 'another middle initial',
    candidate: { ...holloway, middle: 'R.' },
    record: holloway,
    outcome: 'POSSIBLE',
  },
  {
    because: 'another given name',
    candidate: { given: 'Leonard', family: 'Holloway' },
    record: holloway,
    outcome: null,
  },
  {
    because: 'another surname',
    candidate: { given: 'Marcus', family: 'Pendergrass' },
    record: holloway,
    outcome: null,
  },
  {
    because: 'a short surname with another vowel sounds alike, which is too little',
    candidate: { given: 'Marcus', family: 'Hill' },
    record: { given: 'Marcus', family: 'Hall' },
    outcome: null,
  },

  // A list with agencies and no dates, as Virginia's.
  {
    because: 'the agency of the list',
    candidate: { ...listed, agencies: ['Port Ellery PD, 2012..2019'] },
    record: listed,
    outcome: 'LIKELY',
  },
  {
    because: 'the agency of the list, misspelt there',
    candidate: { ...holloway, agencies: ['Port Ellery Police Department'] },
    record: { ...holloway, agencies: ['Port Elery Police Dapertment'] },
    outcome: 'LIKELY',
  },
  {
    because: 'a nickname and the agency of the list',
    candidate: { ...listed, given: 'Marc' },
    record: listed,
    outcome: 'LIKELY',
  },
  {
    because: 'the suffix stands in the surname cell',
    candidate: { ...listed, suffix: 'III' },
    record: { ...listed, family: 'Holloway, III' },
    outcome: 'LIKELY',
  },
  {
    because: 'another kind of agency at the same place',
    candidate: { ...listed, agencies: ["Port Ellery Sheriff's Office"] },
    record: listed,
    outcome: 'POSSIBLE',
  },
  {
    because: 'the middle initials differ at one agency',
    candidate: { ...listed, middle: 'R.' },
    record: listed,
    outcome: 'POSSIBLE',
  },
  {
    because: 'the agency of the list among thirteen guessed ones',
    candidate: {
      ...listed,
      agencies: [
        'Port Ellery PD',
        ...Array.from({ length: 13 }, (_, i) => `Town ${'abcdefghijklm'[i] ?? ''}x Police Department`),
      ],
    },
    record: listed,
    outcome: 'POSSIBLE',
  },

  // Spells with dates.
  {
    because: 'the agency at consistent dates',
    candidate: { ...holloway, agencies: ['Harmon County SO, 2011-06..2016'] },
    record: { ...holloway, agencies: ["Harmon County Sheriff's Office, 2011-05-02..2016-01-31"] },
    outcome: 'LIKELY',
  },
  {
    because: 'the agency without the dates that the source has',
    candidate: { ...holloway, agencies: ['Harmon County SO'] },
    record: { ...holloway, agencies: ["Harmon County Sheriff's Office, 2011-05-02..2016-01-31"] },
    outcome: 'POSSIBLE',
  },
  {
    because: 'a lifetime is consistent with nothing',
    candidate: { ...holloway, agencies: ['Harmon County SO, 1950..2030'] },
    record: { ...holloway, agencies: ["Harmon County Sheriff's Office, 2011-05-02..2016-01-31"] },
    outcome: 'POSSIBLE',
  },
  {
    because: 'the agency at other dates',
    candidate: { ...holloway, agencies: ['Harmon County SO, 1990..1994'] },
    record: { ...holloway, agencies: ["Harmon County Sheriff's Office, 2011-05-02..2016-01-31"] },
    outcome: 'POSSIBLE',
  },

  // Dates of birth.
  {
    because: 'the full date of birth',
    candidate: { ...holloway, born },
    record: { ...holloway, born },
    outcome: 'LIKELY',
  },
  {
    because: 'day and month exchanged',
    candidate: { ...holloway, born: '1984-03-07' },
    record: { ...holloway, born: '1984-07-03' },
    outcome: 'POSSIBLE',
  },
  {
    because: 'one digit off',
    candidate: { ...holloway, born: '1984-03-11' },
    record: { ...holloway, born },
    outcome: 'POSSIBLE',
  },
  {
    because: 'one digit off, and the agency of the list',
    candidate: { ...listed, born: '1984-03-11' },
    record: { ...listed, born },
    outcome: 'LIKELY',
  },
  {
    because: 'only the year is known',
    candidate: { ...holloway, born },
    record: { ...holloway, born: '1984' },
    outcome: 'POSSIBLE',
  },
  {
    because: 'another date of birth',
    candidate: { ...holloway, born: '1961-11-02' },
    record: { ...holloway, born },
    outcome: null,
  },
  {
    because: 'another date of birth at the same agency is for a person to decide',
    candidate: { ...listed, born: '1961-11-02' },
    record: { ...listed, born },
    outcome: 'POSSIBLE',
  },
  {
    because: 'another year of birth, more is not known',
    candidate: { ...holloway, born },
    record: { ...holloway, born: '1990' },
    outcome: null,
  },
  {
    because: 'a twin, or one person under two given names',
    candidate: { given: 'Matthew', family: 'Holloway', born },
    record: { given: 'Michael', family: 'Holloway', born },
    outcome: 'POSSIBLE',
  },
  { because: 'brothers at one agency', candidate: { ...listed, given: 'Leonard' }, record: listed, outcome: null },
  {
    because: 'a given name and a birth date, which thousands share',
    candidate: { given: 'Marcus', family: 'Pendergrass', born },
    record: { ...holloway, born },
    outcome: null,
  },
  {
    because: 'a record without a given name',
    candidate: { ...holloway, born },
    record: { given: '', family: 'Holloway', born },
    outcome: 'POSSIBLE',
  },
  {
    because: 'one letter in a short surname, same birth date',
    candidate: { given: 'Marcus', family: 'Lyen', born },
    record: { given: 'Marcus', family: 'Lyden', born },
    outcome: 'POSSIBLE',
  },
  {
    because: 'exchanged, with a slip, same birth date',
    candidate: { given: 'Hollowya', family: 'Marcus', born },
    record: { ...holloway, born },
    outcome: 'LIKELY',
  },
  {
    because: 'an initial is half a given name',
    candidate: { given: 'M.', family: 'Holloway', born },
    record: { ...holloway, born },
    outcome: 'POSSIBLE',
  },
  {
    because: 'a placeholder is no date',
    candidate: { ...holloway, born: '1900-01-01' },
    record: { ...holloway, born: '1900-01-01' },
    outcome: 'POSSIBLE',
  },

  // Names that differ in writing.
  {
    because: 'two scripts',
    candidate: { given: 'Владимир', family: 'Соколов', born },
    record: { given: 'Vladimir', family: 'Sokolov', born },
    outcome: 'LIKELY',
  },
  {
    because: 'an apostrophe lost to a wrong decoding',
    candidate: { given: 'Niamh', family: "O'Kinnear", born },
    record: { given: 'Niamh', family: 'O\ufffdKinnear', born },
    outcome: 'LIKELY',
  },
  {
    because: 'a typo in a long surname',
    candidate: { given: 'Marcus', family: 'Hollowya', born },
    record: { ...holloway, born },
    outcome: 'LIKELY',
  },
  {
    because: 'a slip in both halves',
    candidate: { given: 'Mracus', family: 'Hollowya', born },
    record: { ...holloway, born },
    outcome: 'POSSIBLE',
  },
  {
    because: 'a maiden name kept in a compound',
    candidate: { given: 'Dana', family: 'Quist', born },
    record: { given: 'Dana', family: 'Quist-Abernathy', born },
    outcome: 'LIKELY',
  },
  {
    because: 'a maiden name under other names',
    candidate: { given: 'Dana', family: 'Abernathy', aliases: ['Dana Quist'], born },
    record: { given: 'Dana', family: 'Quist', born },
    outcome: 'LIKELY',
  },
  {
    because: 'a surname changed, all else the same',
    candidate: { given: 'Dana', family: 'Abernathy', born, agencies: ['Port Ellery PD'] },
    record: { given: 'Dana', family: 'Quist', born, agencies: ['Port Ellery PD'] },
    outcome: 'POSSIBLE',
  },
  {
    because: 'a surname changed; given and middle name in full and the birth are the same',
    candidate: { given: 'Dana', middle: 'Lynn', family: 'Abernathy', born },
    record: { given: 'Dana', middle: 'Lynn', family: 'Quist', born },
    outcome: 'POSSIBLE',
  },
  {
    because: 'another surname, and of the middle name the initial alone',
    candidate: { given: 'Dana', middle: 'L.', family: 'Abernathy', born },
    record: { given: 'Dana', middle: 'Lynn', family: 'Quist', born },
    outcome: null,
  },
  {
    because: 'a given name of two syllables stands where the other has the middle name',
    candidate: { given: 'Jae-yong', middle: 'Min-jin', family: 'Kim', born },
    record: { given: 'Min-jin', middle: 'Jae-yong', family: 'Kim', born },
    outcome: 'LIKELY',
  },
  {
    because: 'a maiden name of two letters kept in a compound',
    candidate: { given: 'Hui', family: 'Li Robster', born },
    record: { given: 'Hui', family: 'Li', born },
    outcome: 'LIKELY',
  },
  {
    because: 'a maiden name of two letters kept as middle name',
    candidate: { given: 'Christine', middle: 'Li', family: 'Glenman', born },
    record: { given: 'Christine', family: 'Li', born },
    outcome: 'POSSIBLE',
  },
  {
    because: 'two compounds share two letters by chance',
    candidate: { given: 'Hui', family: 'Li Robster', born: '1984-03' },
    record: { given: 'Hui', family: 'Li Glenman', born: '1984' },
    outcome: null,
  },
  {
    because: 'goes by the middle name',
    candidate: { given: 'Thaddeus', family: 'Holloway', born },
    record: { ...holloway, middle: 'Thaddeus', born },
    outcome: 'LIKELY',
  },
  {
    because: 'a particle dropped',
    candidate: { given: 'Ines', family: 'Cruzado', born },
    record: { given: 'Ines', family: 'de la Cruzado', born },
    outcome: 'LIKELY',
  },

  // Contradictions.
  {
    because: 'Jr. is not III',
    candidate: { ...holloway, suffix: 'Jr.' },
    record: { ...holloway, suffix: 'III' },
    outcome: null,
  },
  {
    because: 'a father and a son of one full name',
    candidate: { ...holloway, middle: 'Thaddeus', suffix: 'Sr.' },
    record: { ...holloway, middle: 'Thaddeus', suffix: 'Jr.' },
    outcome: null,
  },
  {
    because: 'a namesake of one full name, born on another day',
    candidate: { ...holloway, middle: 'Thaddeus', born: '1961-11-02' },
    record: { ...holloway, middle: 'Thaddeus', born },
    outcome: null,
  },
  {
    because: 'Jr. is not III, even at one agency',
    candidate: { ...listed, suffix: 'Jr.' },
    record: { ...listed, family: 'Holloway III' },
    outcome: 'POSSIBLE',
  },
  {
    because: 'an alias without suffix does not hide it',
    candidate: { ...listed, suffix: 'Jr.' },
    record: { ...listed, family: 'Holloway III', aliases: ['Marcus Holloway'] },
    outcome: 'POSSIBLE',
  },
  {
    because: 'Jr. and II may be one son',
    candidate: { ...listed, suffix: 'Jr.' },
    record: { ...listed, suffix: 'II' },
    outcome: 'LIKELY',
  },

  // Certificates.
  {
    because: 'the same certificate',
    candidate: { ...holloway, certificates: ['XA 00-48213'] },
    record: { ...holloway, certificates: ['XA 48213'] },
    outcome: 'LIKELY',
  },
  {
    because: 'the same certificate under another surname',
    candidate: { given: 'Dana', family: 'Abernathy', certificates: ['XA 48213'] },
    record: { given: 'Dana', family: 'Quist', certificates: ['XA 48213'] },
    outcome: 'POSSIBLE',
  },
  {
    because: 'another number of the same authority',
    candidate: { ...holloway, certificates: ['XA 77105'] },
    record: { ...holloway, certificates: ['XA 48213'] },
    outcome: null,
  },
  {
    because: 'another number of the same authority, same birth date',
    candidate: { ...holloway, born, certificates: ['XA 77105'] },
    record: { ...holloway, born, certificates: ['XA 48213'] },
    outcome: 'POSSIBLE',
  },
  {
    because: 'numbers of two authorities say nothing',
    candidate: { ...holloway, certificates: ['XB 48213'] },
    record: { ...holloway, certificates: ['XA 48213'] },
    outcome: 'POSSIBLE',
  },
  {
    because: 'a renewal keeps the older number beside it',
    candidate: { ...holloway, certificates: ['XA 48213'] },
    record: { ...holloway, certificates: ['XA 48213', 'XA 90377'] },
    outcome: 'LIKELY',
  },
  {
    because: 'the same certificate, another date of birth',
    candidate: { ...holloway, born: '1961-11-02', certificates: ['XA 48213'] },
    record: { ...holloway, born, certificates: ['XA 48213'] },
    outcome: 'POSSIBLE',
  },
]

/** Which of two records is nearer to the candidate: the order is pinned, not the points. */
export interface Ranking {
  readonly because: string
  readonly candidate: Person
  readonly better: Person
  readonly worse: Person
}

export const RANKINGS: readonly Ranking[] = [
  {
    because: 'the name itself before its nickname',
    candidate: { given: 'Robert', family: 'Ames' },
    better: { given: 'Robert', family: 'Ames' },
    worse: { given: 'Bob', family: 'Ames' },
  },
  {
    because: 'a nickname before an initial',
    candidate: { given: 'Robert', family: 'Ames' },
    better: { given: 'Bob', family: 'Ames' },
    worse: { given: 'R.', family: 'Ames' },
  },
  {
    because: 'an initial before another name',
    candidate: { given: 'Robert', family: 'Ames' },
    better: { given: 'R.', family: 'Ames' },
    worse: { given: 'Leonard', family: 'Ames' },
  },
  {
    because: 'a full middle name before its initial',
    candidate: { ...holloway, middle: 'Thaddeus' },
    better: { ...holloway, middle: 'Thaddeus' },
    worse: holloway,
  },
  {
    because: 'no middle name before another',
    candidate: holloway,
    better: { given: 'Marcus', family: 'Holloway' },
    worse: { ...holloway, middle: 'R.' },
  },
  {
    because: 'a spelling variant before a typo',
    candidate: { given: 'Jens', family: 'Brückner' },
    better: { given: 'Jens', family: 'Brueckner' },
    worse: { given: 'Jens', family: 'Bruckmer' },
  },
  {
    because: 'the full date before the year',
    candidate: { ...holloway, born },
    better: { ...holloway, born },
    worse: { ...holloway, born: '1984' },
  },
  {
    because: 'the year before no date',
    candidate: { ...holloway, born },
    better: { ...holloway, born: '1984' },
    worse: holloway,
  },
  {
    because: 'an exchanged date before one digit',
    candidate: { ...holloway, born: '1984-03-07' },
    better: { ...holloway, born: '1984-07-03' },
    worse: { ...holloway, born: '1984-03-01' },
  },
  {
    because: 'one digit before another date',
    candidate: { ...holloway, born },
    better: { ...holloway, born: '1984-03-11' },
    worse: { ...holloway, born: '1961-11-02' },
  },
  {
    because: 'no suffix before another',
    candidate: { ...holloway, suffix: 'Jr' },
    better: holloway,
    worse: { ...holloway, suffix: 'Sr' },
  },
  {
    because: 'the agency with dates before the agency alone',
    candidate: { ...holloway, agencies: ['Port Ellery PD, 2010..2014'] },
    better: { ...holloway, agencies: ['Port Ellery PD, 2010-02-01..2014-03-01'] },
    worse: listed,
  },
  {
    because: 'the agency before its misspelling',
    candidate: listed,
    better: listed,
    worse: { ...holloway, agencies: ['Port Ellory Police Department'] },
  },
  {
    because: 'the certificate before the birth date',
    candidate: { ...holloway, born, certificates: ['XA 48213'] },
    better: { ...holloway, certificates: ['XA 48213'] },
    worse: { ...holloway, born },
  },
]
