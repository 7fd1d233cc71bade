import type { Fuzz } from './random.js'

const FIELDS = [
  'id',
  '__typename',
  'viewer',
  'subject',
  'agencies',
  'officers',
  'incidents',
  'certifications',
  'nodes',
  'edges',
  'node',
  'name',
  'family',
  'kind',
  'currentAgency',
  'officer',
  'agency',
  'disclosures',
  'why',
  'jurisdictions',
  'code',
  '__schema',
  '__type',
  '_service',
  '_entities',
  'comity_id',
  'recordId',
  'nothing',
] as const
const TYPES = ['Query', 'Officer', 'Agency', 'Incident', 'Viewer', 'PersonName', 'Nothing', '__Schema'] as const
const NAMES = ['a', 'b', 'f', 'g', '__proto__', 'constructor', 'toString', 'then', '__x', 'on', 'true', 'null'] as const
const ARGUMENTS = ['id', 'first', 'last', 'after', 'filter', 'name', 'representations', 'limit', 'if', 'input'] as const
const TOKENS = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':',
  '!',
  '$',
  '@',
  '...',
  '|',
  '&',
  '=',
  '"',
  '"""',
  '#',
  ',',
  '\\',
  '\0',
] as const
const LITERALS = [
  '0',
  '-1',
  '100',
  '101',
  '1e309',
  '-0',
  '99999999999999999999',
  '1.5',
  'true',
  'null',
  'TERMINATION',
  '""',
  '"x"',
  '"\\u0000"',
  '"\\uD800"',
  '"\\u{110000}"',
  '"""b"""',
  '"%_\' OR 1=1 --"',
  '"off_00000000000000000000000000"',
  '$v',
  '$__proto__',
] as const

/** What is answered, and fetched for it. */
const RIGHT = [
  'viewer { subject roles purpose }',
  'jurisdictions { code }',
  'agencies(first: 3) { nodes { id name } }',
  'officers(first: 3) { nodes { id name { given family } } }',
  'incidents(first: 3) { nodes { id kind officer { id } agency { name } } }',
  'certifications(first: 2) { nodes { id } }',
  'officer(id: "off_00000000000000000000000000") { id }',
  '__typename',
] as const

/** A document that nearly is one: of the grammar, mostly, with words of the schema and of nobody. */
export function documentOf(fuzz: Fuzz): string {
  const made = fuzz.weigh<() => string>([
    [8, () => `{ ${fuzz.pick(NAMES)}: ${fuzz.pick(RIGHT)} ${fuzz.times(6, () => fuzz.pick(RIGHT)).join(' ')} }`],
    [6, () => operation(fuzz)],
    [3, () => `${operation(fuzz)} ${fragments(fuzz)}`],
    [1, () => fuzz.times(12, () => operation(fuzz)).join(' ')],
    [1, () => doubling(fuzz.int(60))],
    [1, () => `{ ${fuzz.pick(FIELDS)} `.repeat(fuzz.int(3_000))],
    [1, () => `{ officer(id: ${fuzz.pick(['[', '{a:', '"'])}`.padEnd(fuzz.int(20_000), '[')],
    [1, () => fuzz.times(4_000, () => fuzz.pick(TOKENS)).join(fuzz.pick(['', ' ']))],
    [1, () => `{ ${fuzz.times(2_000, () => `${fuzz.pick(NAMES)}: viewer`).join(' ')} }`],
  ])()
  return fuzz.chance(0.3) ? disturbed(fuzz, made) : made
}

function operation(fuzz: Fuzz): string {
  const kind = fuzz.weigh([
    [6, ''],
    [4, 'query'],
    [1, 'mutation'],
    [1, 'subscription'],
  ] as const)
  const variables = fuzz.chance(0.3) ? `($v: ${fuzz.pick(['ID', 'ID!', '[Int!]!', 'Int = 5', 'Nothing'])})` : ''
  return kind === '' ? selection(fuzz, 4) : `${kind} ${fuzz.pick(NAMES)}${variables} ${selection(fuzz, 4)}`
}

function selection(fuzz: Fuzz, depth: number): string {
  return `{ ${[field(fuzz, depth), ...fuzz.times(3, () => field(fuzz, depth))].join(' ')} }`
}

function field(fuzz: Fuzz, depth: number): string {
  if (fuzz.chance(0.1)) return `...${fuzz.pick(NAMES)}`
  if (fuzz.chance(0.1)) return `... on ${fuzz.pick(TYPES)} ${selection(fuzz, Math.max(0, depth - 1))}`
  const alias = fuzz.chance(0.2) ? `${fuzz.pick(NAMES)}: ` : ''
  const given = fuzz.chance(0.3) ? `(${fuzz.pick(ARGUMENTS)}: ${literal(fuzz, 3)})` : ''
  const directive = fuzz.chance(0.1)
    ? ` @${fuzz.pick(['include', 'skip', 'defer', 'nothing'])}(if: ${literal(fuzz, 0)})`
    : ''
  const below = depth > 0 && fuzz.chance(0.6) ? ` ${selection(fuzz, depth - 1)}` : ''
  return `${alias}${fuzz.pick(FIELDS)}${given}${directive}${below}`
}

function literal(fuzz: Fuzz, depth: number): string {
  if (depth === 0 || fuzz.chance(0.7)) return fuzz.pick(LITERALS)
  if (fuzz.chance(0.5)) return `[${fuzz.times(4, () => literal(fuzz, depth - 1)).join(', ')}]`
  return `{ ${fuzz.times(3, () => `${fuzz.pick([...ARGUMENTS, ...NAMES])}: ${literal(fuzz, depth - 1)}`).join(', ')} }`
}

const fragments = (fuzz: Fuzz): string =>
  fuzz.times(5, () => `fragment ${fuzz.pick(NAMES)} on ${fuzz.pick(TYPES)} ${selection(fuzz, 3)}`).join(' ')

const doubling = (depth: number): string =>
  `{ officers { nodes { ...f0 } } } ${Array.from({ length: depth }, (_, i) => `fragment f${i} on Officer { ...f${i + 1} currentAgency { officers { nodes { ...f${i + 1} } } } }`).join(' ')} fragment f${depth} on Officer { id }`

/** A piece of it gone, said twice, or something else in its place. */
export function disturbed(fuzz: Fuzz, text: string): string {
  const from = fuzz.int(text.length + 1)
  const to = Math.min(text.length, from + fuzz.int(20))
  const instead = fuzz.pick([
    '',
    text.slice(from, to).repeat(2),
    fuzz.pick(TOKENS),
    String.fromCharCode(fuzz.int(0xffff)),
    '\uFEFF',
  ])
  return text.slice(0, from) + instead + text.slice(to)
}
