import { Command } from 'commander'
import { readConfig } from '../../hub/config.js'
import { listRevocations, type RecordedRevocation, revokeToken } from '../../hub/revoke-token.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'

interface RevokeOptions {
  readonly issuer: string
  readonly jti?: string
  readonly subject?: string
  readonly issuedBefore?: string
  readonly reason: string
}

/** Lines of `revocations`; who wants more asks for an issuer. */
const LISTED = 200

/** `comity identity …` */
export function identityCommand(context: CliContext): Command {
  return new Command('identity')
    .summary('refuse tokens that an issuer has signed')
    .addCommand(revokeCommand(context))
    .addCommand(revocationsCommand(context))
}

function revokeCommand({ env, clock, out }: CliContext): Command {
  return new Command('revoke')
    .summary('revoke one token, or all of a user or of a service')
    .description(
      'Adds to the list of revoked tokens. Every process refuses them from the next request on (TOKEN_REVOKED). What is ' +
        'revoked stays revoked: the list only grows. A user whose tokens are revoked may sign in again, unless the instant ' +
        'lies in the future. Connects as the owner of the database. A hub may run meanwhile.',
    )
    .requiredOption('--issuer <iss>', 'who signed them, as in COMITY_ISSUERS_FILE')
    .option('--jti <id>', 'one token, by its jti')
    .option('--subject <sub>', "a user's sub, or a partner service's client: every token with it")
    .option(
      '--issued-before <instant>',
      'with --subject: those from before this instant, e.g. 2026-03-01T12:00:00Z (now)',
    )
    .requiredOption('--reason <text>', "one line for whoever reads the list; no person's data")
    .addHelpText(
      'after',
      `
Example:
  npx comity identity revoke --issuer https://idp.example.gov --subject 8f0c2a --reason 'badge reported stolen'
  npx comity identity revoke --issuer https://idp.example.gov --jti 6b1e77 --reason 'token seen in a log'
${exitCodes('the issuer is not trusted here, an option is malformed, or the database cannot be reached')}`,
    )
    .action(async ({ issuer, jti, subject, issuedBefore, reason }: RevokeOptions) => {
      const revocation = {
        issuer,
        jti: jti ?? null,
        subject: subject ?? null,
        issuedBefore: issuedBefore ?? null,
        reason,
      }
      out(`${await revokeToken(revocation, readConfig(env), clock)}\n`)
    })
}

function revocationsCommand({ env, clock, out }: CliContext): Command {
  return new Command('revocations')
    .summary('list what was revoked')
    .description(
      `Prints the ${LISTED} latest entries of the list of revoked tokens, the newest first: when, issuer, what, reason. Connects ` +
        'as the owner of the database. A hub may run meanwhile.',
    )
    .option('--issuer <iss>', 'of this issuer alone')
    .addHelpText(
      'after',
      `
Example:
  npx comity identity revocations --issuer https://idp.example.gov
${exitCodes('the database cannot be reached')}`,
    )
    .action(async ({ issuer }: { issuer?: string }) => {
      const listed = await listRevocations({ issuer: issuer ?? null, limit: LISTED }, readConfig(env), clock)
      out(listed.length === 0 ? 'Nothing is revoked.\n' : listed.map((one) => `${lineOf(one)}\n`).join(''))
    })
}

function lineOf({ issuer, jti, subject, issuedBefore, reason, recordedAt }: RecordedRevocation): string {
  const what = issuedBefore === null ? `jti ${jti}` : `subject ${subject} before ${issuedBefore.toISOString()}`
  return `${recordedAt.toISOString()}  ${issuer}  ${what}  ${reason}`
}
