import type { Persona } from '../../contract/persona.js'
import { AGENCIES, commissionId, commissionName, type NamedAgency } from './named-agencies.js'

type Who = Pick<Persona, 'handle' | 'title' | 'description' | 'displayName' | 'roles' | 'purposes' | 'defaultPurpose'>
type Where = Pick<Persona, 'employerName' | 'employerOri' | 'agency' | 'jurisdiction' | 'jurisdictionClass'>

function at(agency: NamedAgency): Where {
  return {
    employerName: agency.name,
    agency: agency.id,
    jurisdiction: agency.jurisdiction,
    jurisdictionClass: agency.class,
    ...(agency.ori === null ? {} : { employerOri: agency.ori }),
  }
}

function persona(who: Who, where: Where, assurance = 2): Persona {
  return { ...who, ...where, assurance, subject: `demo:${who.handle}` }
}

function hiring(handle: string, displayName: string, employer: string, where: Where): Persona {
  return persona(
    {
      handle,
      displayName,
      title: `Background investigator, ${employer}`,
      description: 'Screens a candidate who signed a waiver, and must be able to defend the answer.',
      roles: ['HIRING_INVESTIGATOR'],
      purposes: ['J'],
      defaultPurpose: 'J',
    },
    where,
  )
}

const virginiaCommission: Where = {
  employerName: commissionName('Virginia'),
  agency: commissionId('US-VA'),
  jurisdiction: 'US-VA',
  jurisdictionClass: 'STATE',
}
const nobody: Where = { employerName: 'None', agency: 'NONE', jurisdiction: 'NONE', jurisdictionClass: 'LOCAL' }

/** `subject` of the persona `officer`, linked to the cast member who is the data subject. */
export const OFFICER_SUBJECT = 'demo:officer'

/** The people as whom the demo is tried. All of them, and where they work, are invented. */
export const PERSONAS: readonly Persona[] = [
  hiring('hiring-city', 'Imara Feldspar', 'city police department', at(AGENCIES.ohioCity)),
  hiring('hiring-sheriff', 'Rutger Ansible', "county sheriff's office", at(AGENCIES.texasSheriff)),
  hiring('hiring-tribal', 'Sorrel Wintergate', 'tribal police department', at(AGENCIES.ovennaPolice)),
  hiring('hiring-territory', 'Teodora Lanternfish', "territory's police", at(AGENCIES.guamPolice)),
  hiring('hiring-federal', 'Caspian Oxbow', 'federal agency', at(AGENCIES.federalProtective)),
  persona(
    {
      handle: 'commission',
      displayName: 'Philippa Underglass',
      title: 'Analyst, State commission',
      description: 'Submits and corrects the records of a State, and watches what its agencies report.',
      roles: ['COMMISSION_ANALYST'],
      purposes: ['hub:CERT', 'A'],
      defaultPurpose: 'hub:CERT',
    },
    virginiaCommission,
  ),
  persona(
    {
      handle: 'records-officer',
      displayName: 'Bartholomew Inkpen',
      title: 'Records officer, city police department',
      description: "Maintains the agency's own records: submits, corrects, records reversals.",
      roles: ['RECORDS_OFFICER'],
      purposes: ['A'],
      defaultPurpose: 'A',
    },
    at(AGENCIES.ohioCity),
  ),
  persona(
    {
      handle: 'prosecutor',
      displayName: 'Octavia Brightwater-Lund',
      title: 'Prosecutor, county',
      description: 'Asks about an officer who is a witness in a case.',
      roles: ['PROSECUTOR'],
      purposes: ['C'],
      defaultPurpose: 'C',
    },
    at(AGENCIES.ohioProsecutor),
  ),
  persona(
    {
      handle: 'grants',
      displayName: 'Mortimer Palewright',
      title: 'Grants officer, federal',
      description: 'Needs evidence of credentials and submissions, never a record about a person.',
      roles: ['GRANTS_OFFICER'],
      purposes: ['hub:GRANT'],
      defaultPurpose: 'hub:GRANT',
    },
    at(AGENCIES.federalGrants),
  ),
  persona(
    {
      handle: 'credentialing',
      displayName: 'Ludmila Fairharrow',
      title: 'Assessor, credentialing body',
      description: 'Reads the directory of agencies and records which credential each seeks or holds.',
      roles: ['CREDENTIALING_ASSESSOR'],
      purposes: ['hub:CRED'],
      defaultPurpose: 'hub:CRED',
    },
    at(AGENCIES.credentialingBody),
  ),
  persona(
    {
      handle: 'policy-state',
      displayName: 'Ottoline Greaves-Amberley',
      title: 'Policy officer, State',
      description:
        "Publishes the bundle that narrows what the State's records open, and sees what it changes before it does.",
      roles: ['POLICY_OFFICER'],
      purposes: ['A'],
      defaultPurpose: 'A',
    },
    {
      employerName: commissionName('California'),
      agency: commissionId('US-CA'),
      jurisdiction: 'US-CA',
      jurisdictionClass: 'STATE',
    },
  ),
  persona(
    {
      handle: 'policy-tribal',
      displayName: 'Wenona Marshpenny',
      title: 'Policy officer, tribal nation',
      description: "Records and revokes the nation's consents, after a preview of who would see what under them.",
      roles: ['POLICY_OFFICER'],
      purposes: ['A'],
      defaultPurpose: 'A',
    },
    at(AGENCIES.quessalinPolice),
  ),
  persona(
    {
      handle: 'officer',
      displayName: 'Emeric Vantongeren-Sloe',
      title: 'Officer, asking about the own record',
      description: 'Sees the own record and who was shown it.',
      roles: ['DATA_SUBJECT'],
      purposes: ['hub:SELF'],
      defaultPurpose: 'hub:SELF',
    },
    { ...nobody, jurisdiction: 'US-VA', jurisdictionClass: 'STATE' },
  ),
  persona(
    {
      handle: 'auditor',
      displayName: 'Horatia Plumbline',
      title: "Auditor, inspector general's office",
      description: 'Follows who was shown what, for which purpose, under which policy.',
      roles: ['AUDITOR'],
      purposes: ['hub:AUDIT'],
      defaultPurpose: 'hub:AUDIT',
    },
    at(AGENCIES.federalInspector),
  ),
  persona(
    {
      handle: 'public',
      displayName: 'Any Reader',
      title: 'The public, without a token',
      description: 'Sees the directory of agencies and aggregated figures; no person at all.',
      roles: ['PUBLIC'],
      purposes: ['NONE'],
      defaultPurpose: 'NONE',
    },
    nobody,
    1,
  ),
]

/** Who publishes the bundles of their jurisdictions in the demo. */
export const POLICY_OFFICERS: readonly Persona[] = [personaByHandle('policy-state'), personaByHandle('policy-tribal')]

/** @throws RangeError for a handle that no persona has. */
export function personaByHandle(handle: string): Persona {
  const found = PERSONAS.find((persona) => persona.handle === handle)
  if (!found)
    throw new RangeError(`No persona ${handle}. Known: ${PERSONAS.map((persona) => persona.handle).join(', ')}.`)
  return found
}
