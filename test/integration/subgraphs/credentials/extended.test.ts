import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST } from '../../../../prisma/seed/index.js'
import { investigatorOf, openSubgraphs, type Subgraphs, viewerOf } from '../../../support/subgraphs.js'

let subgraphs: Subgraphs
beforeAll(async () => {
  subgraphs = await openSubgraphs()
})
afterAll(() => subgraphs.close())

interface Entities<Entity> {
  readonly _entities: readonly Entity[]
}
interface OfficerSeen {
  readonly certifications: { readonly nodes: readonly { readonly number: string; readonly status: string }[] }
}

const OFFICERS = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Officer { certifications(first: 5) { nodes { number status history { status } } totalCount { value } } }
} }`
const AGENCIES = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Agency { credentials(first: 5) { nodes { id body { id } bodyName standard standardVersion status from until } } }
} }`

const stub = (recordId: string, recordIds = [recordId]) => ({ __typename: 'Officer', recordId, recordIds })

describe('Officer.certifications', () => {
  it('looks up the records that a representation names in the scope of the viewer alone', async () => {
    const investigator = await investigatorOf(subgraphs, CAST.decertified)
    // A forged representation: the twin's record beside the one that the case has opened.
    const [own = ''] = CAST.decertified.recordIds
    const representations = [stub(own, [own, ...CAST.twin.recordIds])]
    const { data } = await subgraphs.ask<Entities<OfficerSeen>>('credentials', investigator, OFFICERS, {
      representations,
    })
    expect(data?._entities[0]?.certifications.nodes).toMatchObject([{ number: '604417', status: 'REVOKED' }])
    const hidden = await subgraphs.ask<Entities<OfficerSeen>>('credentials', viewerOf('public'), OFFICERS, {
      representations,
    })
    expect(hidden.data?._entities[0]?.certifications.nodes).toEqual([])
  })

  it('costs as many statements for fifty officers as for two', async () => {
    const rows = await subgraphs.rows<{ id: string }>(
      `select subject_record as id from credentials.certification where owner_jurisdiction = 'US-VA' order by id limit 50`,
    )
    const representations = rows.map(({ id }) => stub(id))
    const cost = async (some: readonly object[]) => {
      const statements = await subgraphs.statementsOf(async () => {
        const { data } = await subgraphs.ask<Entities<OfficerSeen>>('credentials', viewerOf('commission'), OFFICERS, {
          representations: some,
        })
        expect(data?._entities.every(({ certifications }) => certifications.nodes.length > 0)).toBe(true)
      })
      return statements.length
    }
    expect(representations.length).toBe(50)
    await cost(representations.slice(0, 1))
    expect(await cost(representations)).toBe(await cost(representations.slice(0, 2)))
  })
})

describe('Agency.credentials', () => {
  it('is public, in every status, and costs as many statements for all agencies as for two', async () => {
    const rows = await subgraphs.rows<{ id: string }>(
      'select distinct agency_id as id from credentials.agency_credential order by 1',
    )
    const statuses = new Set<string>()
    const cost = async (agencies: readonly { id: string }[]) => {
      const representations = agencies.map(({ id }) => ({ __typename: 'Agency', id }))
      const statements = await subgraphs.statementsOf(async () => {
        const { data, errors } = await subgraphs.ask<
          Entities<{ credentials: { nodes: { status: string; bodyName: string; body: { id: string } }[] } }>
        >('credentials', viewerOf('public'), AGENCIES, { representations })
        expect(errors).toEqual([])
        for (const { credentials } of data?._entities ?? []) {
          for (const { status, body, bodyName } of credentials.nodes) {
            statuses.add(status)
            expect([body.id, bodyName]).not.toContain('')
          }
        }
      })
      return statements.length
    }
    expect(rows.length).toBeGreaterThan(10)
    await cost(rows.slice(0, 1))
    expect(await cost(rows)).toBe(await cost(rows.slice(0, 2)))
    expect([...statuses].sort()).toEqual(['HELD', 'IN_PROCESS', 'LAPSED', 'SOUGHT'])
  })
})
