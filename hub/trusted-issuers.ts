import { readFileSync } from 'node:fs'
import { parseIssuers } from '../gateway/identity/issuer-file.js'
import type { TrustedIssuer } from '../gateway/identity/issuers.js'
import { configInvalid, type Config } from './config.js'

/** The issuers of COMITY_ISSUERS_FILE; none where it is not set. @throws ComityError CONFIG_INVALID */
export function trustedIssuers({ issuersFile }: Pick<Config, 'issuersFile'>): readonly TrustedIssuer[] {
  if (issuersFile === null) return []
  let text: string
  try {
    text = readFileSync(issuersFile, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw configInvalid([
      { variable: 'COMITY_ISSUERS_FILE', is: `a file that cannot be read (${code})`, mustBe: 'a readable file' },
    ])
  }
  return parseIssuers(text)
}
