import { beforeAll, describe, expect, it } from 'vitest'
import { composeSupergraph } from '../../gateway/compose.js'
import { subgraphSchemas } from '../../hub/schemas.js'
import { FIELDS } from '../../policy/index.js'
import { CASES } from './cases/index.js'
import { coordinatesOf, freeTextBelowP5, stale, unclassified } from './support/coordinates.js'
import { typeOf } from './support/decide-case.js'
import { POLICIES } from './support/policy.js'

describe('every policy has a case that it decides and one that it leaves alone', () => {
  it.each(POLICIES.rules.map((rule) => [rule.head.id, rule] as const))('%s', (id, rule) => {
    const decided = CASES.filter((one) => ('allow' in one && one.allow === id) || ('deny' in one && one.deny === id))
    expect(decided, `${id} decides no case: add one to test/policy/cases`).not.toHaveLength(0)
    const always = rule.condition.op === 'and' && rule.condition.of.length === 0
    const spared = CASES.filter((one) => one.spares === id).filter(
      (one) => always || (rule.actions.has(one.action) && (rule.type === null || rule.type === typeOf(one))),
    )
    expect(spared, `${id} leaves no case alone of those on which it could speak`).not.toHaveLength(0)
  })

  it('names policies that exist', () => {
    const ids = new Set(POLICIES.heads.map(({ id }) => id))
    const named = CASES.flatMap((one) => [
      ...('allow' in one ? [one.allow] : 'deny' in one ? [one.deny] : []),
      ...(one.spares ? [one.spares] : []),
    ])
    expect(named.filter((id) => !ids.has(id))).toEqual([])
  })
})

describe('every policy says what it is and where it comes from', () => {
  it.each(POLICIES.rules.map((rule) => [rule.head.id, rule] as const))('%s', (_id, { head, source }) => {
    const { title, citation } = head
    expect(title).toMatch(/^[A-Z].{10,160}[^.]$/)
    expect(citation.text).not.toBe('')
    // Checked is the order's own text, and what lies in the repository (rulings.md).
    expect(citation.status).toBe(citation.text.startsWith('EO 13929') || source !== null ? 'CHECKED' : 'UNCHECKED')
    if (citation.text.startsWith('EO 13929')) expect(citation.role).toBe('DESIGN_BASIS')
  })
})

describe('every field of the four subgraphs is in exactly one class', () => {
  let coordinates: readonly string[]
  beforeAll(async () => {
    const schemas = await subgraphSchemas()
    composeSupergraph(schemas)
    coordinates = [...new Set(schemas.flatMap(({ schema }) => coordinatesOf(schema)))].sort()
  })

  it('sees them all, so that what follows is not vacuous', () => {
    expect(coordinates.length).toBeGreaterThan(150)
    for (const type of ['Agency', 'Officer', 'Incident', 'Certification']) expect(coordinates).toContain(`${type}.id`)
  })

  it('and none is in no rule: it would be withheld from everyone', () => {
    expect(unclassified(coordinates)).toEqual([])
  })

  it('and no rule is about a field that is gone', () => {
    expect(stale(coordinates)).toEqual([])
  })

  it('and free text is in P5 or higher', () => {
    expect(freeTextBelowP5(coordinates)).toEqual([])
  })

  it('names a field that nobody classified', () => {
    expect(unclassified(['Officer.name', 'Officer.shoeSize', 'OfficerConnection.edges', 'PageInfo.endCursor'])).toEqual(
      ['Officer.shoeSize'],
    )
    expect(stale(Object.keys(FIELDS).filter((coordinate) => coordinate !== 'Officer.name'))).toEqual(['Officer.name'])
    expect(freeTextBelowP5(['Incident.groundRaw', 'Officer.remarks'])).toEqual(['Officer.remarks'])
  })
})
