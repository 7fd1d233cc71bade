import type { Subgraphs } from '../../support/subgraphs.js'
import { OHIO_RECORD, VIEWERS, VIRGINIA, VIRGINIA_RECORD } from './link-people.js'
import { signedWaiver } from '../../support/waiver.js'

/** What links have made of the two records, past every rule; and a check that they may have widened. */
export function linkedRows(subgraphs: Subgraphs) {
  /** Every row that a link could lose or change, as it stands. */
  const records = () =>
    subgraphs.rows<{ row: object }>(
      `select to_jsonb(r) as row from officers.identity_record r where id = any($1) order by id`,
      [[OHIO_RECORD, VIRGINIA_RECORD]],
    )
  const joined = async () =>
    (
      await subgraphs.rows<{ id: string; joined: string | null }>(
        'select id, joined_id as joined from officers.officer where joined_id is not null order by id',
      )
    ).map(({ id, joined }) => [id, joined])
  /** A check of the Virginian, who states the own name, birth date and certificate. */
  async function check(reference: string, member = VIRGINIA) {
    const viewer = { ...VIEWERS.investigator, caseReference: reference }
    const { data, text } = await subgraphs.ask<{
      requestBackgroundCheck: { matches: { outcome: string; officer: { id: string; recordIds: string[] } | null }[] }
    }>(
      'officers',
      viewer,
      `mutation ($input: BackgroundCheckInput!) {
        requestBackgroundCheck(input: $input) { matches { outcome officer { id recordIds } } }
      }`,
      {
        input: {
          candidate: {
            givenName: member.name.given,
            middleName: member.name.middle,
            familyName: member.name.family,
            dateOfBirth: member.dobText,
            certificates: [{ number: member.certificate?.number ?? '' }],
          },
          waiver: signedWaiver(`W-${reference}`),
        },
      },
    )
    if (!data) throw new Error(text)
    return data.requestBackgroundCheck.matches
  }
  /** What a case has open now. */
  const open = async (reference: string) =>
    (
      await subgraphs.rows<{ record: string }>(
        `select g.subject_record as record from hub."grant" g join hub."case" c on c.id = g.case_id
          where c.reference = $1 and g.ended_at is null order by 1`,
        [reference],
      )
    ).map(({ record }) => record)
  return { records, joined, check, open }
}
