import { CLASS_TEXTS } from './classes.js'
import { dayText } from './matrix-page.js'
import { fieldsIn, matrixRows, policyReads, ROLE_TITLES, SECTIONS, sortedById, STANDING } from './matrix-rows.js'
import type { PolicySet } from './policy-set.js'
import type { Rule } from './rule.js'
import { DATA_CLASSES } from './types.js'
import type { Action } from './types.js'

const LEGEND = `Printed from the compiled policies; do not edit. Nothing here is legal advice.

A cell names the policies that can permit it, each under its own conditions, with its citation in the list below; in
brackets those that can take away from this cell. What can take away from the whole row is named in its last column.
"no" is withheld: by the policies in brackets, or because no policy permits it.`

/** The sharing policy as a page that a lawyer can read: Markdown, the same for the same policy set. */
export function renderMatrix(set: PolicySet): string {
  return [
    '# Who sees what',
    STANDING,
    LEGEND,
    `Policy set \`${set.hash.slice(0, 16)}\`, ${set.rules.length} policies in force, ${set.inactive.length} inactive.`,
    ...SECTIONS.flatMap(({ title, columns }) => [`## ${title}`, matrixOf(set, columns)]),
    '## The data classes and their fields',
    classTable(),
    '## The policies',
    policyList(set.rules),
    ...(set.inactive.length > 0 ? ['## Inactive: the source has not been checked', policyList(set.inactive)] : []),
  ]
    .join('\n\n')
    .concat('\n')
}

function matrixOf(set: PolicySet, columns: readonly (readonly [string, Action])[]): string {
  const rows = matrixRows(
    set,
    columns.map(([, action]) => action),
  ).map(({ role, purposeTitle, cells, narrows }) => [
    ROLE_TITLES[role],
    purposeTitle,
    ...cells.map(({ permits, narrows: brackets }) => {
      const named = ids(brackets)
      return `${ids(permits) || 'no'}${named ? ` (${named})` : ''}`
    }),
    ids(narrows) || '–',
  ])
  return table(['Role', 'Purpose', ...columns.map(([title]) => title), 'The whole row less'], rows)
}

function classTable(): string {
  return table(
    ['Class', 'What', 'Fields'],
    DATA_CLASSES.map((dataClass) => [
      dataClass,
      CLASS_TEXTS[dataClass].title,
      fieldsIn(dataClass)
        .map((coordinate) => `\`${coordinate}\``)
        .join(', ') || 'none',
    ]),
  )
}

function policyList(rules: readonly Rule[]): string {
  return sortedById(rules).map(policyEntry).join('\n\n')
}

function policyEntry(rule: Rule): string {
  const { head, file, line, text, effectiveFrom, effectiveUntil } = rule
  const { text: cited, role, status, checkedOn } = head.citation
  const standing = [role.toLowerCase().replace('_', ' '), checkedOn ? `checked ${checkedOn}` : status.toLowerCase()]
  const [from, until] = [dayText(effectiveFrom), dayText(effectiveUntil)]
  return [
    `### ${head.id}`,
    `${head.title}. *${head.effect === 'permit' ? 'Permits' : 'Forbids'}.*`,
    [
      `- Citation: ${cited} (${standing.join(', ')})`,
      ...(from === null ? [] : [`- In effect from ${from}${until === null ? '' : `, until the day before ${until}`}`]),
      `- Looks at: ${policyReads(rule).join(', ') || 'nothing: it holds for everyone'}`,
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
