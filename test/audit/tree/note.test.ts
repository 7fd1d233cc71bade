import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatVerifierKey,
  type NoteSigner,
  parseVerifierKey,
  sign,
  verify,
  type VerifierKey,
  verifierKey,
} from '../../../audit/tree/note.js'
import { flipBit } from './support.js'

function signer(name: string): NoteSigner & { key: VerifierKey } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { name, privateKey, key: verifierKey(name, publicKey) }
}
const HUB = signer('hub.example/log')
const RENEWED = signer('hub.example/log')
const WITNESS = signer('witness.example')
const TEXT = 'hub.example/log\n\n3\nàbc\n'

describe("golang.org/x/mod/sumdb/note, the note of its tests and the C2SP specification's", () => {
  const FOO = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
  const NOTE =
    'This is an example message.\n\n' +
    '\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'

  test('verifies with its verifier key, which reads back as it was', () => {
    const key = parseVerifierKey(FOO)
    expect(key === null ? null : formatVerifierKey(key)).toBe(FOO)
    expect(verify(NOTE, key === null ? [] : [key])).toMatchObject({ ok: true, text: 'This is an example message.\n' })
  })
})

describe('verifier keys', () => {
  test('read back as the key that they were made of', () => {
    const text = formatVerifierKey(HUB.key)
    expect(text).toMatch(/^hub\.example\/log\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/)
    const read = parseVerifierKey(text)
    expect(read?.publicKey.equals(HUB.key.publicKey)).toBe(true)
    expect({ ...read, publicKey: null }).toEqual({ ...HUB.key, publicKey: null })
  })

  test('with any other character anywhere, it is none', () => {
    const text = formatVerifierKey(HUB.key)
    for (let at = 0; at < text.length; at++) {
      for (const other of ['A', 'z', '0', '+', ' ']) {
        if (text[at] === other) continue
        expect(parseVerifierKey(`${text.slice(0, at)}${other}${text.slice(at + 1)}`)).toBeNull()
      }
    }
  })

  test.each(['', 'hub.example', 'a+b', '+00000000+AA==', `${formatVerifierKey(HUB.key)}\n`])('%j is none', (text) => {
    expect(parseVerifierKey(text)).toBeNull()
  })

  test.each(['', 'two words', 'a+b', 'a\u00a0b', 'a\nb', 'a\u0000'])('%j is no name', (name) => {
    expect(() => verifierKey(name, HUB.key.publicKey)).toThrow(TypeError)
  })

  test('another kind of key is none', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect(() => verifierKey('hub.example', publicKey)).toThrow(TypeError)
  })
})

describe('a signed note', () => {
  test('is the text, an empty line and a line for each signer; the text may hold empty lines', () => {
    const note = sign(TEXT, [HUB, WITNESS])
    expect(note).toMatch(
      /^hub\.example\/log\n\n3\nàbc\n\n\u2014 hub\.example\/log [\w+/]{91}=\n\u2014 witness\.example [\w+/]{91}=\n$/u,
    )
    expect(verify(note, [HUB.key])).toEqual({ ok: true, text: TEXT, signedBy: [HUB.key] })
    expect(verify(note, [WITNESS.key, HUB.key])).toEqual({ ok: true, text: TEXT, signedBy: [HUB.key, WITNESS.key] })
  })

  test('while a key is being replaced, holders of either one accept it', () => {
    const note = sign(TEXT, [HUB, RENEWED])
    for (const { key } of [HUB, RENEWED]) expect(verify(note, [key])).toEqual({ ok: true, text: TEXT, signedBy: [key] })
  })

  test('of unknown keys alone says nothing; a key under another name is another key', () => {
    const note = sign(TEXT, [HUB])
    expect(verify(note, [RENEWED.key, WITNESS.key])).toEqual({ ok: false, why: 'KEYS_UNKNOWN' })
    expect(verify(note, [verifierKey('other.example', HUB.key.publicKey)])).toEqual({ ok: false, why: 'KEYS_UNKNOWN' })
    expect(verify(note, [])).toEqual({ ok: false, why: 'KEYS_UNKNOWN' })
  })

  test('one false signature of a known key spoils it, also beside a true one', () => {
    const [text, first] = [TEXT, sign(TEXT, [HUB])]
    const false_ = sign('another text\n', [RENEWED]).split('\n\n')[1] ?? ''
    expect(verify(`${text}\n${false_}`, [RENEWED.key])).toEqual({ ok: false, why: 'SIGNATURE_FALSE' })
    expect(verify(`${first}${false_}`, [HUB.key, RENEWED.key])).toEqual({ ok: false, why: 'SIGNATURE_FALSE' })
    expect(verify(`${first}${false_}`, [HUB.key])).toMatchObject({ ok: true })
  })

  test('with any bit of it changed is refused', () => {
    const note = Buffer.from(sign(TEXT, [HUB]))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: note.length * 8 - 1 }), (bit) => {
        expect(verify(flipBit(note, bit).toString('utf8'), [HUB.key]).ok).toBe(false)
      }),
      { numRuns: 150 },
    )
  })

  test.each([
    ['nothing', ''],
    ['no signature', `${TEXT}\n`],
    ['no line feed at its end', sign(TEXT, [HUB]).slice(0, -1)],
    ['no text', sign(TEXT, [HUB]).slice(TEXT.length)],
    ['a carriage return', sign(TEXT, [HUB]).replace('\n', '\r\n')],
    ['a hyphen for the dash', sign(TEXT, [HUB]).replace('\u2014', '-')],
    ['a line among the signatures that is none', `${sign(TEXT, [HUB])}signed by me\n`],
    [
      'more signatures than anybody needs',
      sign(
        TEXT,
        Array.from({ length: 17 }, () => HUB),
      ),
    ],
    ['base64 in another form', sign(TEXT, [HUB]).replace('=\n', '\n')],
  ])('is none with %s', (_, note) => {
    expect(verify(note, [HUB.key])).toEqual({ ok: false, why: 'MALFORMED' })
  })

  test.each(['', 'no end', 'a\ttab\n', 'half a pair \ud800\n'])('cannot be made of %j', (text) => {
    expect(() => sign(text, [HUB])).toThrow(TypeError)
  })
})
