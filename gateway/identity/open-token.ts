import { ComityError } from '../../contract/errors.js'
import { claimInvalid } from './claims.js'
import { ALGORITHMS, type Algorithm } from './issuers.js'
import { hasDuplicateMembers } from './strict-json.js'

/** No issuer's token of a few claims comes near; a longer header is an attack on the parser. */
const MAX_TOKEN_LENGTH = 8_192

/** Compact JWS of RFC 7515: three parts of base64url. */
const FORM = /^[\w-]+\.[\w-]+\.[\w-]*$/

/**
 * Headers by which a token would bring its own key, or its own rules of reading (RFC 7515 4.1.2 to 4.1.6 and 4.1.11,
 * RFC 7797, RFC 7516). No token that the hub accepts needs one; that a library would ignore it is no reason to.
 */
const REFUSED_HEADERS = ['jwk', 'jku', 'x5u', 'x5c', 'crit', 'b64', 'enc', 'zip'] as const

/** RFC 7519 5.1 and RFC 9068 2.1; media types are written without `application/`, in any case. None at all is `JWT`. */
const ACCEPTED_TYPES: readonly unknown[] = [undefined, 'jwt', 'at+jwt']

/** Claims of an ID token (OpenID Connect Core 2, 3.1.3.6) or of an event: they were made for somebody else's eyes. */
const OTHER_KINDS = ['nonce', 'at_hash', 'c_hash', 'events'] as const

/** An id, not a path or an address: it is looked for among the issuer's keys and goes nowhere else. */
const KID = /^(?!.*\.\.)[A-Za-z0-9._~:+/=@-]{1,256}$/

/** What a token says before anything of it is believed. */
export interface OpenedToken {
  readonly algorithm: Algorithm
  readonly iss: string
}

/**
 * Refuses what no honest token is like, before a key is looked for.
 * @throws ComityError UNAUTHENTICATED, TOKEN_TOO_LONG, TOKEN_AMBIGUOUS, TOKEN_HEADER_REFUSED, TOKEN_UNSIGNED,
 * TOKEN_ALGORITHM_REFUSED, TOKEN_TYPE_REFUSED, TOKEN_KID_REFUSED, TOKEN_CLAIMS_INVALID
 */
export function openToken(token: string): OpenedToken {
  if (token.length > MAX_TOKEN_LENGTH) throw new ComityError('TOKEN_TOO_LONG')
  if (!FORM.test(token)) throw new ComityError('UNAUTHENTICATED')
  const [head = '', body = '', signature] = token.split('.')
  const header = readPart(head)
  const brought = REFUSED_HEADERS.find((name) => name in header)
  if (brought !== undefined) throw new ComityError('TOKEN_HEADER_REFUSED', `It is ${brought}.`)
  const algorithm = algorithmOf(header['alg'], signature === '')
  if (!ACCEPTED_TYPES.includes(typeOf(header['typ']))) throw new ComityError('TOKEN_TYPE_REFUSED')
  if ('kid' in header && !(typeof header['kid'] === 'string' && KID.test(header['kid'])))
    throw new ComityError('TOKEN_KID_REFUSED')
  const payload = readPart(body)
  if (OTHER_KINDS.some((name) => name in payload)) throw new ComityError('TOKEN_TYPE_REFUSED')
  const { iss } = payload
  if (typeof iss !== 'string') throw claimInvalid('iss', iss === undefined ? 'is missing' : 'must be text')
  return { algorithm, iss }
}

function readPart(part: string): Readonly<Record<string, unknown>> {
  let text: string
  let value: unknown
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(part, 'base64url'))
    value = JSON.parse(text)
  } catch {
    throw new ComityError('UNAUTHENTICATED')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ComityError('UNAUTHENTICATED')
  // Of two members, one reader takes the first and another the last: RFC 7515 4, RFC 7519 4.
  if (hasDuplicateMembers(text)) throw new ComityError('TOKEN_AMBIGUOUS')
  // Without a prototype, `in` asks the token alone.
  return Object.assign(Object.create(null), value) as Readonly<Record<string, unknown>>
}

function algorithmOf(alg: unknown, isUnsigned: boolean): Algorithm {
  if (isUnsigned || alg === undefined || (typeof alg === 'string' && alg.toLowerCase() === 'none'))
    throw new ComityError('TOKEN_UNSIGNED')
  const algorithm = ALGORITHMS.find((known) => known === alg)
  if (algorithm === undefined) throw new ComityError('TOKEN_ALGORITHM_REFUSED')
  return algorithm
}

function typeOf(typ: unknown): unknown {
  return typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : typ
}
