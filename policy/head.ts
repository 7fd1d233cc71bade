import type { Annotations, Effect } from '@cedar-policy/cedar-wasm/nodejs'
import type { Citation, PolicyHead } from './types.js'

const REQUIRED = ['id', 'title', 'cite', 'citeRole', 'citeStatus'] as const
const OPTIONAL = ['checkedOn', 'source', 'reveals', 'effectiveFrom', 'effectiveUntil'] as const
const ROLES: readonly string[] = ['DESIGN_BASIS', 'AUTHORITY']
const STATUSES: readonly string[] = ['CHECKED', 'UNCHECKED']
/** The order is a specification here, its legal force not asserted (rulings.md). */
const ORDER = /^EO 13929\b/

/**
 * A policy's annotations as its head, or what is wrong with them. `sources` are those in the repository, by path.
 */
export function readHead(
  effect: Effect,
  annotations: Annotations = {},
  sources: Readonly<Record<string, string>> = {},
): PolicyHead | string {
  const missing = REQUIRED.filter((name) => !annotations[name]?.trim())
  if (missing.length > 0) return `annotation ${missing.map((name) => `@${name}`).join(', ')} is missing or empty`
  const known: readonly string[] = [...REQUIRED, ...OPTIONAL]
  const unknown = Object.keys(annotations).filter((name) => !known.includes(name))
  if (unknown.length > 0) return `annotation ${unknown.map((name) => `@${name}`).join(', ')} is not known`
  const { id, title, cite, citeRole, citeStatus, checkedOn, source, reveals } = annotations as Record<
    string,
    string | undefined
  >
  if (!/^[A-Z][A-Z0-9-]*$/.test(id as string)) return `@id("${id}") is not of the form ABC-1`
  const fault =
    citationFault(cite as string, citeRole as string, citeStatus as string, checkedOn) ??
    sourceFault(cite as string, citeStatus as string, source, sources)
  if (fault) return fault
  if (reveals !== undefined && reveals !== 'reason') return '@reveals knows "reason" only'
  return {
    id: id as string,
    title: title as string,
    effect,
    citation: {
      text: cite as string,
      role: citeRole as Citation['role'],
      status: citeStatus as Citation['status'],
      checkedOn: checkedOn ?? null,
    },
    revealsReason: reveals === 'reason',
  }
}

function citationFault(cite: string, role: string, status: string, checkedOn: string | undefined): string | null {
  if (!ROLES.includes(role)) return `@citeRole("${role}") is neither ${ROLES.join(' nor ')}`
  if (!STATUSES.includes(status))
    return `@citeStatus("${status}") is neither ${STATUSES.join(' nor ')}; a revoked source carries no rule`
  if (ORDER.test(cite) && role !== 'DESIGN_BASIS') return 'EO 13929 is the design basis, never the authority'
  if ((status === 'CHECKED') !== (checkedOn !== undefined))
    return '@checkedOn goes with @citeStatus("CHECKED"), and only with it'
  if (checkedOn !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(checkedOn)) return `@checkedOn("${checkedOn}") is no date`
  return null
}

/** Checked is what was compared with its source, and the source lies where whoever doubts it can read it. */
function sourceFault(
  cite: string,
  status: string,
  source: string | undefined,
  sources: Readonly<Record<string, string>>,
): string | null {
  if (source !== undefined && sources[source] === undefined)
    return `@source("${source}") is no source in the repository`
  if (source !== undefined && status !== 'CHECKED') return '@source goes with @citeStatus("CHECKED")'
  if (status === 'CHECKED' && source === undefined && !ORDER.test(cite))
    return "only the order's own text is CHECKED without a @source in the repository"
  return null
}
