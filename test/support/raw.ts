import type { TestHub } from './hub.js'
import { refusalOf } from './refusal.js'

const JSON_TYPE = { 'content-type': 'application/json' }

/** What no form of a page of another site can send. */
export const CSRF = { 'x-comity-csrf': '1' }

type Headers = Readonly<Record<string, string>>

/** A POST to /graphql as it is written: bytes and text as they are, anything else as JSON. */
export function send(hub: TestHub, payload: unknown, headers: Headers = {}) {
  const body = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload)
  return hub.app.inject({ method: 'POST', url: '/graphql', headers: { ...JSON_TYPE, ...headers }, payload: body })
}

export const get = (hub: TestHub, parameters: Headers, headers: Headers = CSRF) =>
  hub.app.inject({ method: 'GET', url: `/graphql?${new URLSearchParams(parameters).toString()}`, headers })

type Answer = Parameters<typeof refusalOf>[0]

/** Status, code; whatever the words are. */
export async function refused(sent: Answer | Promise<Answer>): Promise<readonly [number, string]> {
  const { status, code } = refusalOf(await sent)
  return [status, code]
}
