import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DisclosureEntryInput } from '../../../contract/disclosure-log.js'
import { ComityError } from '../../../contract/errors.js'
import { CAST } from '../../../prisma/seed/index.js'
import { openTestHub, type TestHub } from '../../support/hub.js'
import { checked, named, rowsOf } from '../officers/checks.js'

const { decertified } = CAST
const AGENCIES = '{ agencies(first: 2) { nodes { name jurisdictionCode } } }'
/** Of an agency with its officers: two parts, of which one may not answer. */
const WITH_OFFICERS = '{ agencies(first: 2) { nodes { name officers(first: 1) { nodes { id } } } } }'
const codes = (errors: readonly { readonly extensions: { readonly code: string } }[]) => [
  ...new Set(errors.map(({ extensions }) => extensions.code)),
]

let isAway = false
const entries: DisclosureEntryInput[] = []
const log = {
  append(entry: DisclosureEntryInput): Promise<string> {
    if (isAway) return Promise.reject(new ComityError('AUDIT_UNAVAILABLE'))
    return Promise.resolve(`dsc_${entries.push(entry)}`)
  },
  close: () => Promise.resolve(),
}
let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub({ log })
})
afterAll(() => hub.close())

const health = async () => (await hub.app.inject('/health/live')).json<object>()

describe('The disclosure log does not take entries', () => {
  it('no person leaves, whoever asks; what is public, and health, answer as before', async () => {
    const before = await hub.as('public').ask(AGENCIES)
    const { client } = await checked(hub, 'AWAY-1', named(decertified, { dateOfBirth: decertified.dobText }))
    const person = `{ officer(id: "${decertified.officerId}") { id name { given family } } }`
    const shown = await client.ask(person)
    expect(shown.text).toContain(decertified.name.family)
    isAway = true
    try {
      const hidden = await client.ask(person)
      expect([hidden.status, hidden.data, codes(hidden.errors)]).toEqual([503, null, ['AUDIT_UNAVAILABLE']])
      expect(hidden.text).not.toContain(decertified.name.family)
      const checkedNow = await hub
        .as('hiring-sheriff', { caseReference: 'AWAY-2' })
        .ask('{ officers(first: 5) { nodes { id } } }')
      expect(checkedNow.text).not.toMatch(/off_/)
      expect(await hub.as('public').ask(AGENCIES)).toEqual(before)
      expect(await health()).toEqual({ status: 'live' })
    } finally {
      isAway = false
    }
    expect((await client.ask(person)).data).toEqual(shown.data)
  })
})

describe('The tables of persons cannot be read', () => {
  const rename = (from: string, to: string) => rowsOf(hub, `ALTER SCHEMA ${from} RENAME TO ${to}`)

  it('agencies answer with the gap named, and no part of it looks like an empty list', async () => {
    const auditor = hub.as('auditor')
    const whole = await auditor.ask<{ agencies: { nodes: readonly { name: string }[] } }>(WITH_OFFICERS)
    expect(whole.errors).toEqual([])
    await rename('officers', 'officers_away')
    try {
      const { data, errors } = await auditor.ask(WITH_OFFICERS)
      expect(data).toEqual({
        agencies: { nodes: whole.data?.agencies.nodes.map(({ name }) => ({ name, officers: null })) },
      })
      expect(codes(errors)).toEqual(['INTERNAL'])
      expect((await hub.as('public').ask(AGENCIES)).errors).toEqual([])
      expect(await health()).toEqual({ status: 'live' })
    } finally {
      await rename('officers_away', 'officers')
    }
    expect((await auditor.ask(WITH_OFFICERS)).data).toEqual(whole.data)
  })
})
