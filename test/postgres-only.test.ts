import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const FOLDER = new URL('postgres-only/', import.meta.url)

test('The list of tests that PostgreSQL alone can pass is closed: each has its reason in the README', () => {
  const readme = readFileSync(new URL('README.md', FOLDER), 'utf8')
  const reasons = [...readme.matchAll(/^\| `(.+?)` +\| .+? \| .+? \|$/gm)].map(([, file]) => file)
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.test.ts'))
  expect(reasons.sort()).toEqual(files.sort())
})
