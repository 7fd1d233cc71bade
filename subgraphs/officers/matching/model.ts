import { readModelFile, type UntestedModel } from './model-file.js'
import { type NameRarity, shippedRarity } from './rarity.js'
import type { Feature, Verdict } from './types.js'

/** One row of the model: what a comparison that comes out so is worth, and how it is said. */
export interface Level {
  readonly verdict: Verdict
  /** log2 of (how often among one person's records) / (how often among two persons' records). */
  readonly points: number
  /** Constant text: what was compared, never what was found. */
  readonly detail: string
  /** The names may be one person's. On `family` and `given` only. */
  readonly nameAgrees?: true
  /** The name agrees with a slip: a second slip in the other half is one too many for LIKELY. */
  readonly slip?: true
  /** With an agreeing name, enough for LIKELY (rulings.md, "Matches and what they open"). */
  readonly corroborates?: true
  /** Never LIKELY beside it. */
  readonly contradicts?: true
  /** Of a name that may agree although it is no agreement yet: an initial, half of a compound. */
  readonly mayAgree?: true
  /** Beside given name and full date of birth enough for a person to look, whatever the surname. On `middle` only. */
  readonly inFull?: true
  /** Both births are known to the day, so that a namesake is told apart. On `dateOfBirth` only. */
  readonly toTheDay?: true
  /** No match beside it, unless something besides the name agrees. */
  readonly decisive?: true
}

type Rows = Readonly<Record<string, Level>>

/**
 * The rows of the model, to be read aloud in review: what a comparison may come out as, what follows from it and how it
 * is said. The points here are judgement, from published practice; where data gave better ones, the model file does
 * (model/em-2.json, written by `comity match train`), and says from which rates.
 */
