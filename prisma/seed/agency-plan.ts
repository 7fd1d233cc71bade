/** How many local agencies each State has besides two: the larger ones, and where the personas and the cast live. */
export const EXTRA_LOCAL: Readonly<Record<string, number>> = {
  'US-TX': 5, 'US-VA': 5, 'US-CA': 5, 'US-OH': 4, 'US-NY': 4, 'US-FL': 4, 'US-PA': 3, 'US-GA': 2, 'US-IL': 3, 'US-MI': 2,
  'US-NC': 2, 'US-WA': 2, 'US-CO': 1, 'US-NM': 1, 'US-AZ': 2, 'US-MN': 2, 'US-OK': 2, 'US-MD': 1, 'US-MA': 2, 'US-NJ': 2,
} // prettier-ignore

export const WITH_STATE_POLICE = [
  'US-OH',
  'US-TX',
  'US-VA',
  'US-PA',
  'US-MD',
  'US-NE',
  'US-CA',
  'US-NY',
  'US-FL',
  'US-IL',
  'US-CO',
  'US-WA',
  'US-KS',
  'US-IA',
  'US-OR',
  'US-TN',
  'US-ME',
  'US-DE',
] as const

/** Convictions and judgments need a court that entered them; only these jurisdictions have one in the demo world. */
export const WITH_COURT = [
  'US-OH',
  'US-TX',
  'US-VA',
  'US-PA',
  'US-MD',
  'US-CA',
  'US-NY',
  'US-FL',
  'US-GA',
  'US-IL',
  'US-CO',
  'US-WA',
  'US-PR',
  'US-GU',
  'US-FED',
] as const

export const WITH_PROSECUTOR = ['US-TX', 'US-VA', 'US-PA', 'US-CA', 'US-NY', 'US-FL', 'US-WA'] as const
export const WITH_CORRECTIONS = ['US-OH', 'US-TX', 'US-VA', 'US-PA', 'US-CA', 'US-NY', 'US-KY', 'US-NE'] as const
export const WITH_CAMPUS = ['US-OH', 'US-TX', 'US-VA', 'US-MA', 'US-CA', 'US-AR'] as const
/** No authority to decertify: the attorney general decides and counter-signs instead. */
export const WITH_ATTORNEY_GENERAL = ['US-HI', 'US-NJ', 'US-RI'] as const

export const FEDERAL_EMPLOYERS = [
  'Federal Demonstration Waterways Police',
  'Federal Demonstration Land Rangers',
  'Federal Demonstration Mint Guard',
  'Federal Demonstration Archive Police',
  'Federal Demonstration Transit Marshals',
] as const
/** Units whose parent is the protective service. */
export const FEDERAL_UNITS = ['Region East', 'Region West'] as const

export const CREDENTIALING_BODIES = [
  { name: 'Quarrystone Accreditation Council', jurisdiction: 'US-VA' },
  { name: 'Lanternlight Police Credentials Board', jurisdiction: 'US-NJ' },
  { name: 'Plumbstone Agency Standards Register', jurisdiction: 'US-KS' },
  { name: 'Harborglass Credential Commission', jurisdiction: 'US-CT' },
] as const
