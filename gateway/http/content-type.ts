import type { IncomingMessage } from 'node:http'
import { RequestRefused } from './refusal.js'

const NOT_JSON = 'Its content type is not application/json.'
/** RFC 9110, 8.3.1: type/subtype, then parameters; nothing else of it is known here. */
const FORM = /^application\/json[ \t]*(?<parameters>(?:;[ \t]*(?:[a-z0-9-]+=(?:[\w.-]+|"[\w.-]+"))?[ \t]*)*)$/i
const CHARSET = /charset="?(?<charset>[\w.-]+)"?/gi

/**
 * Whether the body may be read as JSON in UTF-8. Two content types, or a charset in which the same bytes say something
 * else, would let a filter on the way read another request than the hub does.
 * @throws RequestRefused 415, 400
 */
export function assertJsonBody({ headers, rawHeaders }: IncomingMessage): void {
  const stated = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'content-type')
  if (stated.length > 1) throw new RequestRefused(400, 'It states its content type more than once.')
  const parameters = FORM.exec(headers['content-type']?.trim() ?? '')?.groups?.['parameters']
  if (parameters === undefined) throw new RequestRefused(415, NOT_JSON)
  const charsets = [...parameters.matchAll(CHARSET)].map((match) => match.groups?.['charset']?.toLowerCase())
  if (charsets.some((charset) => charset !== 'utf-8' && charset !== 'utf8')) {
    throw new RequestRefused(415, 'Its charset is not UTF-8.')
  }
  if ((headers['content-encoding'] ?? 'identity').trim().toLowerCase() !== 'identity') {
    throw new RequestRefused(415, 'Its body is encoded; send it as it is.')
  }
}
