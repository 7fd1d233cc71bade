import { ComityError } from '../../contract/errors.js'

/** No GraphQL request, for a reason that HTTP has a status of its own for (RFC 9110): 413, 415. */
export class RequestRefused extends ComityError {
  constructor(
    readonly status: number,
    detail: string,
  ) {
    super('REQUEST_INVALID', detail)
  }
}
