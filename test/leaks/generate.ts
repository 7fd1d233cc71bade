import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLUnionType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type { Pools } from './pools.js'
import type { Random } from './random.js'

/** By root field, ids of records that the asker may know of: else most of what is asked for would be hidden. */
export type KnownIds = Readonly<Record<string, readonly string[]>>

type Draw = (random: Random, known: KnownIds) => unknown

/** A document, and how to fill its variables anew, so that several askers can send it about several people. */
export interface Operation {
  readonly query: string
  variables(random: Random, known: KnownIds): Readonly<Record<string, unknown>>
}

/** Well within gateway/budget: what is refused there is no test of what comes after. */
const LIMITS = { depth: 10, selections: 60, rows: 60, aliases: 40 }

/** Root fields that lead to no record of a person, and what they hold instead. */
export const NOT_ASKED: Readonly<Record<string, string>> = {
  bundles: "a jurisdiction's published rules",
  authorizations: "a jurisdiction's own instruments",
  previewAuthorization: 'counts of what an instrument would open, to its own owner',
  disclosureLog: "the hub's own log, ids and classes: test/integration/audit/audit-log.test.ts asks for it",
  unusualAccess: 'numbers of requests: the same test',
  officerLinks: 'which records are of one person: test/integration/officers/links.test.ts asks for it',
  treeHead: 'hashes of the log: the same test',
  inclusionProof: 'hashes of the log: the same test',
  consistencyProof: 'hashes of the log: the same test',
}

/** Of these more is asked: they are what must not leak. */
const PERSONS = { Officer: true, Employment: true, Incident: true, Certification: true }

