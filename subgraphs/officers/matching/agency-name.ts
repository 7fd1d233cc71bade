import { edits } from './closeness.js'
import { words } from './text.js'

export type AgencyKind = 'POLICE' | 'SHERIFF' | 'STATE_POLICE' | 'JAIL' | 'OTHER'

/** An agency's name in comparable form. */
export interface NormalAgency {
  readonly kind: AgencyKind
  /** What distinguishes it from others of its kind, sorted: the place or the institution. */
  readonly tokens: readonly string[]
  /** County and city of one name are two places; a name without either may be each of them. */
  readonly level: 'COUNTY' | 'CITY' | null
}

// prettier-ignore
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  dept: 'department', dpt: 'department', pd: 'police', so: 'sheriff', sheriffs: 'sheriff', ofc: 'office', off: 'office',
  co: 'county', cnty: 'county', univ: 'university', coll: 'college', comm: 'community', intl: 'international',
  auth: 'authority', wm: 'william', twp: 'township', saint: 'st', ft: 'fort', mt: 'mount', reg: 'regional', div: 'division',
  corrections: 'correctional', correction: 'correctional', doc: 'correctional', towne: 'town', metro: 'metropolitan',
  sd: 'sheriff', pol: 'police', hwy: 'highway', ptl: 'patrol', ctr: 'center', det: 'detention', fac: 'facility',
}

/**
 * Words that agencies take on and put off when they are renamed or merged, beside the word that stays: a department of
 * corrections adds rehabilitation, a sheriff is coroner as well, a city's police becomes metropolitan with its county's.
 */
// prettier-ignore
const RENAMED: Readonly<Record<string, readonly string[]>> = {
  correctional: ['rehabilitation', 'community', 'supervision', 'public', 'safety', 'system'],
  sheriff: ['coroner', 'coroners', 'marshal', 'public', 'administrator'],
  police: ['metropolitan', 'consolidated', 'unified'],
}

/** Words that name the kind of an agency; published lists misspell them (Sheirff, Dapertment), so near ones are taken. */
const KIND_WORDS = ['police', 'department', 'sheriff', 'office', 'county', 'regional', 'university', 'commission']
const NOISE = new Set(['of', 'the', 'and', 'at', 'for'])
const BODY = new Set([
  'department',
  'office',
  'bureau',
  'division',
  'agency',
  'authority',
  'campus',
  'service',
  'services',
])
const JAIL_WORDS = new Set(['jail', 'detention', 'prison'])

/** Published names repeat and drop doubled letters (Carolton for Carrollton). */
const singleLetters = (word: string): string => word.replace(/(.)\1+/g, '$1')

function canonicalWord(word: string): string {
  const full = ABBREVIATIONS[word] ?? word
  if (full.length < 5) return full
  const slips = (kind: string): number => (kind.length >= 9 ? 2 : 1)
  const written = singleLetters(full).replace(/s$/, '')
  const kind = KIND_WORDS.find((known) => edits(written, singleLetters(known)) <= slips(known))
  return ABBREVIATIONS[kind ?? full] ?? kind ?? full
}

function kindOf(tokens: ReadonlySet<string>): AgencyKind {
  if (tokens.has('academy')) return 'OTHER'
  if (tokens.has('sheriff')) return 'SHERIFF'
  if (tokens.has('state') && (tokens.has('police') || tokens.has('patrol')) && !tokens.has('university'))
    return 'STATE_POLICE'
  if (tokens.has('highway') && tokens.has('patrol')) return 'STATE_POLICE'
  if (tokens.has('police')) return 'POLICE'
  return [...JAIL_WORDS].some((word) => tokens.has(word)) ? 'JAIL' : 'OTHER'
}

const OF_KIND: Readonly<Record<AgencyKind, ReadonlySet<string>>> = {
  POLICE: new Set(['police']),
  SHERIFF: new Set(['sheriff']),
  STATE_POLICE: new Set(['state', 'police', 'highway', 'patrol']),
  JAIL: new Set([...JAIL_WORDS, 'center', 'facility', 'adult']),
  OTHER: new Set(),
}

/** A name that is nothing else (Metropolitan Police Department) keeps it. */
function withoutRenamed(tokens: readonly string[], all: readonly string[]): readonly string[] {
  const loose = new Set(all.flatMap((word) => RENAMED[word] ?? []))
  const rest = tokens.filter((word) => !loose.has(word))
  return rest.some((word) => RENAMED[word] === undefined) ? rest : tokens
}

export function normalizeAgency(name: string): NormalAgency {
  const spelled = name
    .replace(/\bP\.\s?D\b\.?/gi, 'PD')
    .replace(/\bS\.\s?O\b\.?/gi, 'SO')
    .replace(/\bD\.\s?O\.\s?C\b\.?/gi, 'DOC')
  const all = words(spelled)
    .map(canonicalWord)
    .filter((word) => !NOISE.has(word))
  const kind = kindOf(new Set(all))
  const county = all.includes('county') || all.includes('parish') || all.includes('borough')
  const city = all.some((word) => word === 'city' || word === 'town' || word === 'village' || word === 'township')
  const dropped = new Set([...OF_KIND[kind], ...BODY, 'county', 'parish', 'borough'])
  // "Foster City County": beside a county the word City is part of the place's name.
  if (city && !county) for (const word of ['city', 'town', 'village', 'township']) dropped.add(word)
  const tokens = withoutRenamed(
    all.filter((word) => !dropped.has(word)),
    all,
  ).map(singleLetters)
  return { kind, tokens: [...new Set(tokens)].sort(), level: county ? 'COUNTY' : city ? 'CITY' : null }
}

/** SAME: one agency as written. SIMILAR: one letter off in one word, or one of the two leaves out county or city. */
export type AgencyLikeness = 'SAME' | 'SIMILAR' | 'DIFFERENT'

/** Symmetric. Two names without a place ("Department of State Police") say nothing of each other. */
export function compareAgencies(a: NormalAgency, b: NormalAgency): AgencyLikeness {
  if (a.kind !== b.kind || a.tokens.length === 0 || a.tokens.length !== b.tokens.length) return 'DIFFERENT'
  if (a.level !== null && b.level !== null && a.level !== b.level) return 'DIFFERENT'
  const onlyA = a.tokens.filter((token) => !b.tokens.includes(token))
  const onlyB = b.tokens.filter((token) => !a.tokens.includes(token))
  if (onlyA.length === 0) return a.level === b.level || isCity(a, b) ? 'SAME' : 'SIMILAR'
  const [left, right] = [onlyA[0] as string, onlyB[0] as string]
  const oneLetter = onlyA.length === 1 && Math.min(left.length, right.length) >= 5 && edits(left, right) === 1
  return oneLetter ? 'SIMILAR' : 'DIFFERENT'
}

/** A police department without either word is a city's or a town's (Ellery Police Department). */
function isCity(a: NormalAgency, b: NormalAgency): boolean {
  return a.kind === 'POLICE' && a.level !== 'COUNTY' && b.level !== 'COUNTY'
}

/** Whether two written names are one agency's, a slip of the pen allowed. */
export function sameAgencyName(a: string, b: string): boolean {
  return compareAgencies(normalizeAgency(a), normalizeAgency(b)) !== 'DIFFERENT'
}
