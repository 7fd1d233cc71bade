import type { CellChange, CellPolicies, MatrixChanges, PolicyChanges } from '../policy/index.js'

/** Matrix changes as text: the policies that changed, and cell by cell what they do now; like cells of a row are one line. */
export function cellChangesText({ policies, cells }: MatrixChanges): string {
  const said = policiesText(policies)
  if (cells.length === 0) return [...said, 'no cell changes', ''].join('\n')
  const rows = new Map<string, CellChange[]>()
  for (const each of cells) {
    const key = `${each.role}, ${each.purpose}`
    rows.set(key, [...(rows.get(key) ?? []), each])
  }
  return [
    ...said,
    `${cells.length} cells change`,
    ...[...rows].flatMap(([title, changes]) => ['', title, ...rowText(changes)]),
    '',
  ].join('\n')
}

function policiesText(policies: PolicyChanges): string[] {
  const words: readonly (readonly [keyof PolicyChanges, string])[] = [
    ['added', 'added'],
    ['removed', 'removed'],
    ['rewritten', 'decides by something else'],
    ['relabelled', 'decides as before under another title, citation or date'],
  ]
  return words.flatMap(([key, word]) => (policies[key].length === 0 ? [] : [`${word}: ${policies[key].join(', ')}`]))
}

function rowText(changes: readonly CellChange[]): string[] {
  const alike = new Map<string, string[]>()
  for (const each of changes) {
    const what = changeText(each)
    alike.set(what, [...(alike.get(what) ?? []), each.action])
  }
  return [...alike].flatMap(([what, actions]) => [`  ${actions.join(', ')}`, `    ${what}`])
}

function changeText({ before, after, rewritten }: CellChange): string {
  const ids = [...new Set([...idsOf(before), ...idsOf(after)])].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  )
  const parts = ids.flatMap((id) => {
    const [was, is] = [doing(before, id), doing(after, id)]
    if (was === is) return rewritten.includes(id) ? [`~ ${id} ${is}, by another condition`] : []
    if (was === '') return [`+ ${id} ${is}`]
    return is === '' ? [`- ${id} ${was}`] : [`~ ${id} ${was} -> ${is}`]
  })
  const [open, stays] = [before.permits.length > 0, after.permits.length > 0]
  return [...parts, ...(open === stays ? [] : [stays ? 'opens' : 'is withheld from now on'])].join('; ')
}

function idsOf({ permits, narrows, closes }: CellPolicies): readonly string[] {
  return [...permits, ...narrows, ...closes]
}

function doing({ permits, narrows, closes }: CellPolicies, id: string): string {
  const words = [
    ...(permits.includes(id) ? ['permits'] : []),
    ...(narrows.includes(id) ? ['narrows'] : []),
    ...(closes.includes(id) ? ['closes'] : []),
  ]
  return words.join(' and ')
}
