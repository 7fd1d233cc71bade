import { CATALOGUE, type ErrorCode } from '../../contract/errors.js'
import type { FuzzAnswer } from './send.js'

/** A stack, a path of the hub's own, SQL, or a word of what is beneath it. */
const FROM_WITHIN =
  /\n\s+at |node_modules|\.[tj]s:\d|\bSELECT\b.*\bFROM\b|\bINSERT INTO\b|prisma|postgres|pglite|\bECONN|\bENOENT|TypeError|RangeError|Did you mean/i

interface ShownError {
  readonly extensions?: { readonly code?: string; readonly requestId?: string; readonly whatToDo?: string }
}

/** What no answer may be, whatever was asked; empty where nothing is wrong. */
export function faultsOf({ status, body }: FuzzAnswer, complete: boolean): readonly string[] {
  if (status === null) return complete ? ['no answer'] : []
  const errors = errorsIn(body)
  const uncatalogued = errors.filter(({ extensions }) => !isCatalogued(extensions))
  return [
    ...(status >= 500 && !isDesigned(status, errors) ? [`status ${status}`] : []),
    ...(FROM_WITHIN.test(body) ? ['tells of what is within'] : []),
    ...(status >= 400 && errors.length === 0 && body !== '' ? [`status ${status} without an error`] : []),
    ...(uncatalogued.length > 0 ? ['an error that is not of the catalogue'] : []),
    ...(errors.some(({ extensions }) => extensions?.code === 'INTERNAL') ? ['INTERNAL'] : []),
  ]
}

/** The catalogue's own 503: overload, or a part that does not answer. */
function isDesigned(status: number, errors: readonly ShownError[]): boolean {
  const [first] = errors
  return status === 503 && CATALOGUE[first?.extensions?.code as ErrorCode]?.status === 503
}

function isCatalogued(extensions: ShownError['extensions']): boolean {
  return Object.hasOwn(CATALOGUE, extensions?.code ?? '') && /^req_/.test(extensions?.requestId ?? '')
}

function errorsIn(body: string): readonly ShownError[] {
  try {
    return (JSON.parse(body) as { errors?: readonly ShownError[] } | null)?.errors ?? []
  } catch {
    return []
  }
}
