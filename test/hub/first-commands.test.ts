import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { firstCommands } from '../../hub/first-commands.js'

interface Body {
  readonly query: string
}

/** What stands between the quotes after `-d`. */
function bodyOf(command: string): Body {
  const quoted = /-d '([^']*)'$/.exec(command)?.[1]
  if (quoted === undefined) throw new Error('The shell would end the quotes too early.')
  return JSON.parse(quoted) as Body
}

describe('The commands that a new hub prints', () => {
  const commands = firstCommands('http://127.0.0.1:4000', '2026-11-24')

  it('are one as the public and one as an investigator, with a token that does not expire on the screen', () => {
    expect(commands.map(({ command }) => /\$\(npx comity token [^)]*\)/.exec(command)?.[0] ?? null)).toEqual([
      null,
      '$(npx comity token hiring-city --case HIRE-1)',
    ])
  })

  it('survive a shell and hold a GraphQL operation', () => {
    for (const { command } of commands) expect(parse(bodyOf(command).query).definitions).toHaveLength(1)
  })
})
