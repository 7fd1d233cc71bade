/** Whom the tour asks as: a persona of the demo, for what, in which case. */
export interface Asker {
  readonly persona: string
  readonly purpose?: string
  readonly caseReference?: string
}

export interface AnswerFault {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions: Readonly<Record<string, unknown>>
}

export interface Answer<Data> {
  readonly data: Data | null
  readonly errors: readonly AnswerFault[]
}

export interface Operation {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
}

/** Asks the running hub as any client would: GraphQL over HTTP, with a bearer token. */
export type Ask = <Data>(who: Asker, operation: Operation) => Promise<Answer<Data>>

/** What the tour needs of a hub. */
export interface TourHub {
  readonly ask: Ask
  /** The same hub with graphql-shield switched off. */
  readonly askWithoutShield: Ask
}

interface Body {
  readonly data?: unknown
  readonly errors?: readonly (Omit<AnswerFault, 'extensions'> & { readonly extensions?: AnswerFault['extensions'] })[]
}

/** An answer's body, read leniently: what is missing counts as nothing. The request's own number is no part of it. */
export function readAnswer<Data>(body: unknown): Answer<Data> {
  const { data = null, errors = [] } = (body ?? {}) as Body
  return {
    data: data as Data | null,
    errors: errors.map((error) => ({ ...error, extensions: withoutRequest(error.extensions ?? {}) })),
  }
}

function withoutRequest(extensions: AnswerFault['extensions']): AnswerFault['extensions'] {
  return Object.fromEntries(Object.entries(extensions).filter(([name]) => name !== 'requestId'))
}
