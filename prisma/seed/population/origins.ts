import {
  AFRICAN_AMERICAN_MEN,
  AFRICAN_AMERICAN_TAIL_MEN,
  AFRICAN_AMERICAN_TAIL_WOMEN,
  AFRICAN_AMERICAN_WOMEN,
} from './given-english.js'
import * as asian from './names-asian.js'
import * as other from './names-other.js'
import type { NameLaw } from './law.js'
import * as english from './surnames-english.js'
import * as hispanic from './surnames-hispanic.js'

export type OriginName =
  | 'ANGLO'
  | 'AFRICAN_AMERICAN'
  | 'HISPANIC'
  | 'IRISH_SCOTTISH'
  | 'GERMAN'
  | 'FRENCH_CAJUN'
  | 'ITALIAN'
  | 'SLAVIC'
  | 'CYRILLIC'
  | 'PORTUGUESE'
  | 'VIETNAMESE'
  | 'CHINESE'
  | 'KOREAN'
  | 'FILIPINO'
  | 'JAPANESE'
  | 'SOUTH_ASIAN'
  | 'ARABIC'
  | 'NATIVE_AMERICAN'
  | 'POLYNESIAN'

export interface Origin {
  readonly name: OriginName
  /** Parts of the whole. */
  readonly share: number
  readonly families: NameLaw
  /** Given names of the language, by a law of their own; null: English ones only. */
  readonly men: NameLaw | null
  readonly women: NameLaw | null
  /** Share of persons whose given name is an English one, 0 to 1. */
  readonly english: number
  /** Share of persons with two surnames: the father's and the mother's, or one's own and the spouse's. */
  readonly doubles: number
  /** Share of those that join them by a hyphen. */
  readonly hyphens: number
}

const law = (heads: readonly string[], shift: number, tail: readonly string[] = [], tailShare = 0): NameLaw => ({
  heads,
  shift,
  power: 1,
  tail,
  tailShare,
})

const steep = (heads: readonly string[], power: number): NameLaw => ({ heads, shift: 0, power, tail: [], tailShare: 0 })

function origin(
  name: OriginName,
  share: number,
  families: NameLaw,
  given: readonly [men: NameLaw, women: NameLaw] | null = null,
  english = given ? 0.35 : 1,
  doubles = given ? 0 : 0.02,
): Origin {
  const [men, women] = given ?? [null, null]
  // Two surnames by birth are mostly written apart, by marriage with a hyphen.
  return { name, share, families, men, women, english, doubles, hyphens: doubles > 0.1 ? 0.2 : 0.85 }
}

const anglo = law(english.ANGLO_SURNAMES, 8, english.ANGLO_TAIL, 0.42)

/**
 * The origins and their shares. The shares are chosen, not measured: the small groups are larger than in the country,
 * so that each way of writing a name occurs often enough to be tested.
 */
// prettier-ignore
export const ORIGINS: readonly Origin[] = [
  origin('ANGLO', 36, anglo),
  origin('AFRICAN_AMERICAN', 12, law(english.AFRICAN_AMERICAN_SURNAMES, 10, [...english.ANGLO_SURNAMES, ...english.ANGLO_TAIL], 0.4),
    [law(AFRICAN_AMERICAN_MEN, 8, AFRICAN_AMERICAN_TAIL_MEN, 0.3), law(AFRICAN_AMERICAN_WOMEN, 8, AFRICAN_AMERICAN_TAIL_WOMEN, 0.35)], 0.6, 0.02),
  origin('HISPANIC', 17, law(hispanic.HISPANIC_SURNAMES, 12, hispanic.HISPANIC_TAIL, 0.22),
    [law(hispanic.HISPANIC_MEN, 6), law(hispanic.HISPANIC_WOMEN, 6)], 0.3, 0.22),
  origin('IRISH_SCOTTISH', 7, law(english.IRISH_SCOTTISH_SURNAMES, 8, english.IRISH_SCOTTISH_TAIL, 0.35)),
  origin('GERMAN', 5, law(english.GERMAN_SURNAMES, 6, english.GERMAN_TAIL, 0.5)),
  origin('FRENCH_CAJUN', 3, law(english.FRENCH_SURNAMES, 6, english.FRENCH_TAIL, 0.3)),
  origin('ITALIAN', 3, law(other.ITALIAN_SURNAMES, 6, other.ITALIAN_TAIL, 0.4)),
  origin('SLAVIC', 3, law(other.SLAVIC_SURNAMES, 8, other.SLAVIC_TAIL, 0.45),
    [law(other.SLAVIC_MEN, 5), law(other.SLAVIC_WOMEN, 5)], 0.5),
  origin('CYRILLIC', 1.5, law(other.CYRILLIC_SURNAMES, 8), [law(other.CYRILLIC_MEN, 4), law(other.CYRILLIC_WOMEN, 4)], 0.1),
  origin('PORTUGUESE', 1, law(other.PORTUGUESE_SURNAMES, 6), [law(other.PORTUGUESE_MEN, 5), law(other.PORTUGUESE_WOMEN, 4)], 0.5, 0.2),
  origin('VIETNAMESE', 2, steep(asian.VIETNAMESE_SURNAMES, 1.35), [law(asian.VIETNAMESE_MEN, 6), law(asian.VIETNAMESE_WOMEN, 6)], 0.3),
  origin('CHINESE', 2, law(asian.CHINESE_SURNAMES, 6), [law(asian.CHINESE_MEN, 20), law(asian.CHINESE_WOMEN, 20)], 0.5),
  origin('KOREAN', 1.5, steep(asian.KOREAN_SURNAMES, 1.1), [law(asian.KOREAN_MEN, 40), law(asian.KOREAN_WOMEN, 40)], 0.45),
  origin('FILIPINO', 1, law(asian.FILIPINO_SURNAMES, 8), [law(hispanic.HISPANIC_MEN, 6), law(hispanic.HISPANIC_WOMEN, 6)], 0.7),
  origin('JAPANESE', 0.5, law(asian.JAPANESE_SURNAMES, 6), [law(asian.JAPANESE_MEN, 6), law(asian.JAPANESE_WOMEN, 6)], 0.5),
  origin('SOUTH_ASIAN', 2, law(asian.SOUTH_ASIAN_SURNAMES, 4, asian.SOUTH_ASIAN_TAIL, 0.15),
    [law(asian.SOUTH_ASIAN_MEN, 8), law(asian.SOUTH_ASIAN_WOMEN, 8)], 0.1),
  origin('ARABIC', 1.5, law(other.ARABIC_SURNAMES, 6, other.ARABIC_TAIL, 0.3), [law(other.ARABIC_MEN, 2), law(other.ARABIC_WOMEN, 4)], 0.1),
  origin('NATIVE_AMERICAN', 1, law(other.NATIVE_AMERICAN_SURNAMES, 4, other.NATIVE_AMERICAN_TAIL, 0.3), null, 1, 0),
  origin('POLYNESIAN', 0.5, law(other.POLYNESIAN_SURNAMES, 6, other.POLYNESIAN_TAIL, 0.3),
    [law(other.POLYNESIAN_MEN, 4), law(other.POLYNESIAN_WOMEN, 4)], 0.5),
]
