import type { KeyObject } from 'node:crypto'
import type { Clock } from '../contract/clock.js'
import type { DisclosureAppender } from '../contract/disclosure-log.js'
import type { ErrorCode } from '../contract/errors.js'
import { createSigner, type RequestSigner } from '../contract/signature.js'
import type { SubgraphEndpoint } from '../contract/subgraph.js'
import { createAuthenticator, type Authenticate } from '../gateway/identity/authenticate.js'
import { demoIssuer } from '../gateway/identity/demo.js'
import type { Directory } from '../gateway/identity/directory.js'
import type { TrustedIssuer } from '../gateway/identity/issuers.js'
import { createGateway, type Gateway, type PolicyByHash } from '../gateway/index.js'
import type { Log } from '../gateway/log.js'
import type { Telemetry } from '../gateway/telemetry/telemetry.js'
import { fieldRule } from '../policy/index.js'
import type { Config, Mode } from './config.js'
import { demoKey } from './keys.js'
import { trustedIssuers } from './trusted-issuers.js'

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
  readonly telemetry?: Telemetry
}

/** The gateway with the field table of `policy/`, over subgraphs in this process or elsewhere. */
export function gatewayOver(parts: GatewayParts): Gateway {
  return createGateway({ ...parts, fieldRule })
}

export function gatewaySigner(privateKey: KeyObject, clock: Clock): RequestSigner {
  return createSigner(privateKey, clock)
}

export interface AuthenticatorParts {
  /** Those of the configuration, where they were read already. */
  readonly issuers?: readonly TrustedIssuer[]
  readonly onRefusal?: (code: ErrorCode) => void
}

/** Who may be believed: the issuers of the configuration, and the demo's own where the database is a demo. */
export function authenticatorFor(
  config: Config,
  mode: Mode,
  directory: Directory,
  clock: Clock,
  { issuers = trustedIssuers(config), onRefusal = () => undefined }: AuthenticatorParts = {},
): Authenticate {
  return createAuthenticator({
    issuers,
    demoIssuer: mode === 'DEMO' ? demoIssuer(demoKey(config)) : null,
    directory,
    clock,
    onRefusal,
  })
}
