import type { IncomingHttpHeaders } from 'node:http'
import { ComityError } from '../../contract/errors.js'

/** Headers that a page of another site cannot send without a preflight request, which is answered with a refusal here. */
const CSRF_HEADERS = ['x-comity-csrf', 'apollo-require-preflight', 'x-apollo-operation-name'] as const

/**
 * A request that any page may send without asking first (Fetch, "CORS-safelisted") is refused: a GET needs one of the
 * headers; a POST is safe by its content type, application/json, which such a page cannot send either.
 * @throws ComityError CSRF_REFUSED
 */
export function assertNoCsrf(method: string, headers: IncomingHttpHeaders): void {
  if (method === 'POST') return
  if (!CSRF_HEADERS.some((name) => String(headers[name] ?? '').trim() !== '')) {
    throw new ComityError('CSRF_REFUSED', `GET needs one of ${CSRF_HEADERS.join(', ')}, with any value.`)
  }
}
