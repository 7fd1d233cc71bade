export const JSON_TYPE = 'application/json'
export const RESPONSE_TYPE = 'application/graphql-response+json'

/** In which of GraphQL over HTTP's two forms an answer is read, and whether the client named the older one. */
export interface AnswerForm {
  readonly type: typeof JSON_TYPE | typeof RESPONSE_TYPE
  /**
   * A client that names application/json reads its errors in the body and takes any other status than 200 for a fault of
   * the network. One that names nothing is told by the status as well.
   */
  readonly legacyStatus: boolean
}

/** The value of Accept -> the form. Whoever asks for neither gets JSON: a refusal would say less. */
export function answerForm(accept: string | undefined): AnswerForm {
  const older = weightOf(accept, JSON_TYPE)
  const newer = weightOf(accept, RESPONSE_TYPE)
  if (newer > 0 && newer >= older) return { type: RESPONSE_TYPE, legacyStatus: false }
  return { type: JSON_TYPE, legacyStatus: older > 0 }
}

/**
 * GraphQL over HTTP, 6.4.1: in the older form a request that is well-formed is answered with 200, whatever is wrong with
 * its operation. What is no GraphQL request keeps its status, and so does what HTTP has a status for.
 */
export const statusOfOperation = (form: AnswerForm, status: number): number =>
  form.legacyStatus && status === 400 ? 200 : status

export const contentType = ({ type }: AnswerForm): string => `${type}; charset=utf-8`

/** `q` of a media type that is named itself (RFC 9110, 12.5.1); 0 where it is not, or not wanted. */
function weightOf(accept: string | undefined, type: string): number {
  for (const range of (accept ?? '').split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    if (name !== type) continue
    const q = parameters.find((parameter) => parameter.startsWith('q='))
    const weight = q === undefined ? 1 : Number(q.slice('q='.length))
    return Number.isNaN(weight) ? 0 : weight
  }
  return 0
}
