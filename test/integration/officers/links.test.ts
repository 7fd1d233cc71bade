import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSubgraphs, type SubgraphAnswer, type Subgraphs } from '../../support/subgraphs.js'
import {
  BOTH,
  type Link,
  linking,
  OHIO,
  OHIO_RECORD,
  SAME_PERSON,
  TWO_IDENTIFIERS,
  VIEWERS,
  VIRGINIA,
  VIRGINIA_RECORD,
  type Who,
} from './link-people.js'

let subgraphs: Subgraphs
let people: ReturnType<typeof linking>
beforeAll(async () => {
  subgraphs = await openSubgraphs()
  people = linking(subgraphs)
  await subgraphs.rows(SAME_PERSON, [OHIO_RECORD, VIRGINIA_RECORD])
})
afterAll(() => subgraphs.close())

const NOBODYS = `lnk_${'0'.repeat(26)}`
const bare = (text: string) => text.replace(/lnk_[0-9A-Z]{26}/g, 'lnk')

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
const shown = async (who: Who, id: string) => (await people.officer(who, id)).officer

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
        waiver: {
          reference: `W-${reference}`,
          signedOn: '2026-11-01',
          expiresOn: '2027-01-31',
          scope: ['J'],
          signature: 'ELECTRONIC',
          sha256: Buffer.from(reference.padEnd(32)).toString('hex'),
        },
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

interface Listed {
  readonly officers: {
    readonly nodes: readonly { readonly id: string }[]
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean }
    readonly totalCount: { readonly value: number }
  }
}

let link: Link
/** Of Ohio's record and of Virginia's. */
let [ohioEnd, virginiaEnd] = ['', '']
const endOf = (code: string) => link.ends.find(({ jurisdiction }) => jurisdiction === code)?.id ?? ''

describe('Ohio asks whether somebody else knows its officer', () => {
  it('and is told whose record agrees and in what, and not who it is', async () => {
    const { given, codes } = await people.propose('ohio')
    expect(codes).toEqual([])
    const found = given as Link[]
    expect(found).toHaveLength(1)
    link = found[0] as Link
    ;[ohioEnd, virginiaEnd] = [endOf('US-OH'), endOf('US-VA')]
    expect(link).toMatchObject({ state: 'PROPOSED', method: 'MATCHER' })
    expect(link.ends.map(({ jurisdiction, officer }) => [jurisdiction, officer]).sort()).toEqual([
      ['US-OH', { id: OHIO.officerId }],
      ['US-VA', null],
    ])
  })

  it('twice: there is one link, and nothing is joined by it', async () => {
    const { given } = await people.propose('ohio')
    expect((given as Link[]).map(({ id, state }) => [id, state])).toEqual([[link.id, 'PROPOSED']])
    expect(await joined()).toEqual([])
  })

  it('is answered alike of an officer whom it does not keep, of nobody, and of what is no id', async () => {
    const refused = await people.propose('ohio', VIRGINIA.officerId)
    expect([refused.given, refused.codes]).toEqual([null, ['LINK_ENDS_UNKNOWN']])
    for (const id of [`off_${'0'.repeat(26)}`, "x'; select 1", 'x'.repeat(500), ''])
      expect((await people.propose('ohio', id)).text).toBe(refused.text)
    const reason = 'A captain said so.'
    const named = await people.propose('ohio', OHIO.officerId, { otherOfficerId: VIRGINIA.officerId, reason })
    expect(named.text).toBe(refused.text)
    const unsaid = await people.propose('ohio', OHIO.officerId, { otherOfficerId: VIRGINIA.officerId })
    expect(unsaid.codes).toEqual(['BAD_INPUT'])
  })

  it.each([
    ['ohio', 1],
    ['virginia', 1],
    ['texas', 0],
    // A question between two owners is not told to whom it is about: it may be about somebody else.
    ['officer', 0],
  ] as const)('is seen by %s: %d', async (who, count) => {
    expect((await people.links(who)).map(({ id }) => id)).toEqual(Array.from({ length: count }, () => link.id))
  })
})

