import { expect, test } from 'vitest'
import { readConfig } from '../../hub/config.js'
import { prepareDatabase } from '../../hub/prepare-database.js'

const clock = () => new Date('2026-11-24T09:00:00Z')
/** Nobody listens there: what is refused below is refused before a connection is tried. */
const DATABASE_URL = 'postgres://owner:hunter2@127.0.0.1:1/hub'
const prepare = (env: Record<string, string>) => prepareDatabase(readConfig(env), clock)

test('The embedded database has no roles to prepare', async () => {
  await expect(prepare({})).rejects.toMatchObject({ code: 'NEEDS_POSTGRES' })
})

test('An address for a role names that role and a password; every fault at once, and no address', async () => {
  const refused = prepare({
    DATABASE_URL,
    COMITY_DATABASE_URL_AUDIT: 'postgres://comity_audit:right-one@127.0.0.1:1/hub',
    COMITY_DATABASE_URL_HUB: 'postgres://owner:wrong-user@127.0.0.1:1/hub',
    COMITY_DATABASE_URL_OFFICERS: 'postgres://comity_officers@127.0.0.1:1/hub',
  })
  const faultOf = (role: string) => ({
    variable: `COMITY_DATABASE_URL_${role}`,
    is: '(not shown)',
    mustBe: `an address with user comity_${role.toLowerCase()} and a password`,
  })
  await expect(refused).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
    extensions: { faults: [faultOf('OFFICERS'), faultOf('HUB')] },
  })
  const text = await refused.catch((error: unknown) => JSON.stringify(error) + String(error))
  expect(text).not.toMatch(/hunter2|right-one|wrong-user|127/)
})

test('Where nobody listens: a code, and no password', async () => {
  const failed = prepare({ DATABASE_URL })
  await expect(failed).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' })
  expect(await failed.catch(String)).not.toContain('hunter2')
})
