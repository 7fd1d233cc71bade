import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { openDisclosureLog, type OpenLogOptions } from '../../audit/open-disclosure-log.js'
import type { SqlDisclosureLog } from '../../audit/sql-disclosure-log.js'
import { TEST_NOW } from './now.js'

export const TEST_ORIGIN = 'hub.test/disclosures'

export const newLogKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey

/** Who signs: keys under the tests' name of the log. */
export const identityOf = (...keys: readonly KeyObject[]) => ({
  origin: TEST_ORIGIN,
  signers: keys.map((privateKey) => ({ name: TEST_ORIGIN, privateKey })),
})

/** The disclosure log over a database, with a new key unless one is given. */
export function openTestLog(url: string, options: Partial<OpenLogOptions> = {}): Promise<SqlDisclosureLog> {
  return openDisclosureLog({
    url,
    identity: identityOf(newLogKey()),
    clock: () => TEST_NOW,
    witnessFile: null,
    ...options,
  })
}
