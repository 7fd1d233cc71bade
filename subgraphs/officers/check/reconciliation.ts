import { sameAgencyName } from '../matching/index.js'
import type { FormerEmployer, PartialDate } from '../matching/index.js'
import type { SpellFacts } from '../employment.repository.js'

export type Result = 'AGREE' | 'UNDISCLOSED_SPELL' | 'DATES_DIFFER' | 'NOT_COVERED'

export interface Line {
  readonly claimed: FormerEmployer | null
  readonly recorded: SpellFacts | null
  readonly result: Result
}

/** Months between two statements that still agree: people remember a season, not a day. */
const TOLERANCE_MONTHS = 3

function months(text: string): number {
  return Number(text.slice(0, 4)) * 12 + (text.length >= 7 ? Number(text.slice(5, 7)) - 1 : 0)
}

function datesAgree(claimed: PartialDate | null, recorded: Date | null): boolean {
  if (claimed === null || recorded === null) return true
  const tolerance = claimed.precision === 'YEAR' ? 12 : TOLERANCE_MONTHS
  return Math.abs(months(claimed.value) - months(recorded.toISOString().slice(0, 7))) <= tolerance
}

function lineFor(claimed: FormerEmployer, spells: readonly SpellFacts[]): Line {
  const same = spells.filter(
    (spell) => claimed.agency === spell.agencyId || sameAgencyName(claimed.agency, spell.employerName),
  )
  const agreeing = same.find((spell) => datesAgree(claimed.from, spell.start) && datesAgree(claimed.to, spell.end))
  if (agreeing) return { claimed, recorded: agreeing, result: 'AGREE' }
  return same[0]
    ? { claimed, recorded: same[0], result: 'DATES_DIFFER' }
    : { claimed, recorded: null, result: 'NOT_COVERED' }
}

/**
 * The candidate's own account beside the spells that the check opened (rulings.md, "Matches and what they open").
 * `NOT_COVERED` says that no source which was asked covers the spell, not that it is untrue.
 */
export function reconcile(claims: readonly FormerEmployer[], spells: readonly SpellFacts[]): Line[] {
  const stated = claims.map((claim) => lineFor(claim, spells))
  const met = new Set(stated.map((line) => line.recorded))
  const unstated = spells.filter(
    (spell) => !met.has(spell) && !stated.some((line) => line.recorded?.agencyId === spell.agencyId),
  )
  return [
    ...stated,
    ...unstated.map((spell): Line => ({ claimed: null, recorded: spell, result: 'UNDISCLOSED_SPELL' })),
  ]
}
