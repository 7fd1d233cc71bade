import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatProof } from '../../audit/export/proof.js'
import { formatVerifierKey } from '../../audit/tree/note.js'
import { inclusionProof } from '../../audit/tree/proofs.js'
import { ORIGIN, SIGNER, signerNamed, testLog, type TestLog } from '../audit/export/support.js'
import { runComity } from '../support/run-comity.js'

const dir = mkdtempSync(join(tmpdir(), 'comity-verify-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
const file = (name: string, text: string | Buffer): string => {
  writeFileSync(join(dir, name), text)
  return join(dir, name)
}
const KEY = formatVerifierKey(SIGNER.key)
const verify = (...args: string[]) => runComity(['audit', 'verify', ...args])

let log: TestLog
let whole: string
let root: string
beforeAll(async () => {
  log = await testLog({ heads: [2, 3] })
  whole = file('log.jsonl', log.lines.join(''))
  root = log.tree.rootAt(3).toString('base64')
})

describe('comity audit verify', () => {
  test('an export, with the key on the command line or in a file, beside what gateways witnessed', async () => {
    const verified = {
      code: 0,
      out:
        `${ORIGIN}: 3 entries; 2 of 2 signed heads verified, the last of size 3 with root ${root}\n` +
        'verified: nothing was changed\n',
      err: '',
    }
    expect(await verify(whole, '--key', KEY)).toEqual(verified)
    const keys = file('log.key', `${formatVerifierKey(signerNamed().key)}\n${KEY}\n`)
    const witnesses = [2, 3].flatMap((size) => ['--witness', file(`heads-${size}.txt`, log.headAt(size))])
    expect(await verify(whole, '--key', keys, ...witnesses)).toEqual(verified)
  })

  test('names the place of what was changed, and ends with 1', async () => {
    const changed = file('changed.jsonl', log.lines.join('').replace('viewer-1', 'viewer-7'))
    const longer = await testLog({ heads: [2, 3, 4] })
    const witness = file('longer.txt', longer.headAt(4))
    const { code, out, err } = await verify(changed, '--key', KEY, '--witness', witness)
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out.split('\n').slice(1)).toEqual([
      'line 3, entry 1: what the entry says is not what its leaf hash was made of (ENTRY_ALTERED)',
      'entry 3, head of size 4, note 1 of the witness: the witness saw a larger log than this one: the end is missing (WITNESS_IS_NEWER)',
      'NOT VERIFIED: 2 faults',
      '',
    ])
  })

  test('--json: the whole report', async () => {
    const cut = file('cut.jsonl', log.lines.slice(0, -1).join(''))
    const { code, out } = await verify(cut, '--key', KEY, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual({
      kind: 'EXPORT',
      ok: false,
      origin: ORIGIN,
      entries: 3,
      withoutContents: 0,
      heads: 2,
      headsVerified: 2,
      lastVerified: { size: 3, root },
      faults: [{ kind: 'END_MISSING', line: 7, entry: 3, head: null, note: null }],
      faultCount: 1,
    })
  })

  test('an entry without contents is a fault, unless its retention may have ended', async () => {
    const { lines } = await testLog({ heads: [3], expired: [0] })
    const expired = file('expired.jsonl', lines.join(''))
    expect((await verify(expired, '--key', KEY)).out).toContain('line 2, entry 0: the contents of the entry are gone')
    const { code, out } = await verify(expired, '--key', KEY, '--expired-before', '1')
    expect(code).toBe(0)
    expect(out).toContain('3 entries, 1 of them without contents; 1 of 1 signed heads verified')
  })

  test('the proof of an entry', async () => {
    const entry = log.entries[1]?.toString('utf8') ?? ''
    const proof = formatProof({
      origin: ORIGIN,
      index: 1,
      entry,
      leafHash: log.tree.leaves[1]?.toString('base64') ?? '',
      hashes: (await inclusionProof(1, 3, log.tree.read)).map((hash) => hash.toString('base64')),
      checkpoint: log.headAt(3),
    })
    const right = file('proof.json', proof)
    const witness = file('head.txt', log.headAt(3))
    expect(await verify(right, '--key', KEY, '--witness', witness)).toEqual({
      code: 0,
      out:
        `${ORIGIN}: entry 1 under the signed head of size 3, which the witness saw\n${entry}\n` +
        'verified: nothing was changed\n',
      err: '',
    })
    const changed = file('changed.json', proof.replace('viewer-1', 'viewer-7'))
    const { code, out } = await verify(changed, '--key', KEY)
    expect(code).toBe(1)
    expect(out).toContain('entry 1: what the entry says is not what its leaf hash was made of (ENTRY_ALTERED)\n')
    expect((await verify(right, '--key', formatVerifierKey(signerNamed().key))).out).toContain('(HEAD_KEY_UNKNOWN)')
    const rewritten = await testLog({ heads: [3], purpose: 'C' })
    const other = file('other-head.txt', rewritten.headAt(3))
    expect((await verify(right, '--key', KEY, '--witness', other)).out).toContain('(WITNESS_DIFFERS)')
  })

  test('bytes that are no text, and lines without end, are lines like any other that is none', async () => {
    const bytes = Buffer.concat([Buffer.from(log.lines[0] ?? ''), Buffer.of(0xff, 0x0a), Buffer.alloc(200_000, 'a')])
    const { code, out } = await verify(file('bytes.jsonl', bytes), '--key', KEY)
    expect(code).toBe(1)
    expect(out.match(/^line \d+/gm)).toEqual(['line 2', 'line 3', 'line 4'])
  })

  test.each([
    ['no such file', () => ['absent.jsonl', '--key', KEY], /^BAD_INPUT: .*the file cannot be read \(ENOENT\)/],
    ['no such key file', () => [whole, '--key', 'absent.key'], /^BAD_INPUT: .*--key cannot be read \(ENOENT\)/],
    ['a key file of something else', () => [whole, '--key', whole], /^BAD_INPUT: .*--key: must be a verifier key/],
    [
      'no such witness',
      () => [whole, '--key', KEY, '--witness', dir],
      /^BAD_INPUT: .*--witness cannot be read \(EISDIR\)/,
    ],
  ])('%s', async (_, args, said) => {
    const { code, out, err } = await verify(...args())
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(said)
  })

  test.each([[[]], [['log.jsonl']], [['log.jsonl', '--key', KEY, '--expired-before', 'x']]])(
    'a command line that is wrong: %j',
    async (args) => {
      expect(await verify(...args)).toMatchObject({ code: 2, out: '' })
    },
  )
})
