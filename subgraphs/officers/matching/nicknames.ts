import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Given name -> its nicknames, and nickname -> the names it is short for. */
interface NicknameTable {
  readonly nicknames: ReadonlyMap<string, ReadonlySet<string>>
  readonly formals: ReadonlyMap<string, ReadonlySet<string>>
}

const FILE = join('subgraphs', 'officers', 'matching', 'data', 'nicknames.csv')
const NOBODY: ReadonlySet<string> = new Set()

/** tsc copies no data, so from dist/ as from source the file is the one below the package's root. */
function tablePath(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const path = join(folder, FILE)
    if (existsSync(path)) return path
    if (dirname(folder) === folder) throw new Error(`${FILE} is missing from this installation.`)
  }
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key)
  if (set) set.add(value)
  else map.set(key, new Set([value]))
}

function load(): NicknameTable {
  const nicknames = new Map<string, Set<string>>()
  const formals = new Map<string, Set<string>>()
  // Lines are name1,has_nickname,name2; names with dots ("k.c.") are compared without them, as words() writes them.
  const lines = readFileSync(tablePath(), 'utf8').split(/\r?\n/).slice(1)
  for (const line of lines) {
    const [formal, , nickname] = line.toLowerCase().replaceAll('.', '').split(',')
    if (!formal || !nickname) continue
    add(nicknames, formal, nickname)
    add(formals, nickname, formal)
  }
  return { nicknames, formals }
}

let loaded: NicknameTable | undefined
const table = (): NicknameTable => (loaded ??= load())

/** One is a nickname of the other. */
export function isNickname(a: string, b: string): boolean {
  const { nicknames } = table()
  return (nicknames.get(a)?.has(b) ?? false) || (nicknames.get(b)?.has(a) ?? false)
}

/** Both are nicknames of one name (Bob, Rob). */
export function shareFormalName(a: string, b: string): boolean {
  const { formals } = table()
  const other = formals.get(b)
  return other !== undefined && [...(formals.get(a) ?? NOBODY)].some((formal) => other.has(formal))
}

/** The name itself and those it is short for, at most `limit`: two names that agree share at least one. */
export function canonicalGivens(given: string, limit: number): string[] {
  return [given, ...(table().formals.get(given) ?? NOBODY)].slice(0, limit)
}

/** What the name is shortened to, as the table has it; none for most names. */
export function nicknamesOf(given: string): readonly string[] {
  return [...(table().nicknames.get(given) ?? NOBODY)]
}
