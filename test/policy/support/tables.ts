/** A row as Prisma returns it, with its relations in it. */
export type Row = Readonly<Record<string, unknown>>
type Clause = Readonly<Record<string, unknown>>

interface Args {
  readonly where?: Clause
  readonly orderBy?: Clause | readonly Clause[]
  readonly take?: number
  readonly include?: Readonly<Record<string, unknown>>
}

/** One table in memory, with the part of Prisma's interface that the repositories read through. */
export interface Table {
  findMany(args?: Args): Promise<Row[]>
  findFirst(args?: Args): Promise<Row | null>
  count(args?: Args): Promise<number>
}

export function tableOf(rows: readonly Row[]): Table {
  const findMany = ({ where = {}, orderBy, take, include = {} }: Args = {}): Promise<Row[]> => {
    const found = rows.filter((row) => meets(row, where)).sort(inOrder(orderBy))
    return Promise.resolve(found.slice(0, take ?? found.length).map((row) => including(row, include)))
  }
  return {
    findMany,
    findFirst: async (args) => (await findMany(args))[0] ?? null,
    count: async (args) => (await findMany(args)).length,
  }
}

/**
 * Whether a row meets a Prisma `where`, with Prisma's trap: an OR of nothing is no condition, so that a denial that was
 * written as a clause leaks here too (traps.md).
 */
function meets(row: Row, where: Clause): boolean {
  return Object.entries(where).every(([name, clause]) => {
    if (clause === undefined) return true
    if (name === 'AND') return [clause].flat().every((part) => meets(row, part as Clause))
    if (name === 'OR') {
      const parts = clause as Clause[]
      return parts.length === 0 || parts.some((part) => meets(row, part))
    }
    if (name === 'NOT') return !meets(row, clause as Clause)
    if (typeof clause !== 'object' || clause === null || clause instanceof Date) return same(row[name], clause)
    return Object.entries(clause as Clause).every(([op, value]) => value === undefined || holds(op, row[name], value))
  })
}

function holds(op: string, stored: unknown, value: unknown): boolean {
  switch (op) {
    case 'equals':
      return same(stored, value)
    case 'not':
      return !same(stored, value)
    case 'in':
      return (value as unknown[]).some((one) => same(stored, one))
    case 'lt':
      return Number(stored) < Number(value)
    case 'lte':
      return Number(stored) <= Number(value)
    case 'gt':
      return before(value, stored)
    case 'gte':
      return before(value, stored) || same(value, stored)
    case 'has':
      return (stored as unknown[]).includes(value)
    case 'hasSome':
      return (value as unknown[]).some((one) => (stored as unknown[]).includes(one))
    case 'startsWith':
      return String(stored).startsWith(String(value))
    case 'some':
      return (stored as Row[]).some((row) => meets(row, value as Clause))
    case 'mode':
      return true
    default:
      throw new Error(`The tables in memory do not know ${op}`)
  }
}

function comparable(value: unknown): unknown {
  return value instanceof Date ? value.getTime() : value
}

function same(a: unknown, b: unknown): boolean {
  return comparable(a) === comparable(b)
}

function before(a: unknown, b: unknown): boolean {
  return (comparable(a) as string) < (comparable(b) as string)
}

function inOrder(orderBy: Args['orderBy'] = []): (a: Row, b: Row) => number {
  const keys = [orderBy].flat().flatMap((clause) => Object.entries(clause))
  return (a, b) => {
    for (const [key, direction] of keys) {
      const descending = JSON.stringify(direction).includes('desc')
      if (before(a[key], b[key])) return descending ? 1 : -1
      if (before(b[key], a[key])) return descending ? -1 : 1
    }
    return 0
  }
}

function including(row: Row, include: Readonly<Record<string, unknown>>): Row {
  const relations = Object.entries(include).flatMap(([name, asked]) => {
    const args = asked as Args | true
    const related = row[name]
    if (args === true || !Array.isArray(related)) return []
    const found = (related as Row[])
      .filter((one) => meets(one, args.where ?? {}))
      .map((one) => including(one, args.include ?? {}))
    return [[name, found] as const]
  })
  return { ...row, ...Object.fromEntries(relations) }
}