export class Generator {
  #aliases = 0
  #selections = 0
  #variables = new Map<string, { readonly type: string; readonly draw: Draw }>()
  #fragments: string[] = []

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly pools: Pools,
    private readonly random: Random,
  ) {}

  /** The root fields that are asked for. */
  static roots(schema: GraphQLSchema): string[] {
    return Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((name) => !(name in NOT_ASKED))
  }

  operation(): Operation {
    this.#aliases = 0
    this.#selections = 0
    this.#variables = new Map()
    this.#fragments = []
    const query = this.schema.getQueryType()
    if (!query) throw new TypeError('the schema has no queries')
    // Lists and nodes of persons more often than the directory.
    const roots = Generator.roots(this.schema)
    const persons = roots.filter((name) => /^(officer|incident|certification|backgroundCheck|why)/.test(name))
    const used = new Set<string>()
    const selected = Array.from({ length: 1 + this.random.below(2) }, () => {
      const name = this.random.chance(0.8) ? this.random.pick(persons) : this.random.pick(roots)
      return this.field(query, query.getFields()[name] as GraphQLField<unknown, unknown>, 0, 1, used)
    })
    if (this.random.chance(0.1)) selected.push('__typename')
    const variables = this.#variables
    const declared = [...variables].map(([name, { type }]) => `$${name}: ${type}`).join(', ')
    const head = declared === '' ? 'query Q' : `query Q(${declared})`
    return {
      query: `${head} { ${selected.filter((text) => text !== '').join(' ')} }\n${this.#fragments.join('\n')}`,
      variables: (random, known) =>
        Object.fromEntries([...variables].map(([name, { draw }]) => [name, draw(random, known)])),
    }
  }

  /** `used`: names that already stand in the selection for something with arguments or selections of its own. */
  private field(
    parent: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    depth: number,
    rows: number,
    used: Set<string>,
  ): string {
    this.#selections++
    const type = getNamedType(field.type)
    const leaf = isLeafType(type)
    let name = field.name
    if ((!leaf && used.has(name)) || (this.#aliases < LIMITS.aliases && this.random.chance(leaf ? 0.08 : 0.15))) {
      name = `a${++this.#aliases}`
    }
    used.add(name)
    const size = 1 + this.random.below(depth === 0 ? 5 : 3)
    const args = this.arguments(parent, field, size)
    const list = field.args.some((argument) => argument.name === 'first')
    const inner = leaf ? '' : ` { ${this.selection(type as GraphQLObjectType, depth + 1, list ? rows * size : rows)} }`
    return `${name === field.name ? '' : `${name}: `}${field.name}${args}${this.directive()}${inner}`
  }

  private selection(
    type: GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType,
    depth: number,
    rows: number,
    used = new Set<string>(),
  ): string {
    if (isAbstractType(type)) {
      const parts = this.schema
        .getPossibleTypes(type)
        .map((each) => `... on ${each.name} { ${this.selection(each, depth, rows)} }`)
      const fields = 'getFields' in type ? Object.values(type.getFields()) : []
      const shared = fields.filter((field) => isLeafType(getNamedType(field.type)))
      return [...this.random.some(['__typename', ...shared.map(({ name }) => name)], 2), ...parts].join(' ')
    }
    const fields = Object.values(type.getFields())
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)))
    const branches = fields.filter((field) => !isLeafType(getNamedType(field.type)))
    const carrier = /(Connection|Edge)$/.test(type.name)
    const parts: string[] = []
    // Mostly with the record's id, so that a value can be held to its record; sometimes as a client might, without.
    const key = leaves.find(({ name }) => name === 'id' || name === 'code' || name === 'subject')
    if (key && this.random.chance(0.9)) parts.push(key.name)
    for (const leaf of this.random.some(leaves, carrier ? leaves.length : 1 + this.random.below(4))) {
      parts.push(this.field(type, leaf, depth, rows, used))
    }
    const room = depth < LIMITS.depth && rows < LIMITS.rows && this.#selections < LIMITS.selections
    const wanted = carrier ? 1 + this.random.below(2) : (type.name in PERSONS ? 1 : 0) + this.random.below(3)
    for (const branch of room ? this.random.some(branches, wanted) : valueBranches(branches)) {
      parts.push(this.field(type, branch, depth, rows, used))
    }
    if (parts.length === 0 || this.random.chance(0.1)) parts.push('__typename')
    return this.wrapped(type, parts)
  }

  /** Some of the selections by an inline or a named fragment. */
  private wrapped(type: GraphQLObjectType, parts: readonly string[]): string {
    if (parts.length < 2 || !this.random.chance(0.2)) return parts.join(' ')
    const cut = 1 + this.random.below(parts.length - 1)
    const [own, moved] = [parts.slice(0, cut).join(' '), parts.slice(cut).join(' ')]
    if (this.random.chance(0.5)) return `${own} ... on ${type.name}${this.directive()} { ${moved} }`
    const name = `F${this.#fragments.length}`
    this.#fragments.push(`fragment ${name} on ${type.name} { ${moved} }`)
    return `${own} ...${name}`
  }

  private directive(): string {
    if (!this.random.chance(0.06)) return ''
    const name = this.random.pick(['skip', 'include'])
    const often = name === 'include'
    const value = this.random.chance(0.7)
      ? this.variable('Boolean!', (random) => random.chance(0.8) === often)
      : String(this.random.chance(0.8) === often)
    return ` @${name}(if: ${value})`
  }

  private variable(type: string, draw: Draw): string {
    const name = `v${this.#variables.size}`
    this.#variables.set(name, { type, draw })
    return `$${name}`
  }

  private arguments(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>, size: number): string {
    const given = field.args.flatMap((argument) => {
      const text = this.argument(parent, field, argument, size)
      return text === null ? [] : [`${argument.name}: ${text}`]
    })
    return given.length === 0 ? '' : `(${given.join(', ')})`
  }

  private argument(_: GraphQLObjectType, field: { readonly name: string }, argument: GraphQLArgument, size: number) {
    if (argument.name === 'first') return String(size)
    if (argument.name === 'after') return null
    if (argument.name === 'id') {
      const ids = this.pools.ids[field.name] ?? []
      return this.given(argument.type, (random, known) => {
        const own = known[field.name] ?? []
        return random.pick(own.length > 0 && random.chance(0.6) ? own : ids)
      })
    }
    if (argument.name === 'filter') {
      if (!this.random.chance(0.5)) return null
      const names = isInputObjectType(argument.type) ? Object.values(argument.type.getFields()) : []
      const chosen = this.random.some(names, 1 + this.random.below(2))
      return `{ ${chosen.map(({ name, type }) => `${name}: ${this.given(type, this.word(name, type))}`).join(', ')} }`
    }
    return isNonNullType(argument.type) ? this.given(argument.type, this.word(argument.name, argument.type)) : null
  }

  private word(name: string, type: GraphQLInputType): Draw {
    const named = getNamedType(type)
    const words = isEnumType(named) ? named.getValues().map((value) => value.name) : (this.pools.words[name] ?? ['x'])
    return (random) => random.pick(words)
  }

  /** By a variable, so that it can be drawn anew, or written into the document. */
  private given(type: GraphQLInputType, draw: Draw): string {
    if (this.random.chance(0.75)) return this.variable(String(type), draw)
    const value = draw(this.random, {})
    return isEnumType(getNamedType(type)) ? String(value) : JSON.stringify(value)
  }
}

/** Objects that hold values alone, such as a date: they end a document that may grow no deeper. */
function valueBranches(branches: readonly GraphQLField<unknown, unknown>[]): GraphQLField<unknown, unknown>[] {
  return branches
    .filter(({ type }) => {
      const named = getNamedType(type)
      return (
        isObjectType(named) && Object.values(named.getFields()).every((field) => isLeafType(getNamedType(field.type)))
      )
    })
    .slice(0, 1)
}
