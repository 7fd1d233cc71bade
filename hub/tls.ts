import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { TlsOptions } from '../gateway/http/tls.js'
import { configInvalid, type Config, type ConfigFault } from './config.js'

/**
 * The certificate and key of COMITY_TLS_CERT_FILE and COMITY_TLS_KEY_FILE; null where TLS is somebody else's.
 * @throws ComityError CONFIG_INVALID
 */
export function tlsOf({ tlsCertFile, tlsKeyFile }: Config): TlsOptions | null {
  if (tlsCertFile === null || tlsKeyFile === null) return null
  const faults: ConfigFault[] = []
  const cert = readWith('COMITY_TLS_CERT_FILE', tlsCertFile, (pem) => new X509Certificate(pem), faults)
  const key = readWith('COMITY_TLS_KEY_FILE', tlsKeyFile, (pem) => createPrivateKey(pem), faults)
  if (cert && key && !cert.read.checkPrivateKey(key.read)) {
    faults.push({ variable: 'COMITY_TLS_KEY_FILE', is: 'another key', mustBe: "the certificate's own" })
  }
  if (!cert || !key || faults.length > 0) throw configInvalid(faults)
  return { cert: cert.pem, key: key.pem }
}

function readWith<T>(
  variable: string,
  file: string,
  read: (pem: Buffer) => T,
  faults: ConfigFault[],
): { readonly pem: Buffer; readonly read: T } | null {
  try {
    const pem = readFileSync(file)
    return { pem, read: read(pem) }
  } catch (error) {
    // OpenSSL's own words may quote what it read.
    const is = (error as NodeJS.ErrnoException).syscall ? 'a file that cannot be read' : 'not PEM, or encrypted'
    faults.push({ variable, is, mustBe: 'a readable PEM file' })
    return null
  }
}
