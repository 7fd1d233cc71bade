import { cell } from './cells.js'
import { CLASS_TEXTS } from './classes.js'
import { FIELDS } from './fields.js'
import { looksAt } from './looks-at.js'
import type { PolicySet } from './policy-set.js'
import type { Rule } from './rule.js'
import { DATA_CLASSES, OPERATIONS, PURPOSES, RECORD_TYPES, ROLES } from './types.js'
import type { Action, DataClass, Purpose, Role } from './types.js'

const STANDING = 'Designed to EO 13929 (2020), used as a specification; legal force not asserted.'

const LEGEND = `Printed from the compiled policies; do not edit. Nothing here is legal advice.

A cell names the policies that can permit it, each under its own conditions, with its citation in the list below; in
brackets those that can take away from this cell. What can take away from the whole row is named in its last column.
"no" is withheld: by the policies in brackets, or because no policy permits it.`

const ROLE_TITLES: Record<Role, string> = {
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

/** The sharing policy as a page that a lawyer can read: Markdown, the same for the same policy set. */
export function renderMatrix(set: PolicySet): string {
  return [
    '# Who sees what',
    STANDING,
    LEGEND,
    `Policy set \`${set.hash.slice(0, 16)}\`, ${set.rules.length} policies in force, ${set.inactive.length} inactive.`,
    '## By role, purpose and data class',
    matrixOf(
      set,
      DATA_CLASSES.map((dataClass): readonly [string, Action] => [dataClass, `read:${dataClass}`]),
    ),
    '## Which records may be known to exist, compared and submitted',
    matrixOf(set, [
      ...RECORD_TYPES.map((type): readonly [string, Action] => [`know ${type}`, `know:${type}`]),
      ['match', 'match'],
      ['store', 'store'],
    ]),
    '## Operations',
    matrixOf(
      set,
      OPERATIONS.map((operation): readonly [string, Action] => [operation, `do:${operation}`]),
    ),
    '## The data classes and their fields',
    classTable(),
    '## The policies',
    policyList(set.rules),
    ...(set.inactive.length > 0 ? ['## Inactive: the source has not been checked', policyList(set.inactive)] : []),
  ]
    .join('\n\n')
    .concat('\n')
}

interface Row {
  readonly cells: readonly string[]
  readonly narrowing: string
}

function matrixOf(set: PolicySet, columns: readonly (readonly [string, Action])[]): string {
  const rows = ROLES.flatMap((role) =>
    groups(
      PURPOSES.map(
        (purpose) =>
          [
            purpose,
            rowOf(
              set,
              role,
              purpose,
              columns.map(([, action]) => action),
            ),
          ] as const,
      ),
    ).map(([purposes, row]) => [ROLE_TITLES[role], purposes, ...row.cells, row.narrowing]),
  )
  return table(['Role', 'Purpose', ...columns.map(([title]) => title), 'The whole row less'], rows)
}

function rowOf(set: PolicySet, role: Role, purpose: Purpose, actions: readonly Action[]): Row {
  const cells = actions.map((action) => cell(set, role, purpose, action))
  const open = cells.filter(({ permits, narrows }) => permits.length > 0 && narrows.length > 0)
  // Where nothing of a person is open, what would close it is no news.
  const closing = (closes: readonly Rule[]): readonly Rule[] => (open.length > 0 ? closes : [])
  const [first] = open
  const common = (first?.narrows ?? []).filter((rule) => open.every(({ narrows }) => narrows.includes(rule)))
  return {
    narrowing: ids(common) || '–',
    cells: cells.map(({ permits, narrows, closes }) => {
      const brackets = ids(permits.length > 0 ? narrows.filter((rule) => !common.includes(rule)) : closing(closes))
      return `${ids(permits) || 'no'}${brackets ? ` (${brackets})` : ''}`
    }),
  }
}

/** Purposes for which a role has the same row are one row; those that open nothing more than another are last. */
function groups(rows: readonly (readonly [Purpose, Row])[]): readonly (readonly [string, Row])[] {
  const byRow = new Map<string, { purposes: Purpose[]; row: Row }>()
  for (const [purpose, row] of rows) {
    const key = JSON.stringify(row)
    const found = byRow.get(key) ?? { purposes: [], row }
    found.purposes.push(purpose)
    byRow.set(key, found)
  }
  return [...byRow.values()]
    .sort((a, b) => a.purposes.length - b.purposes.length)
    .map(({ purposes, row }) => [
      purposes.length > PURPOSES.length / 2 ? `any${byRow.size > 1 ? ' other' : ''}` : purposes.join(', '),
      row,
    ])
}

function classTable(): string {
  const fieldsOf = (dataClass: DataClass): string =>
    Object.entries(FIELDS)
      .filter(([, rule]) => typeof rule === 'object' && 'class' in rule && rule.class === dataClass)
      .map(([coordinate]) => `\`${coordinate}\``)
      .join(', ')
  return table(
    ['Class', 'What', 'Fields'],
    DATA_CLASSES.map((dataClass) => [dataClass, CLASS_TEXTS[dataClass].title, fieldsOf(dataClass) || 'none']),
  )
}

function policyList(rules: readonly Rule[]): string {
  return [...rules]
    .sort((a, b) => a.head.id.localeCompare(b.head.id, 'en', { numeric: true }))
    .map(policyEntry)
    .join('\n\n')
}

function policyEntry({ head, condition, file, line, text }: Rule): string {
  const { viewer, request, facts } = looksAt(condition)
  const { text: cited, role, status, checkedOn } = head.citation
  const standing = [role.toLowerCase().replace('_', ' '), checkedOn ? `checked ${checkedOn}` : status.toLowerCase()]
  const reads = [
    ...viewer.map((name) => `viewer ${name}`),
    ...request.map((name) => `request ${name}`),
    ...facts.map((name) => `record ${name}`),
  ]
  return [
    `### ${head.id}`,
    `${head.title}. *${head.effect === 'permit' ? 'Permits' : 'Forbids'}.*`,
    [
      `- Citation: ${cited} (${standing.join(', ')})`,
      `- Looks at: ${reads.join(', ') || 'nothing: it holds for everyone'}`,
      ...(head.effect === 'forbid'
        ? [`- A denial ${head.revealsReason ? 'names it on a record that the viewer may know of' : 'does not name it'}`]
        : []),
      `- Written in \`policy/${file}:${line}\``,
    ].join('\n'),
    `\`\`\`cedar\n${text}\n\`\`\``,
  ].join('\n\n')
}

function ids(rules: readonly Rule[]): string {
  return rules.map(({ head }) => `[${head.id}](#${head.id.toLowerCase()})`).join(', ')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
