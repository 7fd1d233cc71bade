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
import { linkedRows } from './linked-rows.js'

let subgraphs: Subgraphs
let people: ReturnType<typeof linking>
let rows: ReturnType<typeof linkedRows>
beforeAll(async () => {
  subgraphs = await openSubgraphs()
  people = linking(subgraphs)
  rows = linkedRows(subgraphs)
  await subgraphs.rows(SAME_PERSON, [OHIO_RECORD, VIRGINIA_RECORD])
})
afterAll(() => subgraphs.close())

const NOBODYS = `lnk_${'0'.repeat(26)}`
const shown = async (who: Who, id: string) => (await people.officer(who, id)).officer

interface Listed {
  readonly officers: {
    readonly nodes: readonly { readonly id: string }[]
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean }
    readonly totalCount: { readonly value: number }
  }
}

let link: Link

describe('Ohio asks whether somebody else knows its officer', () => {
  it('and is told whose record agrees and in what, and not who it is', async () => {
    const { given, codes } = await people.propose('ohio')
    expect(codes).toEqual([])
    const found = given as Link[]
    expect(found).toHaveLength(1)
    link = found[0] as Link
    expect(link).toMatchObject({ state: 'PROPOSED', method: 'MATCHER' })
    expect(link.ends.map(({ jurisdiction, officer }) => [jurisdiction, officer]).sort()).toEqual([
      ['US-OH', { id: OHIO.officerId }],
      ['US-VA', null],
    ])
  })

  it('twice: there is one link, and nothing is joined by it', async () => {
    const { given } = await people.propose('ohio')
    expect((given as Link[]).map(({ id, state }) => [id, state])).toEqual([[link.id, 'PROPOSED']])
    expect(await rows.joined()).toEqual([])
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
    expect([await rows.joined(), (await people.links('virginia'))[0]?.state]).toEqual([[], 'PROPOSED'])
  })

  it('on two identifiers: one person over the same two records, of which none is changed', async () => {
    await rows.check('BEFORE')
    const before = await rows.records()
    const confirmed = await people.decide('virginia', link.id, 'CONFIRM', TWO_IDENTIFIERS, 'confirm-1')
    expect([confirmed.codes, (confirmed.given as Link).state]).toEqual([[], 'CONFIRMED'])
    expect(await rows.records()).toEqual(before)
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
    await rows.check('LINKED-1')
    expect(await listed('UNLINKED')).toEqual({ ids: [OHIO.officerId, VIRGINIA.officerId].sort(), counted: 2 })
    expect(await listed('CONFIRMED')).toEqual({ ids: [BOTH], counted: 1 })
  })

  it('a check that is made from now on opens both; one that was made before opens what it did', async () => {
    expect(await rows.open('LINKED-1')).toEqual([OHIO_RECORD, VIRGINIA_RECORD].sort())
    expect(await rows.open('BEFORE')).not.toContain(OHIO_RECORD)
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
