import { cell } from './cells.js'
import { FIELDS } from './fields.js'
import { looksAt } from './looks-at.js'
import type { PolicySet } from './policy-set.js'
import type { Rule } from './rule.js'
import { DATA_CLASSES, OPERATIONS, PURPOSES, RECORD_TYPES, ROLES } from './types.js'
import type { Action, DataClass, Purpose, Role } from './types.js'

export const STANDING = 'Designed to EO 13929 (2020), used as a specification; legal force not asserted.'

export const ROLE_TITLES: Record<Role, string> = {
  HIRING_INVESTIGATOR: 'Hiring investigator',
  COMMISSION_ANALYST: 'Commission analyst',
  RECORDS_OFFICER: 'Records officer',
  PROSECUTOR: 'Prosecutor',
  GRANTS_OFFICER: 'Grants officer',
  CREDENTIALING_ASSESSOR: 'Credentialing assessor',
  POLICY_OFFICER: 'Policy officer of a jurisdiction',
  DATA_SUBJECT: 'Officer (data subject)',
  AUDITOR: 'Auditor',
  PUBLIC: 'Public',
}

type Column = readonly [title: string, action: Action]

/** The tables of the matrix and what each column asks. */
export const SECTIONS: readonly { readonly title: string; readonly columns: readonly Column[] }[] = [
  {
    title: 'By role, purpose and data class',
    columns: DATA_CLASSES.map((dataClass): Column => [dataClass, `read:${dataClass}`]),
  },
  {
    title: 'Which records may be known to exist, compared and submitted',
    columns: [
      ...RECORD_TYPES.map((type): Column => [`know ${type}`, `know:${type}`]),
      ['match', 'match'],
      ['store', 'store'],
    ],
  },
  { title: 'Operations', columns: OPERATIONS.map((operation): Column => [operation, `do:${operation}`]) },
]

export interface RuleCell {
  readonly permits: readonly Rule[]
  /** In brackets: what can take away from this cell and not from the whole row, or keeps it withheld. */
  readonly narrows: readonly Rule[]
}

export interface RuleRow {
  readonly role: Role
  /** Purposes for which the row is the same. */
  readonly purposes: readonly Purpose[]
  readonly purposeTitle: string
  readonly cells: readonly RuleCell[]
  /** What can take away from every open cell of the row. */
  readonly narrows: readonly Rule[]
}

export function matrixRows(set: PolicySet, actions: readonly Action[]): readonly RuleRow[] {
  return ROLES.flatMap((role) =>
    grouped(PURPOSES.map((purpose) => [purpose, rowOf(set, role, purpose, actions)] as const)).map((row) => ({
      role,
      ...row,
    })),
  )
}

type Row = Pick<RuleRow, 'cells' | 'narrows'>

function rowOf(set: PolicySet, role: Role, purpose: Purpose, actions: readonly Action[]): Row {
  const cells = actions.map((action) => cell(set, role, purpose, action))
  const open = cells.filter(({ permits, narrows }) => permits.length > 0 && narrows.length > 0)
  // Where nothing of a person is open, what would close it is no news.
  const closing = (closes: readonly Rule[]): readonly Rule[] => (open.length > 0 ? closes : [])
  const [first] = open
  const common = (first?.narrows ?? []).filter((rule) => open.every(({ narrows }) => narrows.includes(rule)))
  return {
    narrows: common,
    cells: cells.map(({ permits, narrows, closes }) => ({
      permits,
      narrows: permits.length > 0 ? narrows.filter((rule) => !common.includes(rule)) : closing(closes),
    })),
  }
}

/** Purposes for which a role has the same row are one row; those that open nothing more than another are last. */
function grouped(rows: readonly (readonly [Purpose, Row])[]): readonly Omit<RuleRow, 'role'>[] {
  const byRow = new Map<string, { purposes: Purpose[]; row: Row }>()
  for (const [purpose, row] of rows) {
    const key = JSON.stringify(row, (_key, value: unknown) => (isRule(value) ? value.head.id : value))
    const found = byRow.get(key) ?? { purposes: [], row }
    found.purposes.push(purpose)
    byRow.set(key, found)
  }
  return [...byRow.values()]
    .sort((a, b) => a.purposes.length - b.purposes.length)
    .map(({ purposes, row }) => ({
      purposes,
      purposeTitle:
        purposes.length > PURPOSES.length / 2 ? `any${byRow.size > 1 ? ' other' : ''}` : purposes.join(', '),
      ...row,
    }))
}

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && 'head' in value
}

/** Coordinates of the fields of a class. */
export function fieldsIn(dataClass: DataClass): readonly string[] {
  return Object.entries(FIELDS)
    .filter(([, rule]) => typeof rule === 'object' && 'class' in rule && rule.class === dataClass)
    .map(([coordinate]) => coordinate)
}

export function sortedById(rules: readonly Rule[]): readonly Rule[] {
  return [...rules].sort((a, b) => a.head.id.localeCompare(b.head.id, 'en', { numeric: true }))
}

/** What a policy reads, in words. */
export function policyReads({ condition }: Rule): readonly string[] {
  const { viewer, request, facts } = looksAt(condition)
  return [
    ...viewer.map((name) => `viewer ${name}`),
    ...request.map((name) => `request ${name}`),
    ...facts.map((name) => `record ${name}`),
  ]
}
