import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readCsv } from '../../hub/import/profiles/va-dcjs/csv.js'
import type { SourceRow } from '../../hub/import/profiles/va-dcjs/source-row.js'
import { readWorkbook } from '../../hub/import/profiles/va-dcjs/workbook.js'
import { buildWorld } from '../../prisma/seed/index.js'
import type { EmploymentRow } from '../../prisma/seed/rows.js'
import { type Candidate, type MatchableRecord, MODEL, scoreRecord } from '../../subgraphs/officers/matching/index.js'
import type { LinkageRow } from '../../subgraphs/officers/matching/linkage/index.js'
import { link, type LinkedIds, rowsOf } from './link.js'

/** Beside the repository and never in it. */
const FOLDER = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'virginia')
const WORKBOOK = join(FOLDER, 'DCJS_Decertification_List_Apr25.xlsx')
const TABLES = ['present.csv', 'prior.csv', 'reinstated.csv']

interface Outcomes {
  readonly likely: number
  readonly possible: number
}

interface Compared {
  /** Pairs that share a key. */
  readonly compared: number
  /** As `comity match` decides: rows of files. */
  readonly files: Outcomes
  /** As the hub's background check decides about the same pairs: a candidate who names the agency as a former employer. */
  readonly check: Outcomes
}

/** Counts and places: nothing by which anybody could be told. */
export interface VirginiaReport {
  readonly model: string
  readonly rows: { readonly workbook: number; readonly tables: number; readonly demo: number }
  readonly workbookWithItself: Compared
  /** Tab and row of both, of each pair that `comity match` proposes within the workbook. */
  readonly duplicates: readonly string[]
  /** The tables are an older state of the same list. */
  readonly workbookWithTables: Compared & { readonly tableRowsFound: number }
  /** Invented people: whoever is LIKELY here is a mistake. */
  readonly workbookWithDemo: Compared
  readonly tablesWithDemo: Compared
}

/** One entry of a list: its row, and what the hub would hold of it. */
interface Entry {
  readonly row: LinkageRow
  readonly record: MatchableRecord
}

const text = (cell: unknown): string => (typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : '')

const known = { officerId: '', aliases: [], certificates: [], employments: [], listedAgencies: [] }

/** The name and the agency are all that the list tells of who somebody is. */
function listed({ tab, row: line, ...cells }: SourceRow): Entry {
  const [given, middle, family, agency] = [cells.given, cells.middle, cells.family, cells.agency].map(text) as [
    string,
    string,
    string,
    string,
  ]
  const id = `${tab}, row ${line}`
  return {
    row: { id, given, middle, family, suffix: '', dateOfBirth: '', certificate: '', extra: { agency } },
    record: {
      ...known,
      recordId: id,
      ownerJurisdiction: 'US-VA',
      names: [{ given, middle, family, suffix: null }],
      birthDate: null,
      birthPrecision: 'NONE',
      listedAgencies: [{ agencyId: null, agencyName: agency }],
    },
  }
}

/** The demo world, an entry for each identity record, with what its owner knows. */
function invented(officers: number): Entry[] {
  // Any day will do: people and names do not depend on it.
  const world = buildWorld({ now: new Date('2026-01-15T12:00:00Z'), officers })
  const spells = new Map<string, EmploymentRow[]>()
  for (const spell of world['officers.employment'])
    spells.set(spell.recordId, [...(spells.get(spell.recordId) ?? []), spell])
  return world['officers.identity_record'].map(({ id, given, middle, family, suffix, ...record }) => {
    const employments = (spells.get(id) ?? []).map(({ agencyId, employerName: agencyName }) => ({
      agencyId,
      agencyName,
      start: null,
      end: null,
    }))
    return {
      row: {
        id,
        given,
        middle: middle ?? '',
        family,
        suffix: suffix ?? '',
        dateOfBirth: record.birthDate ?? '',
        certificate: '',
        extra: { agency: employments.at(-1)?.agencyName ?? '' },
      },
      record: {
        ...known,
        recordId: id,
        ownerJurisdiction: record.ownerJurisdiction,
        names: [{ given, middle, family, suffix }],
        birthDate: record.birthDate,
        birthPrecision: record.birthPrecision,
        employments,
      },
    }
  })
}

function candidateOf({ given, middle, family, extra }: LinkageRow): Candidate {
  const formerEmployers = [{ agency: extra['agency'] ?? '', from: null, to: null, reasonStated: null }]
  return {
    givenName: given,
    middleName: middle,
    familyName: family,
    suffix: null,
    otherNames: [],
    dateOfBirth: null,
    certificates: [],
    formerEmployers,
  }
}

const counted = (pairs: readonly { readonly outcome: string | null }[]): Outcomes => ({
  likely: pairs.filter(({ outcome }) => outcome === 'LIKELY').length,
  possible: pairs.filter(({ outcome }) => outcome === 'POSSIBLE').length,
})

const proposed = (pairs: readonly LinkedIds[]): LinkedIds[] => pairs.filter(({ outcome }) => outcome !== null)

async function compare(left: readonly Entry[], right: readonly Entry[] | null) {
  const rows = (name: string, entries: readonly Entry[]) =>
    rowsOf(
      name,
      entries.map(({ row }) => row),
    )
  const { pairs } = await link(
    { left: rows('left', left), right: right === null ? null : rows('right', right) },
    -Infinity,
  )
  const [candidates, records] = [
    new Map(left.map(({ row }) => [row.id, candidateOf(row)])),
    new Map((right ?? left).map(({ record }) => [record.recordId, record])),
  ]
  const checked = pairs.map((pair) =>
    scoreRecord(candidates.get(pair.left) as Candidate, records.get(pair.right) as MatchableRecord),
  )
  return { pairs, counts: { compared: pairs.length, files: counted(pairs), check: counted(checked) } }
}

/**
 * Virginia's list against itself, its older tables and the demo world. Null where the list is absent. `officers`: size
 * of the demo world.
 */
export async function virginiaReport(officers = 5_000): Promise<VirginiaReport | null> {
  if (!existsSync(WORKBOOK)) return null
  const silent = (): void => undefined
  const workbook = (await readWorkbook(WORKBOOK, silent)).rows.map(listed)
  const read = await Promise.all(TABLES.map((table) => readCsv(join(FOLDER, table), silent)))
  const tables = read.flatMap(({ rows }) => rows).map(listed)
  const demo = invented(officers)
  const itself = await compare(workbook, null)
  const withTables = await compare(workbook, tables)
  return {
    model: MODEL.version,
    rows: { workbook: workbook.length, tables: tables.length, demo: demo.length },
    workbookWithItself: itself.counts,
    duplicates: proposed(itself.pairs).map(({ left, right }) => `${left} = ${right}`),
    workbookWithTables: {
      ...withTables.counts,
      tableRowsFound: new Set(proposed(withTables.pairs).map(({ right }) => right)).size,
    },
    workbookWithDemo: (await compare(workbook, demo)).counts,
    tablesWithDemo: (await compare(tables, demo)).counts,
  }
}
