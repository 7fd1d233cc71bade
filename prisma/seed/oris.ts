import { AGENCIES, type NamedAgency } from './named-agencies.js'
import { nextId } from './demo-id.js'
import type { Rng } from './rng.js'
import type { AgencyKind, AgencyOriRow, AgencyRow, JurisdictionRow } from './rows.js'

const NAMED: readonly NamedAgency[] = Object.values(AGENCIES)
const FORM = /^[A-Z]{2}[A-Z0-9]{6}[0-9A-Z]$/

/** Last two characters; the ninth is the agency's type (domain.md 3, ORI). */
const ENDINGS: Partial<Record<AgencyKind, string>> = { CORRECTIONS: '0C', COURT: '0J', PROSECUTOR: '0A', CAMPUS: '0E' }
const WITHOUT_ORI: readonly AgencyKind[] = ['COMMISSION', 'CREDENTIALING_BODY', 'GRANTS_OFFICE', 'OVERSIGHT']

/** County numbers from 910 on, which no State has; a tribal ORI shows DI in the third and fourth place. */
function regular(agency: AgencyRow, state: string, index: number): string {
  const county = String(910 + (index % 90))
  const number = String(1 + Math.floor(index / 90)).padStart(2, '0')
  if (agency.jurisdictionClass === 'TRIBAL') return `${state}DI${county}00`
  return `${state}${county}${agency.kind === 'SHERIFF' ? '00' : number}${ENDINGS[agency.kind] ?? '00'}`
}

type Attribute = Pick<AgencyOriRow, 'agencyId' | 'ori' | 'from' | 'until'>

/** What sources hold instead of an ORI: the wrong form, a name in its place, nothing at all. */
function malformed(agencyId: string, state: string, index: number): Attribute {
  const forms = [`${state}ZPD00`, `${state}00${index}2D`, `ZZ${state}BY`, '', `${state.toLowerCase()}9${index}0000`]
  return { agencyId, ori: forms[index % forms.length] ?? '', from: null, until: null }
}

/**
 * ORIs with the traps of real data: several of one agency, one of two agencies, superseded ones, malformed and blank
 * ones, agencies without any, and Nebraska's NB.
 */
export function buildOris(
  agencies: readonly AgencyRow[],
  jurisdictions: readonly JurisdictionRow[],
  rng: Rng,
): AgencyOriRow[] {
  const ncic = new Map(jurisdictions.map((row) => [row.code, row.ncicCode]))
  const named = new Map(NAMED.map((agency) => [agency.id, agency.ori]))
  const carriers = agencies.filter((agency) => !WITHOUT_ORI.includes(agency.kind))
  const attributes = carriers.flatMap((agency, index): Attribute[] => {
    const fixed = named.get(agency.id)
    const state = ncic.get(agency.jurisdictionCode) ?? 'ZZ'
    if (fixed) return [{ agencyId: agency.id, ori: fixed, from: null, until: null }]
    const first: Attribute = { agencyId: agency.id, ori: regular(agency, state, index), from: null, until: null }
    if (index % 23 === 5) return [malformed(agency.id, state, index)]
    if (index % 29 === 7) return []
    if (index % 19 === 3) return [first, { ...first, ori: regular(agency, state, index + 450) }]
    if (index % 31 === 11) {
      const old = { ...first, ori: regular(agency, state, index + 540), until: '2011-06-30' }
      return [old, { ...first, from: '2011-07-01' }]
    }
    return [first]
  })
  return [...attributes, ...shared(carriers, attributes)].map((attribute) => ({
    ...attribute,
    id: nextId('AgencyOri', rng),
    valid: FORM.test(attribute.ori) && !attribute.ori.startsWith('ZZ'),
    recordedAt: '2025-01-15T00:00:00.000Z',
  }))
}

/** Two sheriffs of one State under one ORI, as two rows of a real list have it. */
function shared(carriers: readonly AgencyRow[], attributes: readonly Attribute[]): Attribute[] {
  const sheriffs = carriers.filter((agency) => agency.kind === 'SHERIFF' && agency.jurisdictionCode === 'US-TX')
  const [, owner, guest] = sheriffs
  const ori = attributes.find((attribute) => attribute.agencyId === owner?.id)?.ori
  return guest && ori ? [{ agencyId: guest.id, ori, from: null, until: null }] : []
}
