import type { JurisdictionClass } from '../../policy/types.js'
import { demoId } from './demo-id.js'
import type { AgencyKind } from './rows.js'

/** An agency that a persona or the cast belongs to: constant, whatever the seed. */
export interface NamedAgency {
  readonly id: string
  readonly name: string
  readonly kind: AgencyKind
  readonly jurisdiction: string
  readonly class: JurisdictionClass
  readonly ori: string | null
  readonly sworn: number | null
}

function named(
  slug: string,
  name: string,
  kind: AgencyKind,
  jurisdiction: string,
  jurisdictionClass: JurisdictionClass,
  ori: string | null,
  sworn: number | null,
): NamedAgency {
  return { id: demoId('Agency', slug), name, kind, jurisdiction, class: jurisdictionClass, ori, sworn }
}

/** ORIs use county numbers from 901 on, which no State has. The ninth character is the type: 0 police, A prosecutor. */
export const AGENCIES = {
  ohioCity: named('oh-vostrand-police', 'Vostrand Police Department', 'POLICE', 'US-OH', 'LOCAL', 'OH9010100', 212),
  ohioProsecutor: named(
    'oh-vostrand-prosecutor',
    'Vostrand County Prosecuting Attorney',
    'PROSECUTOR',
    'US-OH',
    'LOCAL',
    'OH901013A',
    null,
  ),
  texasSheriff: named(
    'tx-tamberwick-sheriff',
    "Tamberwick County Sheriff's Office",
    'SHERIFF',
    'US-TX',
    'LOCAL',
    'TX9050000',
    164,
  ),
  ovennaPolice: named(
    'tribe-ovenna-police',
    'Ovenna Nation Police',
    'TRIBAL_POLICE',
    'TRIBE-OVENNA',
    'TRIBAL',
    'NMDI90100',
    38,
  ),
  quessalinPolice: named(
    'tribe-quessalin-police',
    'Quessalin Nation Police',
    'TRIBAL_POLICE',
    'TRIBE-QUESSALIN',
    'TRIBAL',
    'WADI90200',
    24,
  ),
  guamPolice: named(
    'gu-demonstration-police',
    'Guam Demonstration Police',
    'POLICE',
    'US-GU',
    'TERRITORIAL',
    'GU9010100',
    96,
  ),
  federalProtective: named(
    'fed-protective-service',
    'Federal Demonstration Protective Service',
    'FEDERAL_AGENCY',
    'US-FED',
    'FEDERAL',
    'DCFDM0100',
    640,
  ),
  federalGrants: named(
    'fed-grants-office',
    'Federal Demonstration Grants Office',
    'GRANTS_OFFICE',
    'US-FED',
    'FEDERAL',
    null,
    null,
  ),
  federalInspector: named(
    'fed-inspector-general',
    'Federal Demonstration Inspector General',
    'OVERSIGHT',
    'US-FED',
    'FEDERAL',
    null,
    null,
  ),
  credentialingBody: named(
    'mo-credentialing-institute',
    'Demonstration Institute for Agency Credentials',
    'CREDENTIALING_BODY',
    'US-MO',
    'STATE',
    null,
    null,
  ),
  virginiaCity: named(
    'va-quillmere-police',
    'Quillmere Police Department',
    'POLICE',
    'US-VA',
    'LOCAL',
    'VA9010100',
    148,
  ),
  virginiaSheriff: named(
    'va-hoxenfell-sheriff',
    "Hoxenfell County Sheriff's Office",
    'SHERIFF',
    'US-VA',
    'LOCAL',
    'VA9020000',
    71,
  ),
  marylandCity: named(
    'md-umbrenholm-police',
    'Umbrenholm Police Department',
    'POLICE',
    'US-MD',
    'LOCAL',
    'MD9030100',
    83,
  ),
  pennsylvaniaCity: named(
    'pa-thessalgate-police',
    'Thessalgate Police Department',
    'POLICE',
    'US-PA',
    'LOCAL',
    'PA9040100',
    119,
  ),
  coloradoSheriff: named(
    'co-lornimstead-sheriff',
    "Lornimstead County Sheriff's Office",
    'SHERIFF',
    'US-CO',
    'LOCAL',
    'CO9060000',
    57,
  ),
  georgiaCity: named(
    'ga-zarrinhaven-police',
    'Zarrinhaven Police Department',
    'POLICE',
    'US-GA',
    'LOCAL',
    'GA9070100',
    102,
  ),
  texasCity: named(
    'tx-wexelmarch-police',
    'Wexelmarch Police Department',
    'POLICE',
    'US-TX',
    'LOCAL',
    'TX9080100',
    133,
  ),
} as const satisfies Record<string, NamedAgency>

/** The body that certifies, one per State and territory. In some it has no authority to take a certificate away. */
export function commissionId(jurisdiction: string): string {
  return demoId('Agency', `commission-${jurisdiction}`)
}

export function commissionName(jurisdictionName: string): string {
  return `${jurisdictionName} Demonstration Standards Commission`
}

/** Place names that the named agencies use up. */
export const RESERVED_PLACES = [
  'Vostrand',
  'Tamberwick',
  'Quillmere',
  'Hoxenfell',
  'Umbrenholm',
  'Thessalgate',
  'Lornimstead',
  'Zarrinhaven',
  'Wexelmarch',
] as const
