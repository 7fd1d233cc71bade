import { readdirSync, readFileSync } from 'node:fs'

/** A table as it is asked for by a Prisma model, or as PostgreSQL has it: the same form, so that the two are compared. */
export interface Table {
  /** `schema.table`. */
  readonly table: string
  /** Column -> PostgreSQL's name of its type, with ` null` where it may be. */
  readonly columns: Readonly<Record<string, string>>
  /** `key`, `unique` or `index`, and the columns in order. */
  readonly indexes: readonly string[]
}

/** Prisma's scalar types as the `pg_type` names of their columns. An unknown one is a test that has to be extended. */
const TYPES: Record<string, string> = {
  String: 'text',
  Int: 'int4',
  BigInt: 'int8',
  Boolean: 'bool',
  Float: 'float8',
  Json: 'jsonb',
  Bytes: 'bytea',
  'DateTime @db.Date': 'date',
  'DateTime @db.Timestamptz(3)': 'timestamptz(3)',
}

const FOLDER = new URL('../../prisma/schema/', import.meta.url)

/** Every model of `prisma/schema`, as the table it stands for, by model name. */
export function prismaModels(): Map<string, Table> {
  const text = readdirSync(FOLDER)
    .map((file) => readFileSync(new URL(file, FOLDER), 'utf8').replace(/\/\/.*$/gm, ''))
    .join('\n')
  const blocks = [...text.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].map(([, name, body]) => [name, body] as const)
  const models = new Set(blocks.map(([name]) => name))
  return new Map(blocks.map(([name = '', body = '']) => [name, toTable(body.split('\n'), models)]))
}

function toTable(lines: readonly string[], models: ReadonlySet<string | undefined>): Table {
  const columns: Record<string, string> = {}
  const names = new Map<string, string>()
  const indexes: string[] = []
  for (const line of lines) {
    const [, field = '', scalar = '', list, optional, attributes = ''] =
      /^ {2}(\w+) +(\w+)(\[\])?(\?)?(.*)$/.exec(line) ?? []
    if (field === '' || models.has(scalar)) continue
    const column = /@map\("(\w+)"\)/.exec(attributes)?.[1] ?? field
    const native = /@db\.[\w()]+/.exec(attributes)?.[0]
    const type = TYPES[native ? `${scalar} ${native}` : scalar]
    if (!type) throw new Error(`No column type is known for: ${line.trim()}`)
    names.set(field, column)
    columns[column] = `${list ? '_' : ''}${type}${optional ? ' null' : ''}`
    if (/@id\b/.test(attributes)) indexes.push(`key ${column}`)
    if (/@unique\b/.test(attributes)) indexes.push(`unique ${column}`)
  }
  const block = lines.join('\n')
  for (const [, kind = '', fields = ''] of block.matchAll(/@@(id|unique|index)\(\[([^\]]*)\]/g)) {
    const of = fields.split(',').map((field) => names.get(field.trim()))
    indexes.push(`${kind === 'id' ? 'key' : kind} ${of.join(', ')}`)
  }
  const place = ['schema', 'map'].map((attribute) => new RegExp(`@@${attribute}\\("(\\w+)"\\)`).exec(block)?.[1])
  return { table: place.join('.'), columns, indexes: indexes.sort() }
}
