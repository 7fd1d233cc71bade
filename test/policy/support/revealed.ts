import type { Access, DataClass, RecordFacts, RecordType } from '../../../policy/index.js'
import type { Random } from './random.js'
import type { Ask, Asking } from './asking.js'

/** One record, and under which id the API lists it. */
export interface Listable {
  readonly id: string
  /** Any of which makes it listed: an officer has several identity records. */
  readonly facts: readonly RecordFacts[]
}

/** A list of the API with a filter, and what the rules and the filter's own meaning make of it. */
export interface List {
  readonly field: string
  readonly type: RecordType
  readonly filter: Readonly<Record<string, unknown>> | null
  /** Classes of the fields that the list looks at. */
  readonly classes: readonly DataClass[]
  readonly matches: (facts: RecordFacts) => boolean
}

/** What a list discloses in all: pages to the end, and what they say of its length. */
export interface Revealed {
  readonly ids: readonly string[]
  /** Each page's `totalCount`, and whether `hasNextPage` said the truth on it. */
  readonly counts: readonly number[]
  readonly nextPages: readonly boolean[]
}

interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[]
  readonly nodes: readonly { readonly id: string }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly totalCount: { readonly value: number; readonly atLeast: boolean }
}

/** The ids that the rules let a list reveal. */
export function allowed(access: Access, list: List, records: readonly Listable[]): string[] {
  const open = (facts: RecordFacts): boolean =>
    list.matches(facts) &&
    access.decide(`know:${list.type}`, list.type, facts).effect === 'allow' &&
    list.classes.every((dataClass) => access.decide(`read:${dataClass}`, list.type, facts).effect === 'allow')
  return records
    .filter(({ facts }) => facts.some(open))
    .map(({ id }) => id)
    .sort()
}

/** Reads a list page by page. Throws where a page contradicts itself. */
export async function reveal(ask: Ask, asking: Asking, { field, filter }: List, first: number): Promise<Revealed> {
  const query = `query ($filter: ${filterType(field)}, $first: Int, $after: String) {
    ${field}(filter: $filter, first: $first, after: $after) {
      edges { cursor node { id } } nodes { id } pageInfo { hasNextPage endCursor } totalCount { value atLeast } } }`
  const ids: string[] = []
  const counts: number[] = []
  const nextPages: boolean[] = []
  let after: string | null = null
  for (;;) {
    const answer = await ask(asking, query, { filter, first, after })
    const page = answer.data?.[field] as Connection | null | undefined
    if (!page || answer.errors.length > 0) throw new Error(`${field}: ${JSON.stringify(answer.errors)}`)
    const found = page.nodes.map(({ id }) => id)
    if (page.edges.map(({ node }) => node.id).join() !== found.join()) throw new Error('edges are not the nodes')
    if ((page.edges.at(-1)?.cursor ?? null) !== page.pageInfo.endCursor)
      throw new Error('endCursor is not of the last edge')
    ids.push(...found)
    counts.push(page.totalCount.value)
    nextPages.push(page.pageInfo.hasNextPage)
    after = page.pageInfo.endCursor
    if (!page.pageInfo.hasNextPage || after === null) return { ids, counts, nextPages }
  }
}

/** What `reveal` must find where exactly these ids may be known. */
export function expectedOf(ids: readonly string[], first: number): Revealed {
  const pages = Math.max(1, Math.ceil(ids.length / first))
  return {
    ids,
    counts: Array.from({ length: pages }, () => ids.length),
    nextPages: Array.from({ length: pages }, (_, index) => index < pages - 1),
  }
}

function filterType(field: string): string {
  return `${field[0]?.toUpperCase() ?? ''}${field.slice(1).replace(/s$/, '')}Filter`
}

const always = (): boolean => true

/** Every list that begins at the root, without a filter and by one fact or another. */
export function randomLists(
  random: Random,
  records: Readonly<Record<'Incident' | 'Certification' | 'IdentityRecord', readonly RecordFacts[]>>,
  isActive: (certificate: string) => boolean,
): List[] {
  const one = (type: keyof typeof records): RecordFacts => random.pick(records[type])
  const incident = one('Incident')
  const { ownerJurisdiction: certified } = one('Certification')
  const { ownerJurisdiction: recorded } = one('IdentityRecord')
  const kind = incident.kind === 'NONE' ? 'TERMINATION' : incident.kind
  const incidents = { field: 'incidents', type: 'Incident', classes: ['P4'] } as const
  return [
    { ...incidents, filter: null, classes: [], matches: always },
    { ...incidents, filter: { kind }, matches: (facts) => facts.kind === kind },
    { ...incidents, filter: { stage: incident.stage }, matches: (facts) => facts.stage === incident.stage },
    {
      ...incidents,
      filter: { nexus: incident.nexus, jurisdiction: incident.ownerJurisdiction },
      matches: ({ nexus, ownerJurisdiction }) =>
        nexus === incident.nexus && ownerJurisdiction === incident.ownerJurisdiction,
    },
    { field: 'certifications', type: 'Certification', filter: null, classes: [], matches: always },
    {
      field: 'certifications',
      type: 'Certification',
      filter: { jurisdiction: certified },
      classes: ['P1'],
      matches: ({ ownerJurisdiction }) => ownerJurisdiction === certified,
    },
    {
      field: 'certifications',
      type: 'Certification',
      filter: { status: 'ACTIVE' },
      classes: ['P4'],
      matches: ({ id }) => isActive(id),
    },
    { field: 'officers', type: 'IdentityRecord', filter: null, classes: ['P1'], matches: always },
    {
      field: 'officers',
      type: 'IdentityRecord',
      filter: { jurisdiction: recorded },
      classes: ['P1'],
      matches: ({ ownerJurisdiction }) => ownerJurisdiction === recorded,
    },
  ]
}
