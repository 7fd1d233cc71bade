import { runComity } from '../support/run-comity.js'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { PURPOSES, ROLES, type MatrixChanges } from '../../policy/index.js'
import { bundleText } from '../support/bundles.js'

const dir = mkdtempSync(join(tmpdir(), 'comity-diff-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const POLICY = resolve(import.meta.dirname, '../../policy')
/** A copy of the shipped rules with one more, or another, file. */
function folder(name: string, file: string, text: string): string {
  const target = join(dir, name)
  for (const part of ['schema.cedarschema', 'rules', 'jurisdictions'])
    cpSync(join(POLICY, part), join(target, part), { recursive: true })
  writeFileSync(join(target, file), text)
  return target
}
function bundle(name: string, text: string): string {
  writeFileSync(join(dir, name), text)
  return join(dir, name)
}

const diff = (...args: string[]) => runComity(['policy', 'diff', ...args])

async function changes(...args: string[]): Promise<MatrixChanges> {
  const { code, out, err } = await diff(...args, '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as MatrixChanges
}

const cellsOf = ({ cells }: MatrixChanges): string[] =>
  cells.map(({ role, purpose, action }) => `${role} ${purpose} ${action}`).sort()

/** US-ZZ is nobody's: no shipped bundle stands in its place. */
const ONE = bundleText('US-ZZ')
const TWO = `${ONE}\n${bundleText('US-ZZ', {
  id: 'US-ZZ-2',
  head: '(principal, action == Action::"read:P3a", resource is Employment)',
  when: 'resource.ownerJurisdiction == "US-ZZ" && context.purpose == "hub:CERT"',
})}`

describe('comity policy diff', () => {
  test('the same rules: no cell changes', async () => {
    expect(await diff('shipped', 'shipped')).toMatchObject({ code: 0, err: '' })
    expect((await diff('shipped', 'shipped')).out).toMatch(/(^|\n)no cell changes\n$/)
    expect(await changes('shipped')).toMatchObject({ cells: [], policies: { added: [], removed: [], rewritten: [] } })
  })

  test('a bundle put in place narrows the cells of its action and purpose, and no other', async () => {
    const found = await changes('shipped', '--bundle', bundle('US-ZZ.cedar', ONE))
    expect(found.policies).toEqual({ added: ['US-ZZ-1'], removed: [], rewritten: [], relabelled: [] })
    expect(found.cells.length).toBeGreaterThan(0)
    for (const cell of found.cells) {
      expect(cell.purpose).toBe('J')
      expect(['know:Incident', 'read:P4']).toContain(cell.action)
      const without = (ids: readonly string[]): string[] => ids.filter((id) => id !== 'US-ZZ-1')
      expect([...cell.after.narrows, ...cell.after.closes]).toContain('US-ZZ-1')
      expect(without(cell.after.narrows)).toEqual(cell.before.narrows)
      expect(without(cell.after.closes)).toEqual(cell.before.closes)
      expect(cell.after.permits).toEqual(cell.before.permits)
    }
    expect(cellsOf(found)).toContain('HIRING_INVESTIGATOR J read:P4')
  })

  test('one line of one policy changed: the cells of the line as it was and as it is, of this policy alone', async () => {
    const before = folder('before', 'jurisdictions/US-ZZ.cedar', TWO)
    const after = folder('after', 'jurisdictions/US-ZZ.cedar', TWO.replace('== "J"', '== "C"'))
    const found = await changes(before, after, '--as-if-signed')
    expect(found.policies).toEqual({ added: [], removed: [], rewritten: ['US-ZZ-1'], relabelled: [] })
    expect(cellsOf(found)).toContain('HIRING_INVESTIGATOR J read:P4')
    expect(cellsOf(found)).toContain('PROSECUTOR C read:P4')
    for (const { purpose, action, before: was, after: is } of found.cells) {
      expect(['J', 'C']).toContain(purpose)
      expect(['know:Incident', 'read:P4']).toContain(action)
      expect(JSON.stringify([was, is])).not.toContain('US-ZZ-2')
    }
    // The oracle is the text: with the line in place the policy speaks for J alone, with the other for C alone.
    const speaks = (side: 'before' | 'after', purpose: string): boolean =>
      found.cells.some((cell) => cell.purpose === purpose && JSON.stringify(cell[side]).includes('US-ZZ-1'))
    expect([speaks('before', 'J'), speaks('before', 'C')]).toEqual([true, false])
    expect([speaks('after', 'J'), speaks('after', 'C')]).toEqual([false, true])
  })

  test('another condition in the same cells is a change of these cells', async () => {
    const before = folder('plain', 'jurisdictions/US-ZZ.cedar', ONE)
    const after = folder('unsealed', 'jurisdictions/US-ZZ.cedar', ONE.replace('== "J"', '== "J" && resource.sealed'))
    const found = await changes(before, after, '--as-if-signed')
    expect(found.cells.length).toBeGreaterThan(0)
    for (const { rewritten, before: was, after: is } of found.cells) expect([rewritten, is]).toEqual([['US-ZZ-1'], was])
    const { out } = await diff(before, after, '--as-if-signed')
    expect(out).toContain('~ US-ZZ-1 narrows, by another condition')
  })

  test('one line of a shipped bundle: the cells of that line', async () => {
    const file = 'jurisdictions/US-CA.cedar'
    const text = readFileSync(join(POLICY, file), 'utf8')
    const line = 'action in [Action::"read:P3b", Action::"read:P6"]'
    expect(text).toContain(line)
    const after = folder('california', file, text.replace(line, 'action in [Action::"read:P3b"]'))
    const found = await changes('shipped', after, '--as-if-signed')
    expect(found.policies).toEqual({ added: [], removed: [], rewritten: ['US-CA-2'], relabelled: [] })
    expect(new Set(found.cells.map(({ action }) => action))).toEqual(new Set(['read:P6']))
    for (const { before: was, after: is, rewritten } of found.cells) {
      expect(rewritten).toEqual([])
      expect([...was.narrows, ...was.closes]).toContain('US-CA-2')
      expect({ ...is, narrows: [...is.narrows, 'US-CA-2'].sort(), closes: [] }).toEqual({
        ...was,
        narrows: [...new Set([...was.narrows, 'US-CA-2'])].sort(),
        closes: [],
      })
    }
  })

  test('a comment, a line moved, a title: no cell changes, and what is called otherwise is told', async () => {
    const before = folder('named', 'jurisdictions/US-ZZ.cedar', ONE)
    const after = folder('renamed', 'jurisdictions/US-ZZ.cedar', `// Why.\n\n${ONE.replace('shares no', 'gives no')}`)
    const { out } = await diff(before, after, '--as-if-signed')
    expect(out).toContain('under another title, citation or date: US-ZZ-1')
    expect(out).toMatch(/\nno cell changes\n$/)
  })

  test('a bundle that nobody has signed for changes nothing, and this is told', async () => {
    const after = folder('unsigned', 'jurisdictions/US-ZZ.cedar', ONE)
    const { code, out } = await diff('shipped', after)
    expect(code).toBe(0)
    expect(out).toMatch(/^not in force, and so not compared .*US-ZZ-1/)
    expect(out).toMatch(/\nno cell changes\n$/)
  })

  test('before its first day a bundle changes nothing', async () => {
    const file = bundle('US-ZZ.cedar', bundleText('US-ZZ', { effectiveFrom: '2027-01-01' }))
    expect((await changes('shipped', '--bundle', file)).cells).toEqual([])
    expect((await changes('shipped', '--bundle', file, '--on', '2027-01-01')).cells.length).toBeGreaterThan(0)
  })

  test('a baseline rule left out is seen in every cell that it spoke in', async () => {
    const file = 'rules/hiring.cedar'
    const text = readFileSync(join(POLICY, file), 'utf8')
    const found = await changes('shipped', folder('baseline', file, text.replaceAll('context.waiverCovers', 'true')))
    expect(found.policies.rewritten.length).toBeGreaterThan(0)
    expect(found.cells.every(({ rewritten }) => rewritten.length > 0)).toBe(true)
  })

  test('whose bundle it is comes from the option, the name or the ids', async () => {
    const named = await changes('shipped', '--bundle', bundle('US-ZZ.cedar', ONE))
    expect(cellsOf(await changes('shipped', '--bundle', bundle('new.cedar', ONE)))).toEqual(cellsOf(named))
    expect((await diff('shipped', '--bundle', bundle('empty.cedar', '// nothing'))).err).toMatch(
      /^BAD_INPUT: .*say --jurisdiction/,
    )
  })

  test.each([
    ['permits', bundleText('US-ZZ', { effect: 'permit' }), /^BUNDLE_REFUSED: .*US-ZZ\.cedar:\d+: .*permits/],
    ['does not parse', 'forbid (principal', /^BUNDLE_REFUSED: .*\.cedar:1: /],
    ['is of 2 MB', `//${'x'.repeat(2 * 1024 * 1024)}`, /^BUNDLE_REFUSED: .*larger/],
  ])('a bundle that %s is refused with file, line and reason', async (_what, text, said) => {
    const { code, out, err } = await diff('shipped', '--bundle', bundle('US-ZZ.cedar', text))
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(said)
  })

  test.each([
    ['a folder that is none', [join(dir, 'absent')], /^BAD_INPUT: .*does not exist/],
    ['a folder without rules', [dir], /^BAD_INPUT: .*holds no schema\.cedarschema/],
    ['a day that is none', ['shipped', '--on', '2026-02-30'], /^BAD_INPUT: .*--on: must be a day/],
  ])('refuses %s', async (_what, args, said) => {
    const { code, err } = await diff(...args)
    expect(code).toBe(1)
    expect(err).toMatch(said)
  })

  test('a row of the text is a role and a purpose', async () => {
    const { out } = await diff('shipped', '--bundle', bundle('US-ZZ.cedar', ONE))
    const rows = out.split('\n').filter((line) => /^[A-Z_]+, /.test(line))
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      const [role, purpose] = row.split(', ')
      expect(ROLES).toContain(role)
      expect(PURPOSES).toContain(purpose)
    }
  })
})
