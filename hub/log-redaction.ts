import { traceOf } from '../gateway/log.js'

/**
 * Fields that a record of the log may have. What is in no list is withheld: a field that somebody adds without thinking of
 * it (`err`, `req`, `variables`, `viewer`) says only that it was there.
 */
const FIELDS: ReadonlySet<string> = new Set([
  'requestId',
  'reqId',
  'component',
  'subgraph',
  'method',
  'route',
  'status',
  'ms',
  'milliseconds',
  'error',
  'at',
  'reason',
  'fault',
  'rate',
])

const TEXT_MAX = 500
export const WITHHELD = '[withheld]'

/** Keys, tokens and passwords by their form, wherever in a text they stand. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)/g, WITHHELD],
  // A compact JWS or JWE: three parts or five, the first a JSON object in base64url.
  [/\beyJ[\w-]+\.[\w-]*\.[\w.-]*/g, WITHHELD],
  [/\b(Bearer|Basic|Comity) +[\w.~+/=-]+/gi, `$1 ${WITHHELD}`],
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, `$1${WITHHELD}@`],
]

export function redactText(text: string): string {
  let redacted = text.slice(0, TEXT_MAX)
  for (const [form, instead] of SECRETS) redacted = redacted.replace(form, instead)
  return redacted
}

/** A record's fields as they may be written. */
export function redactFields(fields: object): Record<string, unknown> {
  // An error's own message may quote a row or a request.
  const named: object = fields instanceof Error ? traceOf(fields) : fields
  return Object.fromEntries(
    Object.entries(named).map(([name, value]) => [name, FIELDS.has(name) ? redactValue(value) : WITHHELD]),
  )
}

function redactValue(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.map(redactText)
  return WITHHELD
}
