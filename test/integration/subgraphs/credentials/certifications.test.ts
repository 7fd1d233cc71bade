import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../../contract/viewer.js'
import { CAST, type CastMember, commissionId } from '../../../../prisma/seed/index.js'
import { investigatorOf, openSubgraphs, type Subgraphs, viewerOf } from '../../../support/subgraphs.js'

let subgraphs: Subgraphs
beforeAll(async () => {
  subgraphs = await openSubgraphs()
})
afterAll(() => subgraphs.close())

interface Seen {
  readonly certification: Record<string, unknown> | null
}
interface Listed {
  readonly certifications: {
    readonly nodes: readonly {
      readonly id: string
      readonly status: string | null
      readonly ownerJurisdiction: string
    }[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly totalCount: { readonly value: number; readonly atLeast: boolean }
  }
}

const ONE = `query ($id: ID!) { certification(id: $id) {
  id number certificateClass authority { id } issuedOn { value } status statusText stage statusOn { value precision }
  history { status effectiveOn { value } stage } ownerJurisdiction statusRaw classRaw officer { recordId }
} }`
const LIST = `query ($filter: CertificationFilter, $first: Int, $after: String) {
  certifications(filter: $filter, first: $first, after: $after) {
    nodes { id status ownerJurisdiction } pageInfo { hasNextPage endCursor } totalCount { value atLeast }
  }
}`

const first = (member: CastMember) => member.certificationIds[0] ?? ''
const see = (viewer: Viewer, id: string) => subgraphs.ask<Seen>('credentials', viewer, ONE, { id })
const list = (viewer: Viewer, variables = {}) => subgraphs.ask<Listed>('credentials', viewer, LIST, variables)
const virginia = viewerOf('commission')

describe("Okonquist-Hale's certificate", () => {
  it('is seen whole by its commission', async () => {
    const { data, errors } = await see(virginia, first(CAST.decertified))
    expect(errors).toEqual([])
    expect(data?.certification).toMatchObject({
      number: '604417',
      authority: { id: commissionId('US-VA') },
      status: 'REVOKED',
      statusText: 'Revoked by its authority. Contact the source.',
      stage: 'FINAL',
      statusOn: { value: '2022-11-08', precision: 'DAY' },
      statusRaw: 'Finalized',
      officer: { recordId: CAST.decertified.recordIds[0] },
    })
    expect(data?.certification?.['history']).toMatchObject([
      { status: 'ACTIVE', stage: 'NONE' },
      { status: 'REVOKED', effectiveOn: { value: '2022-11-08' }, stage: 'FINAL' },
    ])
  })

  it('is seen by an investigator whose case a check has opened, without what its owner wrote', async () => {
    const investigator = await investigatorOf(subgraphs, CAST.decertified)
    const { data, errors } = await see(investigator, first(CAST.decertified))
    expect(data?.certification).toMatchObject({ number: '604417', status: 'REVOKED', statusRaw: null, classRaw: null })
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['WITHHELD', 'WITHHELD'])
  })

  it('is seen by an auditor without what says whose it is', async () => {
    const { data, errors } = await see(viewerOf('auditor'), first(CAST.decertified))
    expect(data?.certification).toMatchObject({ status: 'REVOKED', stage: 'FINAL', number: null, officer: null })
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['WITHHELD']))
  })

  it('does not exist for anybody else, in the same words as one that never did', async () => {
    const others = ['hiring-city', 'hiring-tribal', 'records-officer', 'prosecutor', 'grants', 'credentialing']
    for (const handle of [...others, 'officer', 'public']) {
      const viewer = viewerOf(handle, 'SOME-CASE')
      const answers = [await see(viewer, first(CAST.decertified)), await see(viewer, 'crt_00000000000000000000000000')]
      expect(answers.map(({ text }) => text)).toEqual([answers[0]?.text, answers[0]?.text])
      expect(answers[0]).toMatchObject({ data: { certification: null }, errors: [] })
    }
  })
})

