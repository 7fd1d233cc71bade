import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from '../../../audit/tree/checkpoint.js'
import { sign, verifierKey } from '../../../audit/tree/note.js'

const ORIGIN = 'hub.example/log'
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const SIGNER = { name: ORIGIN, privateKey }
const KEY = verifierKey(ORIGIN, publicKey)
const ROOT = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='
const HEAD = { origin: ORIGIN, size: 20852163, root: Buffer.from(ROOT, 'base64') }

describe('C2SP tlog-checkpoint', () => {
  test('origin, size and root, a line each; reads back', () => {
    expect(formatCheckpoint(HEAD)).toBe(`${ORIGIN}\n20852163\n${ROOT}\n`)
    expect(parseCheckpoint(formatCheckpoint(HEAD))).toEqual(HEAD)
    const empty = { ...HEAD, size: 0 }
    expect(parseCheckpoint(formatCheckpoint(empty))).toEqual(empty)
  })

  test('opens with its key', () => {
    expect(openCheckpoint(signCheckpoint(HEAD, [SIGNER]), [KEY])).toEqual({
      ok: true,
      checkpoint: HEAD,
      signedBy: [KEY],
    })
  })

  test('lines of extension are allowed and not read', () => {
    expect(parseCheckpoint(`${formatCheckpoint(HEAD)}more\nand more\n`)).toEqual(HEAD)
  })

  test.each([
    ['no origin', `\n1\n${ROOT}\n`],
    ['no root', `${ORIGIN}\n1\n`],
    ['a size with a leading zero', `${ORIGIN}\n01\n${ROOT}\n`],
    ['a negative size', `${ORIGIN}\n-1\n${ROOT}\n`],
    ['a size that no number holds', `${ORIGIN}\n9007199254740993\n${ROOT}\n`],
    ['a root of another length', `${ORIGIN}\n1\nCsUY\n`],
    ['a root in another form of base64', `${ORIGIN}\n1\n${ROOT.slice(0, -1)}\n`],
    ['an empty extension', `${ORIGIN}\n1\n${ROOT}\n\nmore\n`],
    ['no end', `${ORIGIN}\n1\n${ROOT}`],
  ])('%s is none, however well it is signed', (_, text) => {
    expect(parseCheckpoint(text)).toBeNull()
    if (text.endsWith('\n'))
      expect(openCheckpoint(sign(text, [SIGNER]), [KEY])).toEqual({ ok: false, why: 'MALFORMED' })
  })
})
