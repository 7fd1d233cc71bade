import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Type prefixes of hub ids. Ids are random, 128 bits: an ordered id would reveal that sealed records exist. */
export const ID_PREFIX = {
  Agency: 'agc',
  AgencyOri: 'ori',
  Officer: 'off',
  IdentityRecord: 'idr',
  IdentityAlias: 'als',
  IdentityCertificate: 'icn',
  Employment: 'emp',
  Incident: 'inc',
  Certification: 'crt',
  CertificationStatus: 'cst',
  AgencyCredential: 'acr',
  BackgroundCheck: 'chk',
  Match: 'mat',
  Case: 'cas',
  Waiver: 'wvr',
  Grant: 'grt',
  OwnerAuthorization: 'aut',
  BundlePublication: 'bnd',
  DisclosureEntry: 'dsc',
  ImportRun: 'imp',
  SeparationLedger: 'sep',
  AccessFlag: 'flg',
  OfficerLink: 'lnk',
  OfficerLinkStep: 'lns',
  Request: 'req',
} as const
export type IdKind = keyof typeof ID_PREFIX

/** `<prefix>_` and 26 characters of Crockford base 32 (130 bits, 128 of them random). */
export function newId(kind: IdKind, bytes: Uint8Array = randomBytes(16)): string {
  let bits = 0n
  for (const byte of bytes.subarray(0, 16)) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let i = 0; i < 26; i++) {
    text = (ALPHABET[Number(bits & 31n)] ?? '0') + text
    bits >>= 5n
  }
  return `${ID_PREFIX[kind]}_${text}`
}