// prettier-ignore
export const JUDGEMENT = {
  given: {
    EXACT: { verdict: 'AGREE', points: 6, nameAgrees: true, detail: 'The given names are the same.' },
    ONE_OF_SEVERAL: { verdict: 'PARTIAL', points: 4, nameAgrees: true, detail: 'One of several given names is the same.' },
    NICKNAME: { verdict: 'AGREE', points: 4, nameAgrees: true, detail: 'One given name is a common short form of the other.' },
    SHARED_FORMAL: { verdict: 'PARTIAL', points: 2.5, nameAgrees: true, detail: 'The given names are short forms of the same name.' },
    ROMANISED: { verdict: 'PARTIAL', points: 4, nameAgrees: true, detail: 'The given names are two ways of writing one name in Latin letters.' },
    READING: { verdict: 'PARTIAL', points: 3, nameAgrees: true, slip: true, detail: 'One given name is in a script without vowels; the other may be its reading.' },
    MIDDLE_AS_GIVEN: { verdict: 'PARTIAL', points: 3, nameAgrees: true, detail: 'The given name of one is the middle name of the other.' },
    SWAPPED: { verdict: 'PARTIAL', points: 7, nameAgrees: true, detail: 'The given name stands where the other has the surname.' },
    TYPO: { verdict: 'PARTIAL', points: 3, nameAgrees: true, slip: true, detail: 'The given names differ by a slip of spelling.' },
    SOUND: { verdict: 'PARTIAL', points: 1.5, nameAgrees: true, slip: true, detail: 'The given names sound alike.' },
    NEAR: { verdict: 'PARTIAL', points: 0, detail: 'The given names differ by a letter or two and may be two names.' },
    GARBLED: { verdict: 'PARTIAL', points: 1.5, detail: 'The given names hold nearly the same letters in another order.' },
    INITIAL: { verdict: 'PARTIAL', points: 3, mayAgree: true, detail: 'Of one given name only the initial is known; it is the same.' },
    DIFFER: { verdict: 'DIFFER', points: -6, detail: 'The given names are different.' },
    ABSENT: { verdict: 'ABSENT', points: 0, detail: 'A given name is missing on one side.' },
  },
  middle: {
    EXACT: { verdict: 'AGREE', points: 4, inFull: true, detail: 'The middle names are the same.' },
    INITIAL: { verdict: 'AGREE', points: 2, detail: 'The middle initials are the same.' },
    CLOSE: { verdict: 'PARTIAL', points: 2, detail: 'The middle names differ by a slip of spelling or a short form.' },
    DIFFER: { verdict: 'DIFFER', points: -4, detail: 'The middle names or initials are different.' },
    ABSENT: { verdict: 'ABSENT', points: 0, detail: 'A middle name is missing on one side.' },
  },
  family: {
    EXACT: { verdict: 'AGREE', points: 9, nameAgrees: true, detail: 'The surnames are the same.' },
    VARIANT: { verdict: 'AGREE', points: 8, nameAgrees: true, detail: 'The surnames are spelling variants of one name.' },
    SWAPPED: { verdict: 'PARTIAL', points: 9.5, nameAgrees: true, detail: 'The surname stands where the other has the given name.' },
    SWAPPED_TYPO: { verdict: 'PARTIAL', points: 6, nameAgrees: true, slip: true, detail: 'The surname stands, with a slip of spelling, where the other has the given name.' },
    ROMANISED: { verdict: 'PARTIAL', points: 7, nameAgrees: true, detail: 'The surnames are two ways of writing one name in Latin letters.' },
    READING: { verdict: 'PARTIAL', points: 5, nameAgrees: true, detail: 'One surname is in a script without vowels; the other may be its reading.' },
    PART: { verdict: 'PARTIAL', points: 6, nameAgrees: true, detail: 'The surnames share a part of a compound name.' },
    HALF: { verdict: 'PARTIAL', points: 1, mayAgree: true, detail: 'Both surnames are compound; they share one part and differ in another.' },
    AS_MIDDLE: { verdict: 'PARTIAL', points: 3, mayAgree: true, detail: 'The surname of one is a middle name of the other.' },
    TYPO: { verdict: 'PARTIAL', points: 6, nameAgrees: true, slip: true, detail: 'The surnames differ by a slip of spelling.' },
    SOUND: { verdict: 'PARTIAL', points: 2.5, nameAgrees: true, slip: true, detail: 'The surnames sound alike.' },
    NEAR: { verdict: 'PARTIAL', points: 0, detail: 'The surnames differ by a letter or two and may be two names.' },
    GARBLED: { verdict: 'PARTIAL', points: 3.5, detail: 'The surnames hold nearly the same letters in another order.' },
    DIFFER: { verdict: 'DIFFER', points: -8, detail: 'The surnames are different.' },
    ABSENT: { verdict: 'ABSENT', points: 0, detail: 'A surname is missing on one side.' },
  },
  suffix: {
    EXACT: { verdict: 'AGREE', points: 2, detail: 'The suffixes are the same.' },
    // Families use Jr. and II for the same son.
    COMPATIBLE: { verdict: 'PARTIAL', points: 0, detail: 'The suffixes may stand for the same person.' },
    DIFFER: { verdict: 'DIFFER', points: -6, contradicts: true, decisive: true, detail: 'The suffixes tell two persons of one family apart.' },
    ABSENT: { verdict: 'ABSENT', points: 0, detail: 'A suffix is missing on one side or both.' },
  },
  dateOfBirth: {
    DAY: { verdict: 'AGREE', points: 12, toTheDay: true, corroborates: true, detail: 'The full dates of birth are the same.' },
    SWAPPED: { verdict: 'PARTIAL', points: 8, toTheDay: true, detail: 'The dates of birth are the same with day and month exchanged.' },
    MONTH: { verdict: 'AGREE', points: 7, detail: 'Month and year of birth are the same; a day is not known.' },
    ONE_DIGIT: { verdict: 'PARTIAL', points: 6, toTheDay: true, detail: 'The dates of birth differ by one slip of a digit.' },
    YEAR_OFF: { verdict: 'PARTIAL', points: 5, toTheDay: true, detail: 'Day and month of birth are the same, the years are one apart; the expanded search allows it.' },
    WITHIN_MONTH: { verdict: 'PARTIAL', points: 1.5, toTheDay: true, contradicts: true, detail: 'The dates of birth lie within a month of each other.' },
    WITHIN_YEAR: { verdict: 'DIFFER', points: -5, toTheDay: true, contradicts: true, detail: 'The dates of birth lie within a year of each other.' },
    TWO_DIGITS: { verdict: 'DIFFER', points: -4, toTheDay: true, contradicts: true, detail: 'The dates of birth differ by two slips of a digit.' },
    YEAR: { verdict: 'AGREE', points: 4, detail: 'The year of birth is the same; more is not known.' },
    YEAR_NEAR: { verdict: 'PARTIAL', points: -1, detail: 'The years of birth are one apart; more is not known.' },
    TWO_PARTS: { verdict: 'DIFFER', points: -4, toTheDay: true, contradicts: true, detail: 'One part of the dates of birth differs by more than a slip.' },
    DIFFER: { verdict: 'DIFFER', points: -10, toTheDay: true, contradicts: true, decisive: true, detail: 'The dates of birth are different.' },
    ABSENT: { verdict: 'ABSENT', points: 0, detail: 'A date of birth is missing on one side or both.' },
  },
  certificateNumber: {
    SAME_AUTHORITY: { verdict: 'AGREE', points: 16, corroborates: true, detail: 'A certificate number of the same authority is the same.' },
    NUMBER_ONLY: { verdict: 'AGREE', points: 10, corroborates: true, detail: 'A certificate number is the same; its authority was not stated.' },
    SHORT_NUMBER: { verdict: 'PARTIAL', points: 4, detail: 'A certificate number is the same, but too short to tell persons apart.' },
    MIXED: { verdict: 'PARTIAL', points: 8, contradicts: true, detail: 'One certificate number is the same, another of one authority is different.' },
    ONE_SLIP: { verdict: 'PARTIAL', points: 2, detail: 'The certificate numbers of one authority differ by one character.' },
    DIFFER: { verdict: 'DIFFER', points: -8, contradicts: true, decisive: true, detail: 'The certificate numbers of one authority are different.' },
    ABSENT: { verdict: 'ABSENT', points: 0, detail: 'There is no certificate number that both sides state for one authority.' },
  },
  formerAgency: {
    DATED: { verdict: 'AGREE', points: 10, corroborates: true, detail: 'A former agency is the same, at consistent dates.' },
    LISTED: { verdict: 'AGREE', points: 8, corroborates: true, detail: 'A former agency is the same; the source states no dates.' },
    LISTED_SIMILAR: { verdict: 'AGREE', points: 6, corroborates: true, detail: 'A former agency is the same but for its spelling; the source states no dates.' },
    CLAIM_UNDATED: { verdict: 'PARTIAL', points: 5, detail: 'A former agency is the same; the candidate states no dates for it.' },
    OVERLAP: { verdict: 'PARTIAL', points: 5, detail: 'A former agency is the same; the dates overlap without agreeing.' },
    OTHER_DATES: { verdict: 'PARTIAL', points: 1, detail: 'A former agency is the same, at other dates.' },
    // Careers span agencies, and a source knows its own: no common agency says little.
    NONE_IN_COMMON: { verdict: 'DIFFER', points: -1, detail: 'None of the stated former agencies is one that the source knows of.' },
    ABSENT: { verdict: 'ABSENT', points: 0, detail: 'Former agencies are missing on one side or both.' },
  },
} as const satisfies Record<Feature, Rows>

