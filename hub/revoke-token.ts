import type { Clock } from '../contract/clock.js'
import { ComityError } from '../contract/errors.js'
import { DEMO_ISSUER } from '../gateway/identity/issuers.js'
import type { Config } from './config.js'
import { trustedIssuers } from './trusted-issuers.js'
import { withOwner } from './with-owner.js'

export interface Revocation {
  readonly issuer: string
  /** Either one token, by its `jti`, … */
  readonly jti: string | null
  /** … or every token that a user (`sub`) or a partner's service (its client) has from before `issuedBefore`. */
  readonly subject: string | null
  /** ISO instant; null: now. */
  readonly issuedBefore: string | null
  /** For whoever reads the list: no person's data. */
  readonly reason: string
}

export interface RecordedRevocation {
  readonly issuer: string
  readonly jti: string | null
  readonly subject: string | null
  readonly issuedBefore: Date | null
  readonly reason: string
  readonly recordedAt: Date
}

const REVOKE = `
insert into hub.revoked_token (issuer, jti, subject, issued_before, reason, recorded_at)
values ($1, $2, $3, $4, $5, $6)`

const LIST = `
select issuer, jti, subject, issued_before as "issuedBefore", reason, recorded_at as "recordedAt"
  from hub.revoked_token
 where $1::text is null or issuer = $1
 order by seq desc
 limit $2`

/**
 * Adds to the list of revoked tokens, as the owner of the database. The list only grows; each process reads it with every
 * request that comes with a token.
 * @returns a sentence that says what is refused now
 * @throws ComityError BAD_INPUT, and those of opening the database
 */
export async function revokeToken(revocation: Revocation, config: Config, clock: Clock): Promise<string> {
  const { issuer, jti, subject } = revocation
  if ((jti === null) === (subject === null)) throw new ComityError('BAD_INPUT', 'name either --jti or --subject.')
  if (jti !== null && revocation.issuedBefore !== null)
    throw new ComityError('BAD_INPUT', '--issued-before belongs to --subject.')
  assertTrusted(issuer, config)
  const reason = revocation.reason.trim()
  if (!/^[^\p{C}]{1,200}$/u.test(reason))
    throw new ComityError('BAD_INPUT', '--reason must be one line of at most 200 characters.')
  const before = subject === null ? null : instantOf(revocation.issuedBefore, clock)
  await withOwner(config, clock, (client) => client.query(REVOKE, [issuer, jti, subject, before, reason, clock()]))
  return before === null
    ? `Token ${jti} of ${issuer} is refused from the next request on.`
    : `Tokens of ${subject} that ${issuer} issued before ${before.toISOString()} are refused from the next request on.`
}

/** The newest first. */
export function listRevocations(
  { issuer, limit }: { readonly issuer: string | null; readonly limit: number },
  config: Config,
  clock: Clock,
): Promise<readonly RecordedRevocation[]> {
  return withOwner(
    config,
    clock,
    async (client) => (await client.query<RecordedRevocation>(LIST, [issuer, limit])).rows,
  )
}

/** A misspelt issuer would revoke nothing, and say that it did. */
function assertTrusted(issuer: string, config: Config): void {
  const known = [...trustedIssuers(config).map((one) => one.issuer), DEMO_ISSUER]
  if (known.includes(issuer)) return
  throw new ComityError('BAD_INPUT', `--issuer must be in COMITY_ISSUERS_FILE, or the demo's: ${known.join(', ')}.`)
}

function instantOf(text: string | null, clock: Clock): Date {
  if (text === null) return clock()
  const instant = new Date(text)
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(text) || Number.isNaN(instant.getTime()))
    throw new ComityError('BAD_INPUT', '--issued-before must be an instant such as 2026-03-01T12:00:00Z.')
  return instant
}
