import pg from 'pg'
import type { CastMember } from '../../../prisma/seed/index.js'
import type { Client, TestAnswer, TestHub } from '../../support/hub.js'
import { query } from '../../support/queries.js'
import { signedWaiver } from '../../support/waiver.js'

export interface Line {
  readonly claimed: { readonly agency: string; readonly from: string | null; readonly to: string | null } | null
  readonly recorded: {
    readonly agency: { readonly name: string }
    readonly start: { readonly value: string } | null
    readonly end: { readonly value: string } | null
  } | null
  readonly result: string
}

export interface WholeMatch {
  readonly id: string
  readonly outcome: string
  readonly score: number
  readonly sourceJurisdiction: string
  readonly adjudication: string
  readonly explanations: readonly { readonly feature: string; readonly verdict: string }[]
  readonly officer: { readonly id: string } | null
}

export interface WholeCheck {
  readonly id: string
  readonly status: string
  readonly requestedAt: string
  readonly caseReference: string
  readonly matches: readonly WholeMatch[]
  readonly reconciliation: readonly Line[]
  readonly sources: readonly { readonly jurisdiction: string; readonly answer: string; readonly note: string }[]
  readonly notice: string
  readonly policyVersion: string
}

export type Requested = TestAnswer<{ readonly requestBackgroundCheck: WholeCheck | null }>
export type Adjudicated = TestAnswer<{ readonly adjudicateMatch: WholeCheck | null }>
export type ReadBack = TestAnswer<{ readonly backgroundCheck: WholeCheck | null }>

/** What the investigator types: the name alone, or with more. */
export function named({ name }: CastMember, more: object = {}): object {
  return { givenName: name.given, familyName: name.family, ...more }
}

export interface Asked {
  /** The investigator, in the case of this check. */
  readonly client: Client
  readonly answer: Requested
  readonly check: WholeCheck
}

let papers = 0

/** A candidate's own waiver: no two checks of a test share one. */
export function waiver(): object {
  const number = ++papers
  return signedWaiver(`W-${number}`)
}

interface Asking {
  readonly who?: string
  readonly paper?: object | null
  readonly profile?: string | null
}

/** Checks a candidate in a case of their own; `paper` null where the case takes none. */
export async function checked(
  hub: TestHub,
  caseReference: string,
  candidate: object,
  { who = 'hiring-city', paper = waiver(), profile = null }: Asking = {},
): Promise<Asked> {
  const client = hub.as(who, { caseReference })
  const answer: Requested = await client.ask(query('request-whole-check') + query('check-whole'), {
    input: { candidate, waiver: paper, profile },
  })
  const check = answer.data?.requestBackgroundCheck
  if (!check || answer.errors.length > 0) throw new Error(`the check ${caseReference} was refused: ${answer.text}`)
  return { client, answer, check }
}

export function readBack(client: Client, id: string): Promise<ReadBack> {
  return client.ask(query('read-whole-check') + query('check-whole'), { id })
}

export interface Decision {
  readonly matchId: string
  readonly decision: 'CONFIRM' | 'DISMISS'
  readonly identifiers?: readonly string[]
}

export function adjudicated(client: Client, { matchId, decision, identifiers = [] }: Decision): Promise<Adjudicated> {
  return client.ask(query('adjudicate-whole-check') + query('check-whole'), {
    input: {
      matchId,
      decision,
      reason: 'Compared with the source.',
      identifiers: identifiers.map((kind) => ({ kind, comparedWith: 'records unit of the source' })),
    },
  })
}

/** A match without its ids and numbers: what was compared, and with what result. */
export function verdicts({ outcome, sourceJurisdiction, adjudication, explanations, officer }: WholeMatch) {
  const compared = explanations.filter(({ verdict }) => verdict !== 'ABSENT')
  return {
    outcome,
    sourceJurisdiction,
    adjudication,
    verdicts: Object.fromEntries(compared.map(({ feature, verdict }) => [feature, verdict])),
    officer,
  }
}

/** The answer's own bytes, without what no two answers share: ids of check and match, case, number of the request. */
export function bytes({ text }: TestAnswer<unknown>): string {
  return text.replace(/(chk|mat|req)_[0-9A-Z]{26}/g, '$1').replace(/"(caseReference|requestId)":"[^"]*"/g, '"$1":""')
}

/** A look at the tables, or a hand on them, past every rule. */
export async function rowsOf(hub: TestHub, sql: string, values: unknown[] = []): Promise<object[]> {
  const client = new pg.Client({ connectionString: hub.hub.database.ownerUrl })
  await client.connect()
  try {
    return (await client.query<object>(sql, values)).rows
  } finally {
    await client.end()
  }
}
