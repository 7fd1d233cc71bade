import { runComity } from '../support/run-comity.js'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeJwt } from 'jose'
import { afterAll, describe, expect, test } from 'vitest'
import { NOW } from '../gateway/identity/tokens.js'

const dataDir = mkdtempSync(join(tmpdir(), 'comity-cli-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** Runs a command line as a process would, without one. */
function comity(args: readonly string[], pieces: readonly string[] = [], env: Record<string, string> = {}) {
  return runComity(args, { pieces, env: { COMITY_DATA_DIR: dataDir, ...env }, clock: () => NOW })
}

const COMMANDS = [
  ['token'],
  ['match'],
  ['match', 'train'],
  ['policy'],
  ['policy', 'decide'],
  ['policy', 'diff'],
  ['policy', 'explain'],
  ['policy', 'simulate'],
  ['policy', 'matrix'],
  ['policy', 'sign'],
  ['audit', 'key'],
  ['audit', 'export'],
  ['audit', 'prove'],
  ['audit', 'verify'],
  ['database', 'policy-key'],
  ['identity', 'revoke'],
  ['identity', 'revocations'],
]

describe('help', () => {
  test.each(COMMANDS.map((path) => [path.join(' '), path]))('%s explains itself', async (_, path) => {
    const { code, out, err } = await comity([...path, '--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain(`Usage: comity ${path.join(' ')}`)
    if (path.join() !== 'policy')
      expect(out).toMatch(/Example:\n.*\n[^]*Exit codes:\n {2}0 {2}done\n {2}1 {2}.+\n {2}2 {2}/)
  })

  test('the version', async () => {
    expect(await comity(['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' })
  })
})

describe('a command line that is wrong ends with 2 and says how', () => {
  test.each([
    [['frob']],
    [['token']],
    [['token', 'hiring-city', '--frob']],
    [['token', 'hiring-city', 'x']],
    [['policy', 'frob']],
    [['token', 'hiring-city', '--ttl', '1h']],
    [['start', '--officers', '399']],
    [['start', '--officers', '1e4']],
  ])('comity %j', async (args) => {
    const { code, out, err } = await comity(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^error: .+\n\(--help shows how\)\n$/)
  })
})

describe('token', () => {
  test('prints a token and nothing else', async () => {
    const { code, out, err } = await comity(['token', 'hiring-city', '--case', 'HIRE-1', '--ttl', '60'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)
    expect(decodeJwt(out.trim())).toMatchObject({
      sub: 'demo:hiring-city',
      exp: NOW.getTime() / 1_000 + 60,
      'comity:purpose': 'J',
      'comity:case': 'HIRE-1',
    })
  })

  test.each([
    [['token', 'nobody'], {}, /^BAD_INPUT: .*hiring-city.*\n$/],
    [['token', 'hiring-city', '--purpose', 'Z'], {}, /^PURPOSE_UNKNOWN: /],
    [['token', 'hiring-city', '--purpose', 'C'], {}, /^PURPOSE_NOT_ALLOWED: .*hiring-city may ask for J\. /],
    [['token', 'hiring-city', '--ttl', '0'], {}, /^BAD_INPUT: .*1 to 86400/],
    [['token', 'hiring-city'], { PORT: 'x', HOST: '?' }, /^CONFIG_INVALID: [^]*PORT[^]*HOST/],
    [['token', 'hiring-city'], { COMITY_DATA_DIR: '/dev/null/x' }, /^DATA_DIR_UNWRITABLE: /],
  ])('%j with %j', async (args, env, said) => {
    const { code, out, err } = await comity(args, [], env)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(said)
    expect(err).not.toMatch(/\n\s+at /)
  })
})

describe('policy', () => {
  test('decide answers each line in turn, wherever the pieces end', async () => {
    const viewer = {
      agency: 'NONE',
      jurisdiction: 'NONE',
      jurisdictionClass: 'LOCAL',
      roles: ['PUBLIC'],
      assurance: 1,
      purpose: 'NONE',
    }
    const lines = `${JSON.stringify({ viewer, dataClass: 'P0' })}\n\nnot json\r\n${JSON.stringify({ viewer, action: 'do:disclosures' })}`
    const { code, out, err } = await comity(['policy', 'decide'], [lines.slice(0, 25), lines.slice(25)])
    const decisions = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { line: number; effect: string; code: string | null })
    expect(decisions.map(({ line, effect, code }) => [line, effect, code])).toEqual([
      [1, 'allow', null],
      [3, 'deny', 'MALFORMED'],
      [4, 'deny', 'NOT_PERMITTED'],
    ])
    expect(code).toBe(1)
    expect(err).toMatch(/^BAD_INPUT: .* line 3\. .*\n$/)
  })

  test('explain answers the same lines with every policy that spoke', async () => {
    const viewer = {
      agency: 'NONE',
      jurisdiction: 'NONE',
      jurisdictionClass: 'LOCAL',
      roles: ['PUBLIC'],
      assurance: 1,
      purpose: 'NONE',
    }
    const lines = [JSON.stringify({ viewer, dataClass: 'P0' }), 'no JSON']
    const { code, out, err } = await comity(['policy', 'explain', '--as-viewer'], [lines.join('\n')])
    const [first, second] = out.trim().split('\n')
    expect(JSON.parse(first ?? '')).toMatchObject({ line: 1, effect: 'allow', policies: [{ id: 'PUB-1' }] })
    expect(JSON.parse(second ?? '')).toMatchObject({ line: 2, effect: 'deny', code: 'MALFORMED', policies: [] })
    expect(code).toBe(1)
    expect(err).toMatch(/^BAD_INPUT: .*line 2\./)
  })

  test('decide ends with 0 where every line was a question, and with none', async () => {
    const viewer = {
      agency: 'NONE',
      jurisdiction: 'US-VA',
      jurisdictionClass: 'LOCAL',
      roles: ['PUBLIC'],
      assurance: 1,
    }
    expect(await comity(['policy', 'decide'], [JSON.stringify({ viewer, dataClass: 'P0' })])).toMatchObject({
      code: 0,
      err: '',
    })
    expect(await comity(['policy', 'decide'])).toEqual({ code: 0, out: '', err: '' })
  })

  test('matrix prints the page', async () => {
    const { code, out } = await comity(['policy', 'matrix'])
    expect(code).toBe(0)
    expect(out).toMatch(/^# Who sees what\n/)
  })
})