describe('Virginia decides', () => {
  it('and not Ohio, nor a third State: to them no such link is open, like one that is not there', async () => {
    const refused = await people.decide('ohio', link.id, 'CONFIRM')
    expect([refused.given, refused.codes]).toEqual([null, ['LINK_NOT_OPEN']])
    for (const id of [NOBODYS, 'no link', 'x'.repeat(500)])
      expect((await people.decide('ohio', id, 'CONFIRM')).text).toBe(refused.text)
    expect((await people.decide('texas', link.id, 'CONFIRM')).text).toBe(refused.text)
    expect((await people.unlink('virginia', link.id)).codes).toEqual(['LINK_NOT_OPEN'])
  })

  it.each([[[]], [['DATE_OF_BIRTH']], [['FINGERPRINT', 'FINGERPRINT']]])('not on %j', async (kinds) => {
    const { codes } = await people.decide('virginia', link.id, 'CONFIRM', kinds)
    expect(codes).toEqual(['IDENTIFIERS_INSUFFICIENT'])
  })

  it('all of it or nothing: where the history cannot be written, the link stays as it is', async () => {
    await subgraphs.rows(`
      create function officers.no_room() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$;
      create trigger no_room before insert on officers.officer_link_step execute function officers.no_room()`)
    expect((await people.decide('virginia', link.id, 'CONFIRM')).given).toBeNull()
    await subgraphs.rows('drop trigger no_room on officers.officer_link_step')
    expect([await joined(), (await people.links('virginia'))[0]?.state]).toEqual([[], 'PROPOSED'])
  })

  it('on two identifiers: one person over the same two records, of which none is changed', async () => {
    await check('BEFORE')
    const before = await records()
    const confirmed = await people.decide('virginia', link.id, 'CONFIRM', TWO_IDENTIFIERS, 'confirm-1')
    expect([confirmed.codes, (confirmed.given as Link).state]).toEqual([[], 'CONFIRMED'])
    expect(await records()).toEqual(before)
    const again = await people.decide('virginia', link.id, 'CONFIRM', TWO_IDENTIFIERS, 'confirm-1')
    expect(again.text).toBe(confirmed.text)
    expect((again.given as Link).history.nodes).toHaveLength(2)
  })
})

describe('What a confirmed link changes', () => {
  it('nothing for whoever may know of one record alone: id, records, and no way on to the other', async () => {
    expect(await shown('virginia', VIRGINIA.officerId)).toEqual({
      id: VIRGINIA.officerId,
      recordIds: [VIRGINIA_RECORD],
    })
    expect(await shown('ohio', OHIO.officerId)).toEqual({ id: OHIO.officerId, recordIds: [OHIO_RECORD] })
    const other = await people.officer('virginia', OHIO.officerId)
    expect(other.officer).toBeNull()
    expect((await people.officer('virginia', `off_${'0'.repeat(26)}`)).text).toBe(other.text)
  })

  it('to whoever may know of both, one officer, whichever id they ask for, and once in a list', async () => {
    const both = { id: BOTH, recordIds: expect.arrayContaining([OHIO_RECORD, VIRGINIA_RECORD]) as string[] }
    expect(await shown('auditor', OHIO.officerId)).toEqual(both)
    expect(await shown('auditor', VIRGINIA.officerId)).toEqual(both)
    const listed = async (state: 'CONFIRMED' | 'UNLINKED') => {
      await subgraphs.rows('update officers.officer_link set state = $1 where id = $2', [state, link.id])
      const ids: string[] = []
      let counted = 0
      for (let after: string | null = null; ;) {
        const { data }: SubgraphAnswer<Listed> = await subgraphs.ask(
          'officers',
          VIEWERS.investigator,
          `query ($after: String) { officers(first: 1, after: $after) {
             nodes { id } pageInfo { endCursor hasNextPage } totalCount { value } } }`,
          { after },
        )
        if (!data) throw new Error('no page')
        ids.push(...data.officers.nodes.map(({ id }) => id))
        counted = data.officers.totalCount.value
        if (!data.officers.pageInfo.hasNextPage) return { ids, counted }
        after = data.officers.pageInfo.endCursor
      }
    }
    await check('LINKED-1')
    expect(await listed('UNLINKED')).toEqual({ ids: [OHIO.officerId, VIRGINIA.officerId].sort(), counted: 2 })
    expect(await listed('CONFIRMED')).toEqual({ ids: [BOTH], counted: 1 })
  })

  it('a check that is made from now on opens both; one that was made before opens what it did', async () => {
    expect(await open('LINKED-1')).toEqual([OHIO_RECORD, VIRGINIA_RECORD].sort())
    expect(await open('BEFORE')).not.toContain(OHIO_RECORD)
  })

  it('the officer sees it, what it was decided on, and no word of who decided', async () => {
    const [seen] = await people.links('officer')
    expect(seen?.state).toBe('CONFIRMED')
    expect(seen?.ends.map(({ jurisdiction, officer }) => [jurisdiction, officer]).sort()).toEqual([
      ['US-OH', null],
      ['US-VA', { id: VIRGINIA.officerId }],
    ])
    expect(seen?.history.nodes).toMatchObject([
      { state: 'CONFIRMED', agency: { id: VIEWERS.virginia.agency }, identifierKinds: TWO_IDENTIFIERS },
      { state: 'PROPOSED', agency: { id: VIEWERS.ohio.agency } },
    ])
  })
})

