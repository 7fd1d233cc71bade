import { enumOf } from '../kit/enum-of.js'
import { registerEnumType } from '../kit/graphql.js'

export const CERTIFICATE_CLASSES = ['LAW_ENFORCEMENT', 'JAIL', 'RESERVE', 'DISPATCH', 'OTHER'] as const
export type CertificateClass = (typeof CERTIFICATE_CLASSES)[number]
export const CertificateClassEnum = enumOf(CERTIFICATE_CLASSES)
registerEnumType(CertificateClassEnum, { name: 'CertificateClass' })

export const CERTIFICATE_STATUSES = [
  'ACTIVE',
  'INACTIVE',
  'SUSPENDED',
  'REVOKED',
  'NOT_CURRENTLY_VALID',
  'SURRENDERED',
  'EXPIRED',
  'REINSTATED',
  'HELD',
] as const
export type CertificateStatus = (typeof CERTIFICATE_STATUSES)[number]
export const CertificateStatusEnum = enumOf(CERTIFICATE_STATUSES)
registerEnumType(CertificateStatusEnum, {
  name: 'CertificateStatus',
  description:
    'REVOKED is decertification. NOT_CURRENTLY_VALID: an order is in effect, contact the source. HELD: the source gives a status that it does not explain.',
})

export const CREDENTIAL_STATUSES = ['SOUGHT', 'IN_PROCESS', 'HELD', 'LAPSED'] as const
export type CredentialStatus = (typeof CREDENTIAL_STATUSES)[number]
export const CredentialStatusEnum = enumOf(CREDENTIAL_STATUSES)
registerEnumType(CredentialStatusEnum, {
  name: 'AgencyCredentialStatus',
  description: 'EO 13929 Sec. 2(b) names agencies that have obtained a credential and agencies that seek one.',
})
