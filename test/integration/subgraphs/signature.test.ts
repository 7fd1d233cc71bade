import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SUBGRAPHS, type SubgraphName } from '../../../contract/viewer.js'
import { SIGNATURE_LIFE } from '../../../contract/signature.js'
import { CAST } from '../../../prisma/seed/index.js'
import { TEST_NOW } from '../../support/now.js'
import { openSubgraphs, type Subgraphs, viewerOf } from '../../support/subgraphs.js'

let subgraphs: Subgraphs
beforeAll(async () => {
  subgraphs = await openSubgraphs()
})
afterAll(() => subgraphs.close())

// Virginia's analyst may know of Okonquist-Hale: with a signature, each of these answers.
const viewer = viewerOf('commission')
const { decertified } = CAST

const REPRESENTATION: Record<SubgraphName, object> = {
  agencies: { __typename: 'Agency', id: decertified.agencyId },
  officers: { __typename: 'Officer', id: decertified.officerId },
  incidents: { __typename: 'Incident', id: decertified.incidentIds['decertification'] },
  credentials: { __typename: 'Certification', id: decertified.certificationIds[0] },
}

function requestsOf(name: SubgraphName) {
  const representations = [REPRESENTATION[name]]
  return [
    { what: '_service', query: '{ _service { sdl } }', variables: {} },
    {
      what: '_entities',
      query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }`,
      variables: { representations },
    },
  ]
}

const CASES = SUBGRAPHS.flatMap((name) => requestsOf(name).map((request) => ({ name, ...request })))
const REFUSED = { data: null, errors: [{ extensions: { code: 'SIGNATURE_REFUSED' } }] }

function altered(signature: string, change: (claims: Record<string, unknown>) => object): string {
  const [header, payload = '', mac] = signature.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
  return [header, Buffer.from(JSON.stringify(change(claims))).toString('base64url'), mac].join('.')
}

describe.each(CASES)('$name, $what', ({ name, query, variables }) => {
  const sign = (clock = () => TEST_NOW) => subgraphs.sign(name, viewer, query, variables, clock)
  const send = (signature: string, body = { query, variables }) => subgraphs.send(name, { ...body, signature })

  it('answers its gateway, once: replayed, the same signature is refused', async () => {
    const signature = sign()
    const { data, errors } = await send(signature)
    expect(errors).toEqual([])
    expect(JSON.stringify(data)).toMatch(/type |__typename/)
    expect(await send(signature)).toMatchObject(REFUSED)
  })

  it('answers nothing without a signature', async () => {
    for (const none of ['', '..', 'null', 'Bearer x']) expect(await send(none)).toMatchObject(REFUSED)
  })

  it('answers nothing to an expired signature, nor to one from the future', async () => {
    const at = (seconds: number) => () => new Date(TEST_NOW.getTime() + seconds * 1_000)
    expect(await send(sign(at(-SIGNATURE_LIFE)))).toMatchObject(REFUSED)
    expect(await send(sign(at(SIGNATURE_LIFE)))).toMatchObject(REFUSED)
  })

  it('answers nothing to a signature for another subgraph', async () => {
    for (const other of SUBGRAPHS.filter((subgraph) => subgraph !== name)) {
      expect(await send(subgraphs.sign(other, viewer, query, variables))).toMatchObject(REFUSED)
    }
  })

  it('answers nothing to another body under the signature', async () => {
    const more = { query: `${query} `, variables }
    expect(await send(sign(), more)).toMatchObject(REFUSED)
    const others = { query, variables: { ...variables, representations: [{ __typename: 'Officer', id: 'off_X' }] } }
    expect(await send(sign(), others)).toMatchObject(REFUSED)
  })

  it('answers nothing to a viewer, a day or rules that were changed after signing', async () => {
    const changes = [
      { viewer: { ...viewer, roles: ['AUDITOR'] } },
      { now: '2020-01-01T00:00:00.000Z' },
      { policyVersion: '0'.repeat(64) },
    ]
    for (const change of changes) {
      expect(await send(altered(sign(), (claims) => ({ ...claims, ...change })))).toMatchObject(REFUSED)
    }
  })

  it('says the same, whatever is wrong', async () => {
    const texts = await Promise.all([
      send(''),
      send(sign(() => new Date(0))),
      send(sign(), { query: '{ __typename }', variables: {} }),
      send(altered(sign(), (claims) => ({ ...claims, viewer: viewerOf('auditor') }))),
    ])
    expect(new Set(texts.map(({ text }) => text)).size).toBe(1)
  })
})