describe('"Not me", says the officer', () => {
  it('of the record that is theirs, of another link, or as somebody else: there is nothing to say it of', async () => {
    const refused = await people.claim('officer', virginiaEnd)
    expect([refused.given, refused.codes]).toEqual([null, ['LINK_NOT_OPEN']])
    for (const id of [`${NOBODYS}.1`, `${link.id}.3`, 'not me'])
      expect((await people.claim('officer', id)).text).toBe(refused.text)
    expect((await people.claim('ohio', ohioEnd)).given).toBeNull()
  })

  it("of Ohio's: from then on it is another person's, for every case and for the officer", async () => {
    await subgraphs.rows('insert into hub.subject_link (subject, subject_record) values ($1, $2)', [
      VIEWERS.officer.subject,
      OHIO_RECORD,
    ])
    expect((await shown('officer', VIRGINIA.officerId))?.recordIds).toHaveLength(2)
    const { given, codes } = await people.claim('officer', ohioEnd)
    expect([codes, (given as Link).state]).toEqual([[], 'CONTESTED'])
    expect(await joined()).toEqual([])
    expect(await open('LINKED-1')).toHaveLength(1)
    expect(await shown('officer', VIRGINIA.officerId)).toEqual({ id: VIRGINIA.officerId, recordIds: [VIRGINIA_RECORD] })
    expect(await shown('officer', OHIO.officerId)).toBeNull()
    expect(await shown('auditor', OHIO.officerId)).toEqual({ id: OHIO.officerId, recordIds: [OHIO_RECORD] })
  })

  it("is read in the officer's own words by whoever keeps the officer's record, and by nobody else", async () => {
    const said = async (who: Who) => (await people.links(who))[0]?.history.nodes[0]
    expect(await said('virginia')).toMatchObject({ agency: null, reason: 'I never served in Ohio.' })
    expect(await said('officer')).toMatchObject({ reason: 'I never served in Ohio.' })
    expect(await said('ohio')).toMatchObject({ state: 'CONTESTED', reason: null })
  })

  it('and somebody decides who has had no part in it', async () => {
    expect((await people.decide('virginia', link.id, 'CONFIRM')).codes).toEqual(['LINK_NEEDS_ANOTHER_PERSON'])
    expect((await people.decide('ohio', link.id, 'REJECT', [])).codes).toEqual([])
    // Whoever rejected it may be asked again, with a reason; the matcher does not insist.
    expect((await people.propose('ohio')).given).toEqual([])
    await subgraphs.rows(`update officers.officer_link set state = 'CONTESTED' where id = $1`, [link.id])
    const upheld = await people.decide('colleague', link.id, 'CONFIRM')
    expect([upheld.codes, (upheld.given as Link).state]).toEqual([[], 'CONFIRMED'])
    expect((await shown('officer', VIRGINIA.officerId))?.recordIds).toHaveLength(2)
    // No case is opened wider by it: the agency asks again.
    expect(await open('LINKED-1')).toHaveLength(1)
  })
})

