import pg from 'pg'
import { AGENCIES, CAST, type CastMember, personaByHandle, PERSONAS } from '../../prisma/seed/index.js'
import { afterCheck, caseOf } from '../integration/policy/askers.js'
import type { Asker } from '../oracle/viewer.js'
import type { Asked, TestHub } from '../support/hub.js'
import { TEST_NOW } from '../support/now.js'

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

/** Opens what the askers below have opened: hiring cases through the API, the other two kinds, which have none, by hand. */
export async function openCases(hub: TestHub): Promise<void> {
  for (const [handle, member] of [...SCREENED, ...UNOPENED]) await afterCheck(hub, handle, member)
  const client = new pg.Client({ connectionString: hub.hub.database.ownerUrl })
  await client.connect()
  try {
    await openByHand(client, 'PROSECUTION', AGENCIES.ohioProsecutor.id, 'PROS-1', WITNESSES)
    await openByHand(client, 'CERTIFICATION', personaByHandle('commission').agency, 'CERT-1', LICENSED)
  } finally {
    await client.end()
  }
}

async function openByHand(client: pg.Client, kind: string, agency: string, reference: string, of: CastMember[]) {
  const id = `cas_${reference}`
  await client.query(
    `insert into hub."case" (id, kind, agency, reference, opened_at, opened_by) values ($1, $2, $3, $4, $5, 'test')`,
    [id, kind, agency, reference, TEST_NOW],
  )
  for (const member of of) {
    for (const record of member.recordIds) {
      await client.query(
        `insert into hub."grant" (id, case_id, agency, officer_id, subject_record, level, granted_at)
         values ($1, $2, $3, $4, $5, 'CONFIRMED', $6)`,
        [`grt_${reference}_${record}`, id, agency, member.officerId, record, TEST_NOW],
      )
    }
  }
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
  { who: 'prosecutor in a case', handle: 'prosecutor', asked: { caseReference: 'PROS-1' } },
  { who: 'commission in a case', handle: 'commission', asked: { caseReference: 'CERT-1' } },
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
