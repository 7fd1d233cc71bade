import type { PlannedName } from '../../plan.js'
import { foldApostrophes, saysNothing } from './text.js'

const SUFFIX = /[\s,]+(jr|sr|ii|iii|iv|v)\s*\.?[\s,]*$/i
const PARENTHESIS = /\(([^()]+)\)/
const MAX_LENGTH = 200

export type NameFault = 'NAME_MISSING' | 'NAME_TOO_LONG' | 'NAME_UNREADABLE'

export interface SplitName {
  readonly name: PlannedName
  /** A second surname in parentheses. */
  readonly aliases: readonly PlannedName[]
}

function writtenSuffix(raw: string): string {
  const roman = raw.toUpperCase()
  if (roman === 'JR') return 'Jr.'
  if (roman === 'SR') return 'Sr.'
  return roman
}

/** `Reed, Jr.` -> Reed and Jr.; a suffix also occurs behind the given name. */
function takeSuffix(cell: string): { rest: string; suffix: string | null } {
  const found = SUFFIX.exec(cell)
  const rest = (found ? cell.slice(0, found.index) : cell).replace(/[\s,]+$/, '')
  return { rest, suffix: found?.[1] ? writtenSuffix(found[1]) : null }
}

/** A hyphen that lost its place (`Mann- Smith`) joins again. */
function joinHyphens(text: string): string {
  return text.replace(/\s*-\s*/g, '-')
}

/** Cells are clean text (text.ts). The order in the source is surname with suffix, given name, middle initial. */
export function splitName(familyCell: string, givenCell: string, middleCell: string): SplitName | NameFault {
  const cells = [familyCell, givenCell, middleCell]
  if (cells.some((cell) => cell.length > MAX_LENGTH)) return 'NAME_TOO_LONG'
  if (cells.some((cell) => /[\ufffd\d@]/.test(cell))) return 'NAME_UNREADABLE'

  const parenthesis = PARENTHESIS.exec(familyCell)
  const outside = takeSuffix(joinHyphens(foldApostrophes(familyCell.replace(PARENTHESIS, ' '))).trim())
  const given = takeSuffix(joinHyphens(foldApostrophes(givenCell)))
  if (outside.rest === '' || given.rest === '') return 'NAME_MISSING'

  const name: PlannedName = {
    family: outside.rest.replace(/\s+/g, ' '),
    given: given.rest,
    middle: saysNothing(middleCell) ? null : foldApostrophes(middleCell),
    suffix: outside.suffix ?? given.suffix,
  }
  const second = parenthesis?.[1]?.trim()
  return { name, aliases: second ? [{ ...name, family: foldApostrophes(second) }] : [] }
}
