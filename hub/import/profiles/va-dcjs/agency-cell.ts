import { normalizeAgencyName } from '../../agency-name.js'
import type { PlannedAgencyName } from '../../plan.js'
import { foldApostrophes } from './text.js'

/** Misspelt words of the *kind* of agency; a closed list. A misspelt place could be another place and is left alone. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:sherr?iff?|sheirff|cheriff|sherr?if)'s\b/gi, "Sheriff's"],
  [/\b(Sheriff's) Officer\b/g, '$1 Office'],
  [/\bdapertment\b/gi, 'Department'],
  [/\b(Regional) jain\b/gi, '$1 Jail'],
  [/\bcommision\b/gi, 'Commission'],
  [/\bcountry (?=Sheriff's)/gi, 'County '],
]

/** Forms of one word, no errors. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bsheriffs\b(?!')/gi, "Sheriff's"],
  [/\bdept\b\.?/gi, 'Department'],
  [/\bpd$/i, 'Police Department'],
  [/\s*-\s*/g, '-'],
]

/** How the name of a whole agency ends: only where both halves of a cell do is it two agencies. */
const ENDS_AS_AGENCY =
  /(police department|police division|division of police|bureau of police|state police|sheriff's office|regional jail|jail authority|detention center|police authority)$/i

export interface AgencyCell {
  readonly agencies: readonly PlannedAgencyName[]
  readonly corrected: boolean
}

function agency(name: string): PlannedAgencyName {
  return { name, normalized: normalizeAgencyName(name) }
}

/** `A Police Department & B Police Department` is two; `King & Queen County Sheriff's Office` is one. */
function halves(name: string): string[] {
  for (const mark of name.matchAll(/\s+(?:&|and)\s+|\s*[;/]\s*/gi)) {
    const first = name.slice(0, mark.index).trim()
    const second = name.slice(mark.index + mark[0].length).trim()
    if (ENDS_AS_AGENCY.test(first) && ENDS_AS_AGENCY.test(second)) return [first, ...halves(second)]
  }
  return [name]
}

/** The cell is clean text. Empty text gives no agency. */
export function readAgencies(cell: string): AgencyCell {
  let name = foldApostrophes(cell)
  for (const [form, word] of FORMS) name = name.replace(form, word)
  const before = name
  for (const [wrong, right] of SPELLINGS) name = name.replace(wrong, right)
  return { agencies: name === '' ? [] : halves(name).map(agency), corrected: name !== before }
}

/** Words that only the function column holds, where an agency or a date should be: the columns are shifted. */
export function looksLikeFunction(cell: string): boolean {
  return /\bofficer\b/i.test(cell) && !/\bsheriff/i.test(cell)
}

export function looksLikeAgency(cell: string): boolean {
  return ENDS_AS_AGENCY.test(foldApostrophes(cell))
}
