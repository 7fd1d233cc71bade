import { auditServer } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoToken } from '../../hub/demo-token.js'
import { openTestHub, type TestHub } from '../support/hub.js'
import { TEST_NOW } from '../support/now.js'

let hub: TestHub
let url: string
let token: string
beforeAll(async () => {
  hub = await openTestHub()
  url = `${await hub.app.listen({ host: '127.0.0.1', port: 0 })}/graphql`
  token = await demoToken('grants', {}, hub.database.config, () => TEST_NOW)
})
afterAll(() => hub.close())

/** Every audit's own request, with a token (some ask about the schema) and what else is given. */
const fetchWith =
  (added: Readonly<Record<string, string>>): typeof fetch =>
  (input, init) =>
    fetch(input, { ...init, headers: { authorization: `Bearer ${token}`, ...added, ...(init?.headers as object) } })

describe('GraphQL over HTTP, by the audits of graphql-http', () => {
  it('holds in all 61, with the header that the protection against CSRF asks for', async () => {
    const results = await auditServer({ url, fetchFn: fetchWith({ 'x-comity-csrf': '1' }) })
    expect(results).toHaveLength(61)
    expect(results.filter(({ status }) => status !== 'ok')).toEqual([])
  })

  it('without that header, those that GET are refused', async () => {
    const results = await auditServer({ url, fetchFn: fetchWith({}) })
    const refused = results.flatMap((result) => (result.status === 'ok' ? [] : [result.id]))
    expect(refused).toEqual(['5A70', 'D6D5', '6A70'])
  })
})
