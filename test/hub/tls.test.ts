import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Config, type ConfigFault, readConfig } from '../../hub/config.js'
import { tlsOf } from '../../hub/tls.js'
import { type TestCertificate, selfSignedCertificate } from '../support/certificate.js'

let own: TestCertificate
beforeAll(() => {
  own = selfSignedCertificate()
})
afterAll(() => own.remove())

function faultsOf(config: Partial<Config>): readonly string[] {
  try {
    tlsOf({ ...readConfig({}), ...config })
    return []
  } catch (error) {
    const { faults } = (error as { extensions: { faults: readonly ConfigFault[] } }).extensions
    return faults.map(({ variable, is }) => `${variable}: ${is}`)
  }
}

describe('TLS in the process', () => {
  it('is nobody’s where it is not configured, and has certificate and key where it is', () => {
    expect(tlsOf(readConfig({}))).toBeNull()
    expect(faultsOf({ tlsCertFile: own.certFile, tlsKeyFile: own.keyFile })).toEqual([])
  })

  it('is refused by name where a file is missing, is no PEM, or is another’s key', () => {
    const folder = join(own.certFile, '..')
    const other = join(folder, 'other.pem')
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
    writeFileSync(other, privateKey.export({ type: 'pkcs8', format: 'pem' }))
    expect(faultsOf({ tlsCertFile: join(folder, 'none'), tlsKeyFile: own.certFile })).toEqual([
      'COMITY_TLS_CERT_FILE: a file that cannot be read',
      'COMITY_TLS_KEY_FILE: not PEM, or encrypted',
    ])
    expect(faultsOf({ tlsCertFile: own.certFile, tlsKeyFile: other })).toEqual(['COMITY_TLS_KEY_FILE: another key'])
  })

  it('needs both', () => {
    expect(() => readConfig({ COMITY_TLS_CERT_FILE: 'a' })).toThrow(
      'COMITY_TLS_KEY_FILE: is not set; must be set as well, or COMITY_TLS_CERT_FILE unset',
    )
    expect(() => readConfig({ COMITY_TLS_KEY_FILE: 'a' })).toThrow('COMITY_TLS_CERT_FILE: is not set')
  })
})
