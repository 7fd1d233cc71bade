import { describe, expect, it } from 'vitest'
import { ComityError } from '../../../contract/errors.js'
import { readManifest, sha256 } from '../../../gateway/operations/manifest.js'

const SDL = 'type Query { agency(id: ID!): Agency } type Agency { id: ID! name: String agency: Agency }'
const NAME = 'query Name($id: ID!) { agency(id: $id) { name } }'
const ID = '{ agency(id: "a") { id } }'

function faultsOf(manifest: unknown): readonly string[] {
  try {
    readManifest(typeof manifest === 'string' ? manifest : JSON.stringify(manifest), SDL)
    return []
  } catch (error) {
    if (!(error instanceof ComityError) || error.code !== 'CONFIG_INVALID') throw error
    const faults = error.extensions.faults as { variable: string; is: string; mustBe: string }[]
    expect(faults.every(({ variable }) => variable === 'COMITY_OPERATIONS_FILE')).toBe(true)
    return faults.map(({ is, mustBe }) => `${is}: ${mustBe}`)
  }
}

describe('A manifest of persisted operations', () => {
  const both = new Map([NAME, ID].map((text) => [sha256(text), text]))

  it('is a map of hashes to documents', () => {
    expect(readManifest(JSON.stringify(Object.fromEntries(both)), SDL)).toEqual(both)
  })

  it('or what Apollo’s generator writes', () => {
    const operations = [...both].map(([id, body]) => ({ id, name: 'Name', type: 'query', body }))
    const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations }
    expect(readManifest(JSON.stringify(manifest), SDL)).toEqual(both)
  })

  it.each([
    ['no JSON', '{', ['the file: not JSON']],
    [
      'another form',
      { format: 'apollo-persisted-query-manifest', version: 2, operations: [] },
      ['the file: must be { "<sha256>": "<document>" }, or a persisted query manifest of version 1'],
    ],
    [
      'a hash that is another document’s',
      { [sha256(ID)]: NAME },
      [`operation ${sha256(ID)}: is not the SHA-256 of its document, in lowercase hexadecimal`],
    ],
    [
      'a field that is not in the schema, without a suggestion of another',
      { [sha256('{ agenzy { id } }')]: '{ agenzy { id } }' },
      [`operation ${sha256('{ agenzy { id } }')}: Cannot query field "agenzy" on type "Query".`],
    ],
  ])('is refused by name: %s', (_what, manifest, faults) => {
    expect(faultsOf(manifest).map((fault) => fault.replace(/ Did you mean.*/, ''))).toEqual(faults)
  })

  it('names every fault at once', () => {
    const deep = `{ agency(id: "a") ${'{ agency '.repeat(19)}{ id }${'}'.repeat(19)} }`
    const nested = `{ agency(id: ${'['.repeat(70)}${']'.repeat(70)}) { id } }`
    const manifest = { [sha256(deep)]: deep, [sha256(nested)]: nested, [sha256('{')]: '{' }
    expect(faultsOf(manifest).map((fault) => fault.slice(fault.indexOf(': ') + 2))).toEqual([
      expect.stringMatching(/^exceeds the budget: \d+ levels of nested fields; at most \d+$/),
      'nests brackets more than 64 deep',
      'It does not parse at line 1, column 2.',
    ])
  })
})
