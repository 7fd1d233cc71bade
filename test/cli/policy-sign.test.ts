import { runComity } from '../support/run-comity.js'
import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { bundleDigest, isSignedBundle, keyIdOf } from '../../contract/bundle-signature.js'
import { bundleText } from '../support/bundles.js'

const dir = mkdtempSync(join(tmpdir(), 'comity-sign-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const file = (name: string, text: string) => {
  writeFileSync(join(dir, name), text)
  return join(dir, name)
}
const KEY = file('officer.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }) as string)
const BUNDLE = file('US-CA.cedar', bundleText('US-CA'))

const sign = (...args: string[]) => runComity(['policy', 'sign', ...args])
const OFFICER = ['--key', KEY, '--jurisdiction', 'US-CA', '--effective-from', '2026-12-01']

interface Body {
  readonly query: string
  readonly variables: { readonly input: Record<string, string>; readonly key: string }
}

describe('comity policy sign', () => {
  test.each([
    ['a bundle', [BUNDLE], bundleText('US-CA'), 'publishBundle('],
    ['a withdrawal', ['--withdraw'], null, 'withdrawBundle('],
  ])('prints the request that publishes %s, and nothing else', async (_what, args, text, field) => {
    const { code, out, err } = await sign(...OFFICER, ...args)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const { query, variables } = JSON.parse(out) as Body
    expect(query).toContain(field)
    const { signature, ...input } = variables.input
    const statement = { jurisdiction: 'US-CA', effectiveFrom: '2026-12-01' }
    expect(input).toEqual({ ...statement, keyId: keyIdOf(publicKey), ...(text === null ? {} : { text }) })
    const pem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }) as string
    expect(isSignedBundle(pem, { ...statement, sha256: bundleDigest(text) }, signature ?? '')).toBe(true)
    expect(isSignedBundle(pem, { ...statement, sha256: bundleDigest('another text') }, signature ?? '')).toBe(false)
    // The same request twice has the same key: it is published once.
    expect((await sign(...OFFICER, ...args)).out).toBe(out)
  })

  test.each([
    [
      'a bundle that permits',
      file('permits.cedar', bundleText('US-CA', { effect: 'permit' })),
      /^BUNDLE_REFUSED: .*US-CA\.cedar:1: the bundle of US-CA permits/,
    ],
    ["another jurisdiction's bundle", file('US-OH.cedar', bundleText('US-OH')), /^BUNDLE_REFUSED: .*US-CA\.cedar:1: /],
    ['no file', join(dir, 'absent.cedar'), /^BAD_INPUT: .*ENOENT/],
  ])('does not sign %s', async (_what, bundle, said) => {
    const { code, out, err } = await sign(...OFFICER, bundle)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(said)
  })

  test.each([
    ['a key that is none', ['--key', BUNDLE], /^BAD_INPUT: .*--key: must be a PEM file/],
    ['a day that does not exist', ['--effective-from', '2026-02-30'], /^BAD_INPUT: .*--effective-from: must be a day/],
  ])('refuses %s', async (_what, args, said) => {
    const { code, err } = await sign(...OFFICER, ...args, BUNDLE)
    expect(code).toBe(1)
    expect(err).toMatch(said)
  })

  test.each([[[]], [[BUNDLE, '--withdraw']]])('needs either a file or --withdraw: %j', async (args) => {
    const { code, out, err } = await sign(...OFFICER, ...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^error: name a file, or --withdraw, and not both/)
  })
})
