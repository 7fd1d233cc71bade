import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCheckpoint } from '../../../audit/tree/checkpoint.js'
import { parseVerifierKey, type VerifierKey } from '../../../audit/tree/note.js'
import { verifyConsistency, verifyInclusion } from '../../../audit/tree/proofs.js'
import { CAST, personaByHandle } from '../../../prisma/seed/index.js'
import { candidate } from '../policy/askers.js'
import { openTestHub, type TestAnswer, type TestHub } from '../../support/hub.js'
import { query } from '../../support/queries.js'

interface Entry {
  readonly id: string
  readonly index: number
  readonly viewer: string
  readonly agency: { readonly name: string } | null
  readonly purpose: string
  readonly caseReference: string | null
  readonly operation: string
  readonly records: readonly { readonly type: string; readonly recordId: string; readonly classes: readonly string[] }[]
}
interface Log {
  readonly disclosureLog: {
    readonly nodes: readonly Entry[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
    readonly totalCount: { readonly value: number }
  } | null
}

const READ = `query ReadOfficer($id: ID!) { officer(id: $id) { id name { family } } }`
const officer = CAST.decertified
let hub: TestHub
let pool: pg.Pool
beforeAll(async () => {
  hub = await openTestHub()
  pool = new pg.Pool({ connectionString: hub.hub.database.ownerUrl, max: 1 })
  const check = `mutation Check($input: BackgroundCheckInput!) { requestBackgroundCheck(input: $input) { id status } }`
  await hub.as('hiring-city', { caseReference: 'LOG-1' }).ask(check, { input: candidate(officer) })
  await hub.as('hiring-city', { caseReference: 'LOG-1' }).ask(READ, { id: officer.officerId })
  await hub.as('records-officer').ask('query Own { officers(first: 1) { nodes { id } } }')
})
afterAll(async () => {
  await pool.end()
  await hub.close()
})

const auditor = () => hub.as('auditor')
const read = async (variables: object = {}) => {
  const answer = await auditor().ask<Log>(query('disclosure-log'), variables as Record<string, unknown>)
  if (!answer.data?.disclosureLog) throw new Error(answer.text)
  return answer.data.disclosureLog
}
/** The hashes are those of the texts above. */
const operations = (entries: readonly Entry[]) =>
  entries.map(({ operation }) => operation.replace(/\/sha256:[0-9a-f]{64}$/, ''))
const codes = ({ errors }: TestAnswer<unknown>) => errors.map(({ extensions }) => extensions.code)

describe('An auditor asks who was shown what', () => {
  it('by officer, viewer, agency, purpose and day', async () => {
    const investigator = personaByHandle('hiring-city')
    const about = await read({ filter: { officer: officer.officerId } })
    expect(about.nodes).toEqual([
      {
        id: expect.stringMatching(/^dsc_/) as unknown,
        index: expect.any(Number) as unknown,
        viewer: investigator.subject,
        agency: { name: investigator.employerName },
        jurisdiction: investigator.jurisdiction,
        purpose: 'J',
        caseReference: 'LOG-1',
        operation: expect.stringMatching(/^officer\/sha256:[0-9a-f]{64}$/) as unknown,
        records: [{ type: 'Officer', recordId: officer.officerId, classes: ['P1'] }],
      },
    ])
    expect(operations((await read({ filter: { viewer: investigator.subject } })).nodes)).toEqual([
      'officer',
      'requestBackgroundCheck',
    ])
    expect(operations((await read({ filter: { agency: investigator.agency, purpose: 'J' } })).nodes)).toEqual([
      'officer',
      'requestBackgroundCheck',
    ])
    expect(operations((await read({ filter: { agency: investigator.agency, purpose: 'C' } })).nodes)).toEqual([])
    expect((await read({ filter: { from: '2026-11-25' } })).totalCount.value).toBe(0)
    expect(
      operations((await read({ filter: { from: '2026-11-24', until: '2026-11-24', purpose: 'A' } })).nodes),
    ).toEqual(['officers'])
  })

  it('and what the auditor read is in the log itself, also where it was nothing', async () => {
    const { subject } = personaByHandle('auditor')
    const before = (await read({ filter: { viewer: subject } })).nodes
    const found = await read({ filter: { purpose: 'A' } })
    await read({ filter: { officer: 'off_00000000000000000000000000' } })
    const after = (await read({ filter: { viewer: subject } })).nodes
    expect(after).toHaveLength(before.length + 3)
    expect(after.slice(0, 2).map(({ records }) => records)).toEqual([
      [{ type: 'LogEntry', recordId: '*', classes: ['P10'] }],
      [
        { type: 'LogEntry', recordId: '*', classes: ['P10'] },
        ...found.nodes.map(({ id }) => ({ type: 'LogEntry', recordId: id, classes: ['P10'] })),
      ],
    ])
    await auditor().ask('query Flags { unusualAccess { nodes { kind } } }')
    const [latest] = (await read({ filter: { viewer: subject } })).nodes
    expect(latest).toMatchObject({
      operation: expect.stringMatching(/^unusualAccess\//) as unknown,
      records: [{ type: 'AccessFlag', recordId: '*', classes: ['P10'] }],
    })
  })

  it('page by page, each entry once', async () => {
    const all = await read({ filter: { purpose: 'J' }, first: 100 })
    const first = await read({ filter: { purpose: 'J' }, first: 1 })
    const second = await read({ filter: { purpose: 'J' }, first: 1, after: first.pageInfo.endCursor })
    expect([...first.nodes, ...second.nodes]).toEqual(all.nodes)
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false])
  })

  it.each([
    ['a day that there is not', { from: '2026-02-30' }],
    ['an end before the beginning', { from: '2026-11-24', until: '2026-11-23' }],
    ['a purpose that nobody has', { purpose: 'curiosity' }],
    ['an empty viewer', { viewer: '' }],
  ])('and is told what is wrong with %s', async (_what, filter) => {
    expect(codes(await auditor().ask(query('disclosure-log'), { filter }))).toEqual(['BAD_INPUT'])
  })

  it.each(['hiring-city', 'commission', 'records-officer', 'officer', 'grants', 'public'])(
    '%s is shown nothing of it, with the shield and without',
    async (persona) => {
      for (const client of [hub.as(persona), hub.withoutShieldAs(persona)]) {
        const answer = await client.ask('{ disclosureLog { nodes { id } } unusualAccess { nodes { id } } }')
        expect(answer.data).toEqual({ disclosureLog: null, unusualAccess: null })
        expect(codes(answer)).toEqual(['NOT_PERMITTED', 'NOT_PERMITTED'])
      }
    },
  )
})

