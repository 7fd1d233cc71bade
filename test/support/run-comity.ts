import { run } from '../../cli/program.js'
import type { CliContext } from '../../cli/context.js'
import { TEST_NOW } from './now.js'

const VERSION = '1.2.3'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A command line as a process would run it, without one. `pieces`: what standard input holds. */
export async function runComity(
  args: readonly string[],
  {
    pieces = [],
    env = {},
    clock = () => TEST_NOW,
  }: Partial<Pick<CliContext, 'env' | 'clock'>> & { pieces?: readonly string[] } = {},
): Promise<Ran> {
  let [out, err] = ['', '']
  const code = await run(['node', 'comity', ...args], VERSION, {
    env,
    clock,
    stdin: (async function* () {
      for (const piece of pieces) yield await Promise.resolve(piece)
    })(),
    out: (text) => (out += text),
    err: (text) => (err += text),
  })
  return { code, out, err }
}
