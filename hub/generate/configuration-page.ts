import { VARIABLES } from '../variables.js'
import { page, table } from './markdown.js'

const INTRODUCTION = `The hub reads its configuration from the environment, once, when it starts, and names every fault at once
(\`CONFIG_INVALID\`). The defaults work. A secret is never printed, not even in a fault.`

/** docs/generated/configuration.md */
export function configurationPage(): string {
  const rows = VARIABLES.map(({ name, doc, fallback, secret }) => [
    `\`${name}\``,
    doc,
    fallback ?? 'none',
    secret ? 'yes' : 'no',
  ])
  return page('Configuration', INTRODUCTION, table(['Variable', 'What it is', 'Default', 'Secret'], rows))
}
