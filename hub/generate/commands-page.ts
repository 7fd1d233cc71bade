import { systemClock } from '../../contract/clock.js'
import { commandPaths, run } from '../../cli/program.js'
import type { CliContext } from '../../cli/context.js'
import { page } from './markdown.js'

/** docs/generated/commands.md: what each `comity` command says of itself. */
export async function commandsPage(): Promise<string> {
  const paths = [[], ...commandPaths(silent(() => undefined))]
  const parts: string[] = []
  for (const path of paths) parts.push(`## ${['comity', ...path].join(' ')}`, await helpOf(path))
  return page('The `comity` command', 'Run it as `npx comity`.', ...parts)
}

async function helpOf(path: readonly string[]): Promise<string> {
  let text = ''
  await run(
    ['node', 'comity', ...path, '--help'],
    '',
    silent((piece) => (text += piece)),
  )
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``
}

/** A context in which help is all that can happen. */
function silent(out: (text: string) => void): CliContext {
  return { env: {}, clock: systemClock, stdin: nothing(), out, err: out }
}

async function* nothing(): AsyncGenerator<string> {}
