import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALL_LAYERS } from '../../../subgraphs/kit/layers.js'
import { openTestHub, type TestHub } from '../../support/hub.js'
import { query } from '../../support/queries.js'
import { ROOT, sources } from '../../support/sources.js'

/** Neither gateway nor shield asks: what refuses here is the operation itself (subgraphs/kit/operation.ts). */
let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub({ gatewayFilter: false, layers: { ...ALL_LAYERS, shield: false } })
})
afterAll(() => hub.close())

const AUTHORIZATION = {
  instrument: 'CONSENT',
  reference: 'R-1',
  citation: 'Council Resolution (synthetic instrument)',
  purposes: ['J'],
  recipients: ['*'],
  classes: ['P1'],
  kinds: ['*'],
  from: '2026-11-24',
  until: '2027-11-01',
}
const BUNDLE = { jurisdiction: 'US-CA', effectiveFrom: '2026-12-01', keyId: 'none', signature: 'AAAA' }

const LINK = 'lnk_00000000000000000000000000'
const ASKED: Readonly<Record<string, readonly [text: string, variables?: Readonly<Record<string, unknown>>]>> = {
  disclosureLog: ['{ disclosureLog { nodes { id } totalCount { value } } }'],
  unusualAccess: ['{ unusualAccess { nodes { id } totalCount { value } } }'],
  treeHead: ['{ treeHead { size } }'],
  inclusionProof: ['{ inclusionProof(entry: "dsc_00000000000000000000000000") { index } }'],
  consistencyProof: ['{ consistencyProof(from: 0) { from } }'],
  bundles: ['{ bundles { text } }'],
  publishBundle: [query('publish-bundle'), { input: { ...BUNDLE, text: '// nothing' } }],
  withdrawBundle: [query('withdraw-bundle'), { input: BUNDLE }],
  authorizations: ['{ authorizations { id } }'],
  previewAuthorization: [query('preview-authorization'), { input: AUTHORIZATION }],
  recordAuthorization: [query('record-authorization'), { input: AUTHORIZATION }],
  officerLinks: ['{ officerLinks { nodes { id } totalCount { value } } }'],
  proposeOfficerLinks: [
    'mutation { proposeOfficerLinks(input: { officerId: "off_00000000000000000000000000" }) { id } }',
  ],
  adjudicateOfficerLink: [
    `mutation { adjudicateOfficerLink(input: { linkId: "${LINK}", decision: REJECT, reason: "none" }) { id } }`,
  ],
  unlinkOfficers: [`mutation { unlinkOfficers(input: { linkId: "${LINK}", reason: "none" }) { id } }`],
  claimNotMe: [`mutation { claimNotMe(input: { endId: "${LINK}.1", statement: "none" }) { id } }`],
  revokeAuthorization: ['mutation { revokeAuthorization(id: "aut_00000000000000000000000000") { id } }'],
}

describe('An operation that is not open to the viewer is refused by itself, whatever else is switched off', () => {
  it('is asked of every operation that decides so', () => {
    const texts = sources('subgraphs').map((path) => readFileSync(join(ROOT, path), 'utf8'))
    const deciding = texts.flatMap((text) =>
      [...text.matchAll(/permitted\(\s*context,\s*'(?:Query|Mutation)',\s*'(\w+)'/g)].map(([, name]) => name ?? ''),
    )
    expect(Object.keys(ASKED).sort()).toEqual([...new Set(deciding)].sort())
  })

  it.each(Object.entries(ASKED))('%s', async (name, [text, variables]) => {
    for (const persona of ['hiring-city', 'grants', 'public']) {
      const { data, errors } = await hub.as(persona).ask(text, variables)
      expect([persona, data, errors.map(({ extensions }) => extensions.code)]).toEqual([
        persona,
        { [name]: null },
        ['NOT_PERMITTED'],
      ])
    }
  })
})
