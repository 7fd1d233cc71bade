import { CATALOGUE, type CatalogueEntry } from '../../contract/errors.js'
import { page, table } from './markdown.js'

const INTRODUCTION = `Every error that leaves the hub has one of these codes in \`extensions.code\`, and what to do about it in
\`extensions.whatToDo\`. No message carries a person's data, and none the text of a subgraph, a stack or SQL. A withheld field
is null with the code \`WITHHELD\`, with \`policy\` and \`citation\` where the policy says that it may be named; a record that
the viewer may not know of is absent without an error. The sharing policy is designed to EO 13929 (2020), used as a
specification; legal force not asserted.`

/** docs/generated/errors.md */
export function errorsPage(): string {
  const entries: readonly (readonly [string, CatalogueEntry])[] = Object.entries(CATALOGUE)
  const rows = entries.map(([code, { status, meaning, whatToDo, since }]) => [
    `\`${code}\``,
    String(status),
    meaning,
    whatToDo,
    since,
  ])
  return page('Errors', INTRODUCTION, table(['Code', 'HTTP', 'Meaning', 'What to do', 'Since'], rows))
}