interface Head {
  readonly size: number
  readonly root: string
  readonly checkpoint: string
}
interface Proofs {
  readonly treeHead: Head
  readonly inclusionProof: {
    readonly index: number
    readonly leafHash: string
    readonly hashes: string[]
    readonly head: Head
  } | null
  readonly consistencyProof: { readonly from: number; readonly hashes: string[]; readonly head: Head }
}
const bytes = (text: string) => Buffer.from(text, 'base64')
const treeOf = ({ size, root }: Head) => ({ size, root: bytes(root) })

describe('The log is proved to be what it was', () => {
  const PROOFS = `query ($entry: ID!, $from: Int!) {
    treeHead { size root checkpoint }
    inclusionProof(entry: $entry) { index leafHash hashes head { size root checkpoint } }
    consistencyProof(from: $from) { from hashes head { size root checkpoint } }
  }`
  const keys = async (): Promise<VerifierKey[]> => {
    const { rows } = await pool.query<{ verifier_key: string }>('select verifier_key from hub.log_key')
    return rows.flatMap(({ verifier_key: key }) => parseVerifierKey(key) ?? [])
  }

  it('an entry is in the tree of a head that the hub signed, and the tree begins with the older one', async () => {
    const older = (await auditor().ask<{ treeHead: Head }>('{ treeHead { size root checkpoint } }')).data?.treeHead
    const [entry] = (await read({ filter: { officer: officer.officerId } })).nodes
    const { data, text } = await auditor().ask<Proofs>(PROOFS, { entry: entry?.id, from: older?.size })
    if (!data?.inclusionProof || !entry || !older) throw new Error(text)
    const { index, leafHash, hashes, head } = data.inclusionProof
    expect(index).toBe(entry.index)
    const claim = { index, leafHash: bytes(leafHash), proof: hashes.map(bytes) }
    expect(verifyInclusion(claim, treeOf(head))).toBe(true)
    expect(verifyInclusion({ ...claim, index: index + 1 }, treeOf(head))).toBe(false)
    expect(openCheckpoint(head.checkpoint, await keys())).toMatchObject({
      ok: true,
      checkpoint: { size: head.size, root: bytes(head.root) },
    })
    const grown = data.consistencyProof
    expect(verifyConsistency(treeOf(older), treeOf(grown.head), grown.hashes.map(bytes))).toBe(true)
    expect(older.size).toBeLessThan(grown.head.size)
  })

  it('an officer has those entries proved that are about the officer, and no others', async () => {
    const self = hub.as('officer')
    await self.ask('query Myself { officers { nodes { id name { family } } } }')
    const own = await self.ask<{ disclosures: { nodes: { id: string }[] } }>(
      '{ disclosures(first: 1) { nodes { id } } }',
    )
    const proof = async (entry: string | undefined) =>
      (await self.ask<Proofs>('query ($entry: ID!) { inclusionProof(entry: $entry) { index } }', { entry })).data
    const [others] = (await read({ filter: { officer: officer.officerId } })).nodes
    expect(await proof(own.data?.disclosures.nodes[0]?.id)).toEqual({
      inclusionProof: { index: expect.any(Number) as unknown },
    })
    expect(await proof(others?.id)).toEqual({ inclusionProof: null })
    expect(await proof('dsc_00000000000000000000000000')).toEqual({ inclusionProof: null })
  })

  it('a size that the tree has not had is refused', async () => {
    const answer = await auditor().ask('{ consistencyProof(from: 1000000) { from } }')
    expect(codes(answer)).toEqual(['BAD_INPUT'])
  })
})
