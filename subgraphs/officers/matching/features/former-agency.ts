import { compareAgencies, type AgencyLikeness, type NormalAgency } from '../agency-name.js'
import { dayRange, type KnownDate } from '../dates.js'
import type { LevelOf } from '../model.js'

/** A time at an agency, as claimed by the candidate or as known to the source. */
export interface Spell {
  readonly agencyId: string | null
  readonly agency: NormalAgency
  readonly from: KnownDate | null
  readonly to: KnownDate | null
}

export interface FormerAgencyComparison {
  readonly level: LevelOf<'formerAgency'>
  /** Claimed agencies that the source does not know. */
  readonly unknown: number
}

type SpellLevel = Exclude<LevelOf<'formerAgency'>, 'NONE_IN_COMMON' | 'ABSENT'>

/** A year: people round the dates of their jobs. */
const TOLERANCE = 366
/** Best first. */
const ORDER = [
  'DATED',
  'LISTED',
  'LISTED_SIMILAR',
  'CLAIM_UNDATED',
  'OVERLAP',
  'OTHER_DATES',
] as const satisfies SpellLevel[]

function likeness(claimed: Spell, known: Spell): AgencyLikeness {
  // Two resolved ids decide: there is a Springfield Police Department in many States.
  if (claimed.agencyId !== null && known.agencyId !== null)
    return claimed.agencyId === known.agencyId ? 'SAME' : 'DIFFERENT'
  return compareAgencies(claimed.agency, known.agency)
}

const isDated = (spell: Spell): boolean => spell.from !== null || spell.to !== null
const range = (spell: Spell): { start: number; end: number } => ({
  start: spell.from ? dayRange(spell.from).first : -Infinity,
  end: spell.to ? dayRange(spell.to).last : Infinity,
})

/** Within a year of each other, by the nearest days that the two dates may mean. */
function isNear(a: KnownDate | null, b: KnownDate | null): boolean {
  if (!a || !b) return false
  const [left, right] = [dayRange(a), dayRange(b)]
  return left.first - right.last <= TOLERANCE && right.first - left.last <= TOLERANCE
}

/** Overlapping, and at one end the same, or for the greater part: "1950 to 2030" is consistent with nothing. */
function compareDates(claimed: Spell, known: Spell): SpellLevel {
  const [a, b] = [range(claimed), range(known)]
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  if (shared < 0) return isNear(claimed.from, known.to) || isNear(claimed.to, known.from) ? 'OVERLAP' : 'OTHER_DATES'
  const whole = Math.max(a.end, b.end) - Math.min(a.start, b.start)
  const mostly = Number.isFinite(whole) && shared * 2 >= whole
  return mostly || isNear(claimed.from, known.from) || isNear(claimed.to, known.to) ? 'DATED' : 'OVERLAP'
}

/** What one claimed spell makes of all that the source knows of that agency; null: nothing. */
function compareSpell(claimed: Spell, known: readonly Spell[]): SpellLevel | null {
  const same = known.flatMap((spell) => {
    const like = likeness(claimed, spell)
    return like === 'DIFFERENT' ? [] : [{ spell, like }]
  })
  if (same.length === 0) return null
  const dated = same.filter(({ spell }) => isDated(spell))
  // Where the source has dates for the agency they are asked; its mention without dates does not replace them.
  if (dated.length === 0) return same.some(({ like }) => like === 'SAME') ? 'LISTED' : 'LISTED_SIMILAR'
  if (!isDated(claimed)) return 'CLAIM_UNDATED'
  return best(dated.map(({ spell }) => compareDates(claimed, spell)))
}

function best(levels: readonly SpellLevel[]): SpellLevel | null {
  return ORDER.find((level) => levels.includes(level)) ?? null
}

export function compareFormerAgencies(claimed: readonly Spell[], known: readonly Spell[]): FormerAgencyComparison {
  if (claimed.length === 0 || known.length === 0) return { level: 'ABSENT', unknown: 0 }
  const found = claimed.map((spell) => compareSpell(spell, known))
  const levels = found.filter((level) => level !== null)
  return { level: best(levels) ?? 'NONE_IN_COMMON', unknown: found.length - levels.length }
}
