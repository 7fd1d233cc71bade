import { type CastMember } from '../../../prisma/seed/index.js'
import type { Client, TestHub } from '../../support/hub.js'
import { query } from '../../support/queries.js'
import { signedWaiver } from '../../support/waiver.js'

/** The personas who screen candidates, one of each kind of jurisdiction. */
export const INVESTIGATORS = [
  'hiring-city',
  'hiring-sheriff',
  'hiring-tribal',
  'hiring-territory',
  'hiring-federal',
] as const

interface Checked {
  readonly requestBackgroundCheck: {
    readonly id: string
    readonly matches: readonly { readonly id: string; readonly officer: { readonly id: string } | null }[]
  } | null
}

/** A candidate who states the truth, and a waiver of their own. */
export function candidate(member: CastMember) {
  return {
    candidate: {
      givenName: member.name.given,
      middleName: member.name.middle,
      familyName: member.name.family,
      suffix: member.name.suffix,
      dateOfBirth: member.dobText,
      formerEmployers: member.spells.map(({ agency, from, to }) => ({ agency: agency.name, from, to })),
    },
    waiver: signedWaiver(`W-${member.key}`),
  }
}

export const caseOf = (member: CastMember): string => `HIRE-${member.key}`

/** The investigator's case about a member of the cast, after the check; and whether the check has opened the person. */
export async function afterCheck(
  hub: TestHub,
  investigator: string,
  member: CastMember,
): Promise<{ readonly client: Client; readonly checkId: string; readonly opened: boolean }> {
  const client = hub.as(investigator, { caseReference: caseOf(member) })
  const { data, text } = await client.ask<Checked>(query('request-check'), {
    input: candidate(member),
    key: `check-${member.key}`,
  })
  const check = data?.requestBackgroundCheck
  if (!check) throw new Error(`the check about ${member.key} was refused: ${text}`)
  return { client, checkId: check.id, opened: check.matches.some(({ officer }) => officer?.id === member.officerId) }
}