export type LevelOf<F extends Feature> = keyof (typeof JUDGEMENT)[F] & string

export interface Model {
  readonly version: string
  /** log2 odds that a record found by the blocking keys is the candidate's, before anything is compared. */
  readonly prior: number
  readonly levels: { readonly [F in Feature]: Readonly<Record<LevelOf<F>, Level>> }
  /** Points including the prior. */
  readonly thresholds: {
    readonly likely: number
    readonly possible: number
    /** POSSIBLE where both births are known to the day: more is told, and more has to agree. */
    readonly possibleToTheDay: number
    /** The same of two different given names: a date of birth and a surname that many share bring strangers together. */
    readonly possibleOtherGiven: number
  }
  /** How rare names are, for what their agreement is worth in a check. */
  readonly rarity: NameRarity
  /** Of `comity match`, points including the prior of the files' sizes: one pair of thresholds for all files. */
  readonly files: { readonly likely: number; readonly possible: number }
  /** How often two strangers share a given name, a surname: what EXACT is worth is set for such a name. */
  readonly nameFrequency: { readonly given: number; readonly family: number }
  /** The best of several persons stays LIKELY only if it leads the next LIKELY one by so much. */
  readonly lead: number
  /** More claimed agencies than this that the source does not know, and a common one corroborates no longer: guessing. */
  readonly unknownAgencies: number
}

/** The judgement's rows with the file's points; a row that is newer than the file keeps its own. */
function withPoints(file: UntestedModel): Model['levels'] {
  const rows = Object.entries(JUDGEMENT).map(([feature, levels]) => [
    feature,
    Object.fromEntries(
      Object.entries<Level>(levels).map(([name, level]) => {
        const points = file.levels[feature]?.[name]?.points
        return [name, points === undefined ? level : { ...level, points }]
      }),
    ),
  ])
  return Object.fromEntries(rows) as Model['levels']
}

export function modelOf(file: UntestedModel): Model {
  const { version, hub, files, nameFrequency } = file
  const { prior, lead, unknownAgencies, likely, possible, possibleToTheDay, possibleOtherGiven } = hub
  return {
    version,
    prior,
    levels: withPoints(file),
    thresholds: { likely, possible, possibleToTheDay, possibleOtherGiven },
    rarity: shippedRarity(),
    files,
    nameFrequency,
    lead,
    unknownAgencies,
  }
}

export const MODEL: Model = modelOf(readModelFile())

/** Bounds on what is compared, so that neither long lists nor guessing by lists pays. */
export const LIMITS = {
  names: 6,
  certificates: 10,
  employers: 40,
  employments: 100,
  recordKeys: 160,
  candidateKeys: 200,
} as const
