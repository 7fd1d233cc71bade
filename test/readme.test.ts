import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const readme = read('README.md')

describe('README.md', () => {
  it('shows the configuration as it is generated', () => {
    const generated = read('docs/generated/configuration.md')
    expect(readme).toContain(generated.slice(generated.indexOf('| Variable')).trimEnd())
  })

  it('links to files that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path]) => path ?? '')
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter((path) => !existsSync(new URL(path, root)))).toEqual([])
  })

  it('names scripts of the package and commands of the command line alone', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const run = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? '')
    expect(run.filter((name) => !(name in scripts))).toEqual([])
    const commands = read('docs/generated/commands.md')
    const named = [...readme.matchAll(/npx comity ([a-z-]+)/g)].map(([, name]) => name ?? '')
    expect([...new Set(named)].filter((name) => !commands.includes(`comity ${name}`))).toEqual([])
  })
})