describe('statuses of others', () => {
  it('Harrowgate-Innis, under appeal: not currently valid, contact source, and no ground', async () => {
    const investigator = await investigatorOf(subgraphs, CAST.underAppeal)
    const { data } = await see(investigator, first(CAST.underAppeal))
    expect(data?.certification).toMatchObject({
      status: 'NOT_CURRENTLY_VALID',
      statusText: 'Not currently valid; under appeal; contact source.',
      stage: 'EFFECTIVE_UNDER_APPEAL',
      statusRaw: null,
    })
    const { text } = await subgraphs.ask('incidents', investigator, '{ incidents { nodes { id } } }')
    expect(text).not.toContain(CAST.underAppeal.incidentIds['decertification'])
  })

  it("D'Aubergine, reinstated: the history says so", async () => {
    const investigator = await investigatorOf(subgraphs, CAST.reinstated)
    const { data } = await see(investigator, first(CAST.reinstated))
    expect(data?.certification).toMatchObject({ status: 'REINSTATED', statusOn: { value: '2018-05-22' } })
    const history = data?.certification?.['history'] as { status: string }[]
    expect(history.map(({ status }) => status)).toEqual(['ACTIVE', 'REVOKED', 'REINSTATED'])
  })

  it('Marrowstone, a status that nobody explained: with its owner alone', async () => {
    const investigator = await investigatorOf(subgraphs, CAST.held)
    expect((await see(investigator, first(CAST.held))).data).toEqual({ certification: null })
    expect((await see(virginia, first(CAST.held))).data?.certification).toMatchObject({ status: 'HELD', stage: 'HELD' })
  })

  it('Vantongeren-Sloe sees the own certificate, and nobody else’s', async () => {
    const own = await list(viewerOf('officer'))
    expect(own.data?.certifications.nodes.map(({ id }) => id)).toEqual([...CAST.subject.certificationIds])
  })
})

describe('certifications(filter:)', () => {
  it('compares only what the viewer may know', async () => {
    const filtered = await list(virginia, { filter: { status: 'REVOKED' }, first: 100 })
    const nodes = filtered.data?.certifications.nodes ?? []
    expect(nodes.length).toBeGreaterThan(1)
    expect(nodes.every(({ status, ownerJurisdiction }) => status === 'REVOKED' && ownerJurisdiction === 'US-VA')).toBe(
      true,
    )
    const foreign = await list(virginia, { filter: { number: 'OH-419067' } })
    expect(foreign.data?.certifications).toMatchObject({ nodes: [], totalCount: { value: 0, atLeast: false } })
    const number = await list(virginia, { filter: { number: '604417', jurisdiction: 'US-VA' } })
    expect(number.data?.certifications.nodes.map(({ id }) => id)).toEqual([first(CAST.decertified)])
  })

  it('pages without a gap or a double, counting once', async () => {
    const seen: string[] = []
    let after: string | null = null
    let total = 0
    do {
      const { data }: { data: Listed | null } = await list(virginia, { first: 40, after })
      if (!data) throw new Error('no page')
      seen.push(...data.certifications.nodes.map(({ id }) => id))
      total = data.certifications.totalCount.value
      after = data.certifications.pageInfo.hasNextPage ? data.certifications.pageInfo.endCursor : null
    } while (after !== null)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(total)
    const [{ count = 0 } = {}] = await subgraphs.rows<{ count: number }>(
      `select count(*)::int as count from credentials.certification where owner_jurisdiction = 'US-VA' and not sealed`,
    )
    expect(total).toBe(count)
  })

  it('refuses a size, a cursor and a text that do not fit, by code', async () => {
    const codeOf = async (variables: object, viewer = virginia) =>
      (await list(viewer, variables)).errors.map(({ extensions }) => extensions.code)
    const cursor = (await list(virginia, { first: 1 })).data?.certifications.pageInfo.endCursor
    expect(await codeOf({ first: 0 })).toEqual(['PAGE_TOO_LARGE'])
    expect(await codeOf({ first: 101 })).toEqual(['PAGE_TOO_LARGE'])
    expect(await codeOf({ after: 'x' })).toEqual(['CURSOR_INVALID'])
    expect(await codeOf({ after: cursor }, viewerOf('records-officer'))).toEqual(['CURSOR_INVALID'])
    expect(await codeOf({ after: cursor, filter: { status: 'ACTIVE' } })).toEqual(['CURSOR_INVALID'])
    expect(await codeOf({ filter: { number: '' } })).toEqual(['BAD_INPUT'])
    expect(await codeOf({ filter: { number: '6'.repeat(10_000) } })).toEqual(['BAD_INPUT'])
  })
})
