import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { demoIssuer, signDemoToken } from '../../../gateway/identity/demo.js'
import { PUBLIC_VIEWER } from '../../../gateway/identity/public.js'
import { authenticator, NOW, OHIO_PD, persona } from './tokens.js'

const key = generateKeyPairSync('ed25519').privateKey
const demo = { demoIssuer: demoIssuer(key) }
const token = (request: Partial<Parameters<typeof signDemoToken>[0]> = {}) =>
  signDemoToken({ persona, ...request }, key, () => NOW)

describe('a demo token', () => {
  test('makes the persona a viewer', async () => {
    expect(await authenticator(demo)(`Bearer ${await token({ caseReference: 'TOUR-1' })}`)).toMatchObject({
      subject: 'demo:hiring-city',
      agency: OHIO_PD,
      roles: ['HIRING_INVESTIGATOR'],
      purpose: 'J',
      caseReference: 'TOUR-1',
      displayName: 'Dana Whitfield',
    })
  })

  test('is refused by name where the database is no demo', async () => {
    await expect(authenticator()(`Bearer ${await token()}`)).rejects.toMatchObject({ code: 'DEMO_TOKEN_REFUSED' })
  })

  test('of another data folder is refused', async () => {
    const other = { demoIssuer: demoIssuer(generateKeyPairSync('ed25519').privateKey) }
    await expect(authenticator(other)(`Bearer ${await token()}`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  test('expires', async () => {
    const later = { ...demo, clock: () => new Date(NOW.getTime() + 70_000) }
    await expect(authenticator(later)(`Bearer ${await token({ ttl: 60 })}`)).rejects.toMatchObject({
      code: 'TOKEN_EXPIRED',
    })
  })

  test('of the public is the public, not a person', async () => {
    const anyone = {
      ...persona,
      agency: 'NONE',
      jurisdiction: 'NONE',
      roles: ['PUBLIC'],
      purposes: ['NONE'],
      defaultPurpose: 'NONE',
    } as const
    expect(await authenticator(demo)(`Bearer ${await token({ persona: anyone })}`)).toBe(PUBLIC_VIEWER)
  })

  test.each([
    [{ purpose: 'Z' }, 'PURPOSE_UNKNOWN'],
    [{ purpose: 'C' }, 'PURPOSE_NOT_ALLOWED'],
    [{ ttl: 0 }, 'BAD_INPUT'],
    [{ ttl: 90_000 }, 'BAD_INPUT'],
  ])('is not made for %j', async (request, code) => {
    await expect(token(request)).rejects.toMatchObject({ code })
  })
})
