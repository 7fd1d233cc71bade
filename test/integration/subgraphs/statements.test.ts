import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHub, type TestHub } from '../../support/hub.js'
import { query } from '../../support/queries.js'

interface Nodes<T> {
  readonly nodes: readonly T[]
}

interface Answer {
  readonly officers: Nodes<{
    readonly employments: Nodes<{ readonly agency: { readonly name: string } | null }>
    readonly incidents: Nodes<unknown>
    readonly certifications: Nodes<unknown>
  }>
}

let statements = 0
let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub({ onStatement: () => (statements += 1) })
})
afterAll(() => hub.close())

/** One query through all four subgraphs, by a commission that sees a whole State. */
async function ask(first: number) {
  statements = 0
  const { data, errors } = await hub.as('commission').ask<Answer>(query('fifty-officers'), { first })
  expect(errors).toEqual([])
  return { statements, officers: data?.officers.nodes ?? [] }
}

it('Fifty officers with agencies, incidents and certificates cost as many SQL statements as one', async () => {
  // Reference data are read once a process.
  await ask(1)
  const ten = await ask(10)
  const fifty = await ask(50)
  expect([ten.officers.length, fifty.officers.length]).toEqual([10, 50])
  for (const list of ['employments', 'incidents', 'certifications'] as const) {
    expect(fifty.officers.flatMap((officer) => officer[list].nodes).length).toBeGreaterThan(10)
  }
  expect(fifty.officers.every((officer) => officer.employments.nodes.every(({ agency }) => agency !== null))).toBe(true)
  expect(ten.statements).toBeGreaterThan(10)
  expect(fifty.statements).toBe(ten.statements)
})
