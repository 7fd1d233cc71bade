import { instant } from './dates.js'
import type { JurisdictionRow } from './rows.js'

// USPS code, name, ANSI/FIPS numeric; the NCIC code is the USPS one except where named below.
const STATES = `AL Alabama 01|AK Alaska 02|AZ Arizona 04|AR Arkansas 05|CA California 06|CO Colorado 08|CT Connecticut 09|
DE Delaware 10|DC District of Columbia 11|FL Florida 12|GA Georgia 13|HI Hawaii 15|ID Idaho 16|IL Illinois 17|IN Indiana 18|
IA Iowa 19|KS Kansas 20|KY Kentucky 21|LA Louisiana 22|ME Maine 23|MD Maryland 24|MA Massachusetts 25|MI Michigan 26|
MN Minnesota 27|MS Mississippi 28|MO Missouri 29|MT Montana 30|NE Nebraska 31|NV Nevada 32|NH New Hampshire 33|
NJ New Jersey 34|NM New Mexico 35|NY New York 36|NC North Carolina 37|ND North Dakota 38|OH Ohio 39|OK Oklahoma 40|
OR Oregon 41|PA Pennsylvania 42|RI Rhode Island 44|SC South Carolina 45|SD South Dakota 46|TN Tennessee 47|TX Texas 48|
UT Utah 49|VT Vermont 50|VA Virginia 51|WA Washington 53|WV West Virginia 54|WI Wisconsin 55|WY Wyoming 56`
const TERRITORIES = `AS American Samoa 60|GU Guam 66|MP Northern Mariana Islands 69|PR Puerto Rico 72|VI U.S. Virgin Islands 78`

/** domain.md 3, ORI: Nebraska is NB in NCIC, not NE. */
const NCIC: Readonly<Record<string, string>> = { NE: 'NB' }

/** Nations that do not exist. Their names say so, and none is on the list of federally recognized tribes. */
export const NATIONS = [
  { code: 'TRIBE-OVENNA', name: 'Ovenna Nation (invented)', state: 'US-NM' },
  { code: 'TRIBE-TALMIRRA', name: 'Talmirra Band (invented)', state: 'US-AZ' },
  { code: 'TRIBE-QUESSALIN', name: 'Quessalin Nation (invented)', state: 'US-WA' },
  { code: 'TRIBE-ISHVARROW', name: 'Ishvarrow Confederated Bands (invented)', state: 'US-OK' },
  { code: 'TRIBE-NARROWMOON', name: 'Narrowmoon Nation (invented)', state: 'US-MN' },
  { code: 'TRIBE-SUNDRAL', name: 'Sundral Lake Nation (invented)', state: 'US-MI' },
] as const

function parse(text: string, kind: 'STATE' | 'TERRITORIAL'): JurisdictionRow[] {
  return text.split('|').map((entry) => {
    const [, usps = '', name = '', fips = ''] = /^\s*([A-Z]{2}) (.+) (\d\d)\s*$/.exec(entry) ?? []
    return {
      code: `US-${usps}`,
      name,
      class: kind,
      uspsCode: usps,
      fipsCode: fips,
      ncicCode: NCIC[usps] ?? usps,
      synthetic: false,
      recordedAt: instant('2026-01-01'),
    }
  })
}

/** Fifty States and the District, five territories, the United States, and the invented nations. */
export function jurisdictions(): JurisdictionRow[] {
  const plain = { uspsCode: null, fipsCode: null, ncicCode: null, recordedAt: instant('2026-01-01') }
  return [
    ...parse(STATES, 'STATE'),
    ...parse(TERRITORIES, 'TERRITORIAL'),
    { ...plain, code: 'US-FED', name: 'United States', class: 'FEDERAL', ncicCode: 'US', synthetic: false },
    ...NATIONS.map(({ code, name }) => ({ ...plain, code, name, class: 'TRIBAL' as const, synthetic: true })),
  ]
}