describe('A link undone', () => {
  const third = 'the third record, of Maryland'
  it(`leaves ${third}, with whom it still is linked`, async () => {
    const maryland = (
      await subgraphs.rows<{ id: string; officer: string }>(
        `select id, officer_id as officer from officers.identity_record where owner_jurisdiction = 'US-MD' order by id limit 1`,
      )
    )[0]
    const [first = '', second = ''] = [VIRGINIA_RECORD, maryland?.id ?? ''].sort()
    await subgraphs.rows(
      `insert into officers.officer_link (id, first_record, second_record, state, method, proposed_for, proposed_at, score,
         gates, explanations, model_version, confirmed_at, version)
       values ('lnk_third', $1, $2, 'CONFIRMED', 'PERSON', $1, now(), 1, '{}', '[]', 'none', now(), 1)`,
      [first, second],
    )
    const { given, codes } = await people.unlink('ohio', link.id)
    expect([codes, (given as Link).state]).toEqual([[], 'UNLINKED'])
    const [one = '', other = ''] = [VIRGINIA.officerId, maryland?.officer ?? ''].sort()
    expect(await joined()).toEqual([[other, one]])
    expect(await shown('ohio', OHIO.officerId)).toEqual({ id: OHIO.officerId, recordIds: [OHIO_RECORD] })
    expect((await people.unlink('ohio', link.id)).codes).toEqual(['LINK_NOT_OPEN'])
    await subgraphs.rows(`delete from officers.officer_link where id = 'lnk_third'`)
    await subgraphs.rows('update officers.officer set joined_id = null')
  })

  it('keeps its history, which nobody changes', async () => {
    const [undone] = await people.links('virginia')
    expect(undone?.history.nodes.map(({ state }) => state)).toEqual([
      'UNLINKED',
      'CONFIRMED',
      'REJECTED',
      'CONTESTED',
      'CONFIRMED',
      'PROPOSED',
    ])
    for (const change of [
      `update officers.officer_link_step set actor = 'nobody'`,
      'delete from officers.officer_link_step',
      'truncate officers.officer_link_step',
    ])
      await expect(subgraphs.rows(change), change).rejects.toThrow('officers.officer_link_step is append-only')
    // A text that has to be destroyed is.
    await subgraphs.rows(
      `update officers.officer_link_step set reason = null, identifiers = '[]' where state = 'CONTESTED'`,
    )
    expect((await people.links('virginia'))[0]?.history.nodes[3]?.reason).toBeNull()
  })
})

describe('A record that is kept back is told of by no link', () => {
  // To the officer it is another's again.
  beforeAll(() => subgraphs.rows('delete from hub.subject_link where subject_record = $1', [OHIO_RECORD]))
  it.each([
    ['sealed', 'sealed = true'],
    ['not admitted', 'admitted = false'],
    [
      "a nation's that has consented to nothing",
      `owner_jurisdiction = 'TRIBE-QUESSALIN', owner_class = 'TRIBAL', owner_kind = 'TRIBE-QUESSALIN/NONE'`,
    ],
  ])('%s', async (_why, change) => {
    const [row] = await records()
    const before = await subgraphs.rows<{ sealed: boolean; admitted: boolean; jurisdiction: string; class: string }>(
      `select sealed, admitted, owner_jurisdiction as jurisdiction, owner_class as class from officers.identity_record where id = $1`,
      [OHIO_RECORD],
    )
    expect(row).toBeDefined()
    const none = await people.decide('virginia', NOBODYS, 'REJECT')
    await subgraphs.rows(`update officers.officer_link set state = 'CONTESTED' where id = $1`, [link.id])
    expect(await people.links('virginia')).toHaveLength(1)
    await subgraphs.rows(`update officers.identity_record set ${change} where id = $1`, [OHIO_RECORD])
    expect([await people.links('virginia'), await people.links('officer')]).toEqual([[], []])
    expect(bare((await people.decide('virginia', link.id, 'REJECT')).text)).toBe(bare(none.text))
    const {
      sealed,
      admitted,
      jurisdiction,
      class: of,
    } = before[0] ?? { sealed: false, admitted: true, jurisdiction: '', class: '' }
    await subgraphs.rows(
      `update officers.identity_record set sealed = $2, admitted = $3, owner_jurisdiction = $4, owner_class = $5,
              owner_kind = $4 || '/NONE' where id = $1`,
      [OHIO_RECORD, sealed, admitted, jurisdiction, of],
    )
  })
})
