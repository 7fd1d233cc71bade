import type { Viewer } from '../../contract/viewer.js'
import type { TrustedIssuer } from '../identity/issuers.js'

/** OPEN: any operation within the budget. SAFELIST: those of the hub's manifest and no other. */
export const OPERATION_MODES = ['OPEN', 'SAFELIST'] as const
export type OperationMode = (typeof OPERATION_MODES)[number]

export type ModeOf = (viewer: Pick<Viewer, 'issuer' | 'service'>) => OperationMode

/**
 * A partner's system has the mode of its own entry; whoever else brings a token, that of the issuer; both are open where
 * their entry says nothing. `withoutToken`: of everyone whom no issuer of the configuration vouches for.
 */
export function operationModes(
  issuers: readonly Pick<TrustedIssuer, 'issuer' | 'services' | 'operations'>[],
  withoutToken: OperationMode,
): ModeOf {
  const known = new Map(issuers.map((one) => [one.issuer, one]))
  return ({ issuer, service }) => {
    if (issuer === 'NONE') return withoutToken
    const entry = known.get(issuer)
    const partner = entry?.services.find(({ client }) => client === service)
    return partner?.operations ?? entry?.operations ?? 'OPEN'
  }
}
