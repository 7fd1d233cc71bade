import { fromNumber, toNumber, type Day } from '../dates.js'
import { createRng, type Rng } from '../rng.js'
import { ENGLISH_COHORTS, ENGLISH_TAIL_MEN, ENGLISH_TAIL_WOMEN } from './given-english.js'
import { NameSampler } from './law.js'
import { VIETNAMESE_MIDDLE_MEN, VIETNAMESE_MIDDLE_WOMEN } from './names-asian.js'
import { ORIGINS, type Origin, type OriginName } from './origins.js'

export type Sex = 'M' | 'F'

/** An invented person. Names are written as a careful clerk of the country would, some with their diacritics. */
export interface GeneratedPerson {
  /** `p` and the number of the person in the stream, from 1. */
  readonly id: string
  readonly origin: OriginName
  readonly sex: Sex
  readonly given: string
  readonly middle: string | null
  readonly family: string
  readonly suffix: string | null
  readonly born: Day
  readonly certificate: string
}

/** Ages are counted to this day. */
const TODAY = toNumber('2026-01-01')
const DAYS_A_YEAR = 365.2425
const [YOUNGEST, OLDEST] = [21, 72]
const ENGLISH_SHIFT = 8
const ENGLISH_TAIL_SHARE = 0.14
const MEN_SHARE = 0.76
/** Diacritics that a system of the country keeps. */
const DIACRITICS_KEPT = 0.3

interface Sampled {
  readonly origin: Origin
  readonly families: NameSampler
  readonly given: Readonly<Record<Sex, NameSampler | null>>
}

interface Samplers {
  readonly origins: readonly Sampled[]
  readonly english: readonly { readonly from: number; readonly given: Readonly<Record<Sex, NameSampler>> }[]
}

let made: Samplers | undefined

/** Made once, at the first person: the tables of 40,000 names take some 50 ms. */
function samplers(): Samplers {
  made ??= {
    origins: ORIGINS.map((origin) => ({
      origin,
      families: new NameSampler(origin.families),
      given: {
        M: origin.men ? new NameSampler(origin.men) : null,
        F: origin.women ? new NameSampler(origin.women) : null,
      },
    })),
    english: ENGLISH_COHORTS.map(({ from, men, women }) => ({
      from,
      given: {
        M: english(men, ENGLISH_TAIL_MEN),
        F: english(women, ENGLISH_TAIL_WOMEN),
      },
    })),
  }
  return made
}

function english(heads: readonly string[], tail: readonly string[]): NameSampler {
  return new NameSampler({ heads, shift: ENGLISH_SHIFT, power: 1, tail, tailShare: ENGLISH_TAIL_SHARE })
}

const SHARES = ORIGINS.reduce((sum, { share }) => sum + share, 0)

function drawOrigin(rng: Rng): Sampled {
  const { origins } = samplers()
  let left = rng.next() * SHARES
  for (const sampled of origins) {
    left -= sampled.origin.share
    if (left < 0) return sampled
  }
  return origins[0] as Sampled
}

/** Most between 25 and 55: the sum of two even draws peaks in the middle, and the old are fewer. */
function drawBirth(rng: Rng): Day {
  const age = YOUNGEST + (OLDEST - YOUNGEST) * (0.62 * rng.next() + 0.38 * rng.next())
  return fromNumber(Math.floor(TODAY - age * DAYS_A_YEAR))
}

function englishGiven(sex: Sex, year: number, rng: Rng): string {
  const cohort = samplers().english.findLast(({ from }) => from <= year)
  return (cohort ?? samplers().english[0])?.given[sex].draw(rng) ?? ''
}

function drawGiven({ origin, given }: Sampled, sex: Sex, year: number, rng: Rng): string {
  const own = rng.chance(origin.english) ? null : given[sex]
  return own ? own.draw(rng) : englishGiven(sex, year, rng)
}

/** Another name in full, or one's initial, or none; a Vietnamese one is of a list of its own. */
function drawMiddle(sampled: Sampled, sex: Sex, year: number, given: string, rng: Rng): string | null {
  const draw = rng.next()
  if (draw >= 0.8) return null
  const vietnamese = sampled.origin.name === 'VIETNAMESE'
  const own = sex === 'M' ? VIETNAMESE_MIDDLE_MEN : VIETNAMESE_MIDDLE_WOMEN
  const name = vietnamese ? rng.pickSkewed(own, 2) : drawGiven(sampled, sex, year, rng)
  if (name === given) return null
  return draw < 0.58 ? name : `${name.charAt(0)}.`
}

function drawFamily({ origin, families }: Sampled, rng: Rng): string {
  const first = families.draw(rng)
  if (!rng.chance(origin.doubles)) return first
  const second = families.draw(rng)
  return second === first ? first : `${first}${rng.chance(origin.hyphens) ? '-' : ' '}${second}`
}

/** Sons named after fathers; shares chosen, not measured. */
function drawSuffix(sex: Sex, rng: Rng): string | null {
  const draw = sex === 'M' ? rng.next() : 1
  if (draw < 0.035) return 'Jr.'
  if (draw < 0.04) return 'Sr.'
  if (draw < 0.05) return 'III'
  return draw < 0.053 ? 'II' : null
}

export const withoutDiacritics = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('ß', 'ss')
    .replaceAll('ʻ', "'")

function drawPerson(number: number, rng: Rng): GeneratedPerson {
  const sampled = drawOrigin(rng)
  const sex = rng.chance(MEN_SHARE) ? 'M' : 'F'
  const born = drawBirth(rng)
  const year = Number(born.slice(0, 4))
  const given = drawGiven(sampled, sex, year, rng)
  const middle = drawMiddle(sampled, sex, year, given, rng)
  const family = drawFamily(sampled, rng)
  const suffix = drawSuffix(sex, rng)
  const written = rng.chance(DIACRITICS_KEPT) ? (name: string): string => name : withoutDiacritics
  return {
    id: `p${number}`,
    origin: sampled.origin.name,
    sex,
    given: written(given),
    middle: middle === null ? null : written(middle),
    family: written(family),
    suffix,
    born,
    certificate: `${rng.pick(['C', 'LE', 'P', ''])}${rng.int(100_000, 9_999_999)}`,
  }
}

/**
 * People of mixed origin for tests, benchmarks and training: the same seed gives the same people, one at a time, in
 * memory that does not grow with `count`.
 *
 * What the frequencies rest on: the order of the frequent names is recalled from public-domain lists (Census Bureau
 * surnames of 2010, given names of the Social Security Administration by decade) and from commonly published ranks of
 * other languages; no file was read and no count is known. Weights follow from the rank by a law of Zipf and Mandelbrot,
 * 1/(rank + shift)^power, and the rarer names are composed in the manner of each language. Shares of origins, sexes,
 * suffixes, middle names and kept diacritics are chosen. Any likeness of a whole name to a person's is chance, as in any
 * list of common names; certificate numbers are random.
 */
export function* generatePeople(count: number, seed: string): Generator<GeneratedPerson, void, undefined> {
  const rng = createRng(`people/${seed}`)
  for (let number = 1; number <= count; number++) yield drawPerson(number, rng)
}
