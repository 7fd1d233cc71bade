/** A Markdown table. A bar within a cell is escaped, or it would end it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A page: its parts, a blank line between two, and the warning that it is printed. */
export function page(title: string, ...parts: readonly string[]): string {
  return [`# ${title}`, 'Printed by `npm run generate`; do not edit.', ...parts].join('\n\n').concat('\n')
}
