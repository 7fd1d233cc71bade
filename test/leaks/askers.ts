import { CAST, type CastMember, personaByHandle, PERSONAS } from '../../prisma/seed/index.js'
import { afterCheck, caseOf } from '../integration/policy/askers.js'
import type { Asker } from '../oracle/viewer.js'
import type { Asked, TestHub } from '../support/hub.js'
import { query } from '../support/queries.js'

/** Somebody who asks, with the case that they name. */
export interface LeakAsker {
  readonly who: string
  readonly handle: string
  readonly asked: Asked
}

/** Candidates whose checks were LIKELY: who screened them, and what is told of each in prisma/seed/cast.ts. */
const SCREENED: readonly (readonly [handle: string, member: CastMember])[] = [
  ['hiring-city', CAST.subject],
  ['hiring-city', CAST.decertified],
  ['hiring-sheriff', CAST.underAppeal],
  ['hiring-sheriff', CAST.sealed],
  ['hiring-tribal', CAST.tribalConsenting],
  ['hiring-tribal', CAST.reinstated],
  ['hiring-territory', CAST.separated],
  ['hiring-federal', CAST.twoStates],
]
/** Nobody outside is shown these, so that their checks open nothing. */
const UNOPENED: readonly (readonly [handle: string, member: CastMember])[] = [
  ['hiring-federal', CAST.matterOnly],
  ['hiring-territory', CAST.tribalWithholding],
]
const WITNESSES = [CAST.overturnable, CAST.separated, CAST.underAppeal, CAST.sealed, CAST.tribalConsenting]
const LICENSED = [CAST.twoStates, CAST.tribalConsenting, CAST.separated, CAST.overturnable]

/** Opens what the askers below have opened, all of it through the API. */
export async function openCases(hub: TestHub): Promise<void> {
  for (const [handle, member] of [...SCREENED, ...UNOPENED]) await afterCheck(hub, handle, member)
  for (const member of WITNESSES) await openCase(hub, 'prosecutor', `PROS-${member.key}`, member)
  for (const member of LICENSED) await openCase(hub, 'commission', `CERT-${member.key}`, member)
}

interface Opening {
  readonly requestBackgroundCheck: {
    readonly matches: readonly { readonly id: string; readonly outcome: string }[]
  } | null
}

/** A case without a waiver: a check by name and employers, of which a person confirms what is not LIKELY. */
async function openCase(hub: TestHub, handle: string, caseReference: string, member: CastMember): Promise<void> {
  const client = hub.as(handle, { caseReference })
  const { given: givenName, middle: middleName, family: familyName, suffix } = member.name
  const formerEmployers = member.spells.map(({ agency, from, to }) => ({ agency: agency.name, from, to }))
  const asked = { candidate: { givenName, middleName, familyName, suffix, formerEmployers } }
  const { data, text } = await client.ask<Opening>(query('request-check'), {
    input: asked,
    key: `open-${caseReference}`,
  })
  const match = data?.requestBackgroundCheck?.matches[0]
  if (!match) throw new Error(`${caseReference} has nobody to open: ${text}`)
  if (match.outcome === 'LIKELY') return
  const confirmed = await client.ask<unknown>(query('adjudicate-whole-check') + query('check-whole'), {
    input: {
      matchId: match.id,
      decision: 'CONFIRM',
      reason: 'Compared with the source.',
      identifiers: ['DATE_OF_BIRTH', 'PHOTOGRAPH'].map((kind) => ({
        kind,
        comparedWith: 'records unit of the source',
      })),
    },
  })
  if (confirmed.errors.length > 0) throw new Error(`${caseReference} confirms nobody: ${confirmed.text}`)
}

/** Every persona without a case, and everyone who has one with it. */
export const LEAK_ASKERS: readonly LeakAsker[] = [
  ...PERSONAS.map(({ handle }) => ({ who: handle, handle, asked: {} })),
  ...[...SCREENED, ...UNOPENED].map(([handle, member]) => ({
    who: `${handle} about ${member.key}`,
    handle,
    asked: { caseReference: caseOf(member) },
  })),
  { who: 'hiring-city in a case about another', handle: 'hiring-city', asked: { caseReference: 'HIRE-nobody' } },
  ...WITNESSES.map(({ key }) => ({
    who: `prosecutor about ${key}`,
    handle: 'prosecutor',
    asked: { caseReference: `PROS-${key}` },
  })),
  ...LICENSED.map(({ key }) => ({
    who: `commission about ${key}`,
    handle: 'commission',
    asked: { caseReference: `CERT-${key}` },
  })),
  { who: 'commission maintaining', handle: 'commission', asked: { purpose: 'A' } },
]

export function askerOf({ handle, asked }: LeakAsker): Asker {
  const persona = personaByHandle(handle)
  const [role = 'PUBLIC'] = persona.roles
  // Who comes without a token is nobody of the demo.
  const who = handle === 'public' ? { subject: 'public', displayName: 'The public' } : persona
  return {
    subject: who.subject,
    role,
    purpose: asked.purpose ?? persona.defaultPurpose,
    agency: persona.agency,
    jurisdiction: persona.jurisdiction,
    jurisdictionClass: persona.jurisdictionClass,
    assurance: persona.assurance,
    caseReference: asked.caseReference ?? null,
    displayName: who.displayName,
  }
}
