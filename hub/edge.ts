import type { KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Clock } from '../contract/clock.js'
import type { DisclosureAppender } from '../contract/disclosure-log.js'
import { createSigner, type RequestSigner } from '../contract/signature.js'
import type { SubgraphEndpoint } from '../contract/subgraph.js'
import { createAuthenticator, type Authenticate } from '../gateway/identity/authenticate.js'
import { demoIssuer } from '../gateway/identity/demo.js'
import type { Directory } from '../gateway/identity/directory.js'
import { parseIssuers, type TrustedIssuer } from '../gateway/identity/issuers.js'
import { createGateway, type Gateway, type PolicyByHash } from '../gateway/index.js'
import type { Log } from '../gateway/log.js'
import { fieldRule } from '../policy/index.js'
import { configInvalid, type Config, type Mode } from './config.js'
import { demoKey } from './keys.js'

export interface GatewayParts {
  readonly endpoints: readonly SubgraphEndpoint[]
  readonly signer: RequestSigner
  readonly log: DisclosureAppender
  readonly policyVersion: () => string
  /** For authorization before planning. */
  readonly policies: PolicyByHash
  /** False: without that stage. */
  readonly filter?: boolean
  readonly clock: Clock
  readonly logger: Log
}

/** The gateway with the field table of `policy/`, over subgraphs in this process or elsewhere. */
export function gatewayOver(parts: GatewayParts): Gateway {
  return createGateway({ ...parts, fieldRule })
}

export function gatewaySigner(privateKey: KeyObject, clock: Clock): RequestSigner {
  return createSigner(privateKey, clock)
}

/** Who may be believed: the issuers of the configuration, and the demo's own where the database is a demo. */
export function authenticatorFor(config: Config, mode: Mode, directory: Directory, clock: Clock): Authenticate {
  return createAuthenticator({
    issuers: trustedIssuers(config.issuersFile),
    demoIssuer: mode === 'DEMO' ? demoIssuer(demoKey(config)) : null,
    directory,
    clock,
  })
}

/** @throws ComityError CONFIG_INVALID */
function trustedIssuers(file: string | null): readonly TrustedIssuer[] {
  if (file === null) return []
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw configInvalid([
      { variable: 'COMITY_ISSUERS_FILE', is: `a file that cannot be read (${code})`, mustBe: 'a readable file' },
    ])
  }
  return parseIssuers(text)
}
