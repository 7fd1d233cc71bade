import type { ServerOptions } from 'node:https'

/** PEM. */
export interface TlsOptions {
  readonly cert: Buffer
  readonly key: Buffer
}

/** TLS 1.2 and newer (NIST SP 800-52 Rev. 2, 3.1). */
export const httpsOptions = ({ cert, key }: TlsOptions): ServerOptions => ({ cert, key, minVersion: 'TLSv1.2' })
