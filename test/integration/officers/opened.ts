import { expect } from 'vitest'
import type { CastMember } from '../../../prisma/seed/index.js'
import type { Client, TestAnswer } from '../../support/hub.js'
import { query } from '../../support/queries.js'
import { bytes, named, type WholeCheck } from './checks.js'

export const TWO_IDENTIFIERS = ['DATE_OF_BIRTH', 'PHOTOGRAPH']

/** What whoever asks knows of a member of the cast: name, suffix and birth date. */
export const byBirthDate = (member: CastMember) =>
  named(member, { suffix: member.name.suffix, dateOfBirth: member.dobText })

export const bare = ({ data, errors }: TestAnswer<unknown>) => ({ data, errors })

/** What was refused: the codes, and nothing beside them. */
export const refusal = ({ data, errors }: TestAnswer<unknown>) => ({
  data,
  codes: errors.map(({ extensions }) => extensions.code),
})

export const nobodys = (id: string) => `${id.slice(0, 4)}${'0'.repeat(26)}`

/** What a client gets of a member of the cast in four subgraphs, by ids. */
export const seen = (client: Client, member: CastMember, id = (own: string) => own) =>
  client.ask(query('opened-officer'), {
    officer: id(member.officerId),
    incident: id(Object.values(member.incidentIds)[0] ?? ''),
    certification: id(member.certificationIds[0] ?? ''),
  })

export const opened = (member: CastMember) => ({
  officer: { id: member.officerId, name: { family: member.name.family } },
  incident: { id: Object.values(member.incidentIds)[0] },
  certification: { id: member.certificationIds[0] },
})

export const CLOSED = { data: { officer: null, incident: null, certification: null }, errors: [] }

/** In the next request the officer is absent exactly like an unknown one. */
export async function expectClosed(client: Client, member: CastMember): Promise<void> {
  const answer = await seen(client, member)
  expect(bare(answer)).toEqual(CLOSED)
  expect(bytes(answer)).toBe(bytes(await seen(client, member, nobodys)))
}

/** Of each match what a person made of it, and what it shows. */
export const decided = ({ matches }: WholeCheck) =>
  matches.map(({ outcome, adjudication, officer }) => ({ outcome, adjudication, officer: officer && officer.id }))
