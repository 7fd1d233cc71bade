import { instant, type Day } from './dates.js'
import { fictionalPhone } from './incident-text.js'
import type { ParticipationRow } from './hub-rows.js'
import type { JurisdictionRow } from './rows.js'
import { termsOf, type Terms } from './terms.js'

/**
 * What a jurisdiction says of itself: the same for every candidate, so that it tells nothing about any (rulings.md,
 * Wording). "(synthetic)": no real jurisdiction said it.
 */
function statement(name: string, { participates, canDecertify, pointers, kinds }: Terms): string {
  const sentences = ((): string[] => {
    if (participates === 'NONE')
      return [`${name} does not take part: nothing was submitted, and its silence says nothing.`]
    if (participates === 'CONSENT_ONLY')
      return [`The ${name} is the sovereign owner of its records and shares them under its own consent only.`]
    if (participates === 'POINTERS')
      return [`${name} shares pointers to decertifications and separations; ask it for anything more.`]
    return [`${name} shares final instances, afforded fair process, for hiring.`]
  })()
  if (!canDecertify && participates !== 'CONSENT_ONLY') sentences.push(`${name} has no authority to decertify.`)
  if (participates === 'FULL' && !pointers) sentences.push(`${name} shares no investigation records for hiring.`)
  if (kinds.length > 0) sentences.push('A listing does not by itself bar hire.')
  return `${sentences.join(' ')} (synthetic)`
}

function unit({ code, name }: JurisdictionRow): string {
  if (code.startsWith('TRIBE-')) return `${name}, office of the chief of police`
  return code === 'US-FED'
    ? 'Federal Demonstration Grants Office, records desk'
    : `${name} Demonstration Standards Commission, records unit`
}

/** Coverage begins when the jurisdiction joined; it is open at the end where reports still come. */
function coverageFrom(index: number): Day {
  return `20${String(12 + (index % 9)).padStart(2, '0')}-${String(1 + (index % 12)).padStart(2, '0')}-01`
}

export function participation(jurisdictions: readonly JurisdictionRow[], today: Day): ParticipationRow[] {
  return jurisdictions.map((row, index) => {
    const terms = termsOf(row.code)
    const takesPart = terms.participates !== 'NONE'
    return {
      jurisdiction: row.code,
      name: row.name,
      ownerClass: row.class,
      participates: terms.participates,
      canDecertify: terms.canDecertify,
      kinds: terms.kinds,
      coverageFrom: takesPart ? coverageFrom(index) : null,
      coverageUntil: null,
      asOf: instant(today),
      statement: statement(row.name, terms),
      nextUnit: unit(row),
      nextPhone: index % 11 === 10 ? null : fictionalPhone(index),
      nextForm: takesPart ? 'Request for records, form CM-1 (synthetic)' : null,
      nextDays: takesPart ? 5 + (index % 4) * 5 : null,
    }
  })
}
