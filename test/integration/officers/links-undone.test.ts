import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSubgraphs, type Subgraphs } from '../../support/subgraphs.js'
import {
  type Link,
  linking,
  OHIO,
  OHIO_RECORD,
  SAME_PERSON,
  VIEWERS,
  VIRGINIA,
  VIRGINIA_RECORD,
  type Who,
} from './link-people.js'
import { linkedRows } from './linked-rows.js'

let subgraphs: Subgraphs
let people: ReturnType<typeof linking>
let rows: ReturnType<typeof linkedRows>
/** A link of Ohio's record with Virginia's, confirmed, by which a case has opened both. */
let link: Link
/** Of Ohio's record and of Virginia's. */
let [ohioEnd, virginiaEnd] = ['', '']
const endOf = (code: string) => link.ends.find(({ jurisdiction }) => jurisdiction === code)?.id ?? ''

beforeAll(async () => {
  subgraphs = await openSubgraphs()
  people = linking(subgraphs)
  rows = linkedRows(subgraphs)
  await subgraphs.rows(SAME_PERSON, [OHIO_RECORD, VIRGINIA_RECORD])
  const proposed = await people.propose('ohio')
  link = (proposed.given as Link[])[0] as Link
  ;[ohioEnd, virginiaEnd] = [endOf('US-OH'), endOf('US-VA')]
  await people.decide('virginia', link.id, 'CONFIRM')
  await rows.check('LINKED-1')
})
afterAll(() => subgraphs.close())

const NOBODYS = `lnk_${'0'.repeat(26)}`
const bare = (text: string) => text.replace(/lnk_[0-9A-Z]{26}/g, 'lnk')
const shown = async (who: Who, id: string) => (await people.officer(who, id)).officer

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
    expect(await rows.joined()).toEqual([])
    expect(await rows.open('LINKED-1')).toHaveLength(1)
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
    expect(await rows.open('LINKED-1')).toHaveLength(1)
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
    expect(await rows.joined()).toEqual([[other, one]])
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
    const [row] = await rows.records()
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
