import { INCIDENT_KINDS } from '../../policy/types.js'
import { addDays, instant, type Day } from './dates.js'
import { demoId } from './demo-id.js'
import { AGENCIES } from './named-agencies.js'
import type { OwnerAuthorizationRow } from './hub-rows.js'
import type { JurisdictionRow } from './rows.js'
import { termsOf } from './terms.js'

/** What identity, spells and final instances need: index identity, the comparison of birth dates, spells, instances. */
const HIRING_CLASSES = ['P1', 'P2', 'P3a', 'P3b', 'P4'] as const
const EVERY_KIND = ['NONE', ...INCIDENT_KINDS]

type Terms = Pick<OwnerAuthorizationRow, 'purposes' | 'recipients' | 'classes' | 'kinds' | 'from' | 'until'> & {
  readonly revokedOn?: Day
}

function authorization(
  owner: string,
  instrument: OwnerAuthorizationRow['instrument'],
  reference: string,
  citation: string,
  terms: Terms,
): OwnerAuthorizationRow {
  const { revokedOn, ...rest } = terms
  return {
    id: demoId('OwnerAuthorization', reference),
    owner,
    instrument,
    reference,
    citation: `${citation} (synthetic instrument)`,
    // Invented with the world: there is nothing outside it to check.
    citeStatus: 'CHECKED',
    ...rest,
    revokedAt: revokedOn === undefined ? null : instant(revokedOn),
    recordedAt: instant(rest.from),
  }
}

/** Of six nations one consents for hiring to everyone, one to one agency; one consent was revoked, one has expired. */
function consents(today: Day): OwnerAuthorizationRow[] {
  const hiring = {
    purposes: ['J'],
    classes: HIRING_CLASSES,
    kinds: EVERY_KIND,
    from: addDays(today, -400),
    until: addDays(today, 700),
  }
  return [
    authorization('TRIBE-OVENNA', 'CONSENT', 'OVENNA-RES-24-07', 'Ovenna Nation, Council Resolution 24-07', {
      ...hiring,
      recipients: ['*'],
    }),
    authorization('TRIBE-TALMIRRA', 'CONSENT', 'TALMIRRA-MOU-3', 'Talmirra Band, memorandum of understanding 3', {
      ...hiring,
      recipients: [AGENCIES.ohioCity.id],
    }),
    authorization('TRIBE-ISHVARROW', 'CONSENT', 'ISHVARROW-RES-11', 'Ishvarrow Confederated Bands, Resolution 11', {
      ...hiring,
      recipients: ['*'],
      revokedOn: addDays(today, -30),
    }),
    authorization('TRIBE-NARROWMOON', 'CONSENT', 'NARROWMOON-RES-5', 'Narrowmoon Nation, Resolution 5', {
      ...hiring,
      recipients: ['*'],
      until: addDays(today, -10),
    }),
  ]
}

/** A State's law that lets others see the status of a certificate under appeal, and a separation pointer. */
function statutes(owner: string, today: Day): OwnerAuthorizationRow[] {
  return [
    authorization(owner, 'STATUTE', `${owner}-STATUS`, `${owner} Demonstration Code, Sec. 9-12`, {
      purposes: ['J', 'hub:CERT'],
      recipients: ['*'],
      classes: ['P1', 'P4'],
      kinds: ['NONE', 'DECERTIFICATION'],
      from: addDays(today, -1_500),
      until: '9999-12-31',
    }),
    authorization(owner, 'STATUTE', `${owner}-POINTER`, `${owner} Demonstration Code, Sec. 9-14`, {
      purposes: ['J', 'C', 'hub:CERT'],
      recipients: ['*'],
      classes: ['P4', 'P6'],
      kinds: ['SEPARATION_UNDER_INVESTIGATION'],
      from: addDays(today, -1_500),
      until: '9999-12-31',
    }),
  ]
}

function others(today: Day): OwnerAuthorizationRow[] {
  const compact = ['US-OH', 'US-PA', 'US-VA']
  return [
    ...compact.map((owner) =>
      authorization(owner, 'COMPACT', `${owner}-COMPACT`, 'Demonstration Compact of Three Commissions, Art. 4', {
        purposes: ['hub:CERT'],
        recipients: compact.filter((other) => other !== owner),
        classes: ['P5'],
        kinds: EVERY_KIND,
        from: addDays(today, -900),
        until: addDays(today, 2_000),
      }),
    ),
    authorization('US-FED', 'ROUTINE_USE', 'FED-RU-04', 'Demonstration system of records notice, routine use 4', {
      purposes: ['J', 'hub:CERT'],
      recipients: ['*'],
      classes: [...HIRING_CLASSES, 'P6'],
      kinds: EVERY_KIND,
      from: addDays(today, -1_200),
      until: '9999-12-31',
    }),
  ]
}

export function ownerAuthorizations(jurisdictions: readonly JurisdictionRow[], today: Day): OwnerAuthorizationRow[] {
  const byLaw = jurisdictions.filter(
    ({ code, class: ofClass }) => (ofClass === 'STATE' || ofClass === 'TERRITORIAL') && termsOf(code).pointers,
  )
  return [...consents(today), ...byLaw.flatMap(({ code }) => statutes(code, today)), ...others(today)]
}
