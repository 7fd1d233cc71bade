import { GraphQLError } from 'graphql'

/** What a catalogued error tells its reader. `docs/generated/errors.md` is printed from this table. */
export interface CatalogueEntry {
  readonly status: number
  readonly meaning: string
  readonly whatToDo: string
  readonly since: string
}

/** Every error that leaves the hub is one of these: code, meaning, remedy. No subgraph text, no stack, no SQL. */
// prettier-ignore
export const CATALOGUE = {
  UNAUTHENTICATED: { status: 401, meaning: 'The bearer token is missing where one is needed, malformed, or its signature does not verify.', whatToDo: 'Send a token of a trusted issuer: Authorization: Bearer <token>.', since: '0.1.0' },
  TOKEN_EXPIRED: { status: 401, meaning: 'The bearer token has expired.', whatToDo: 'Get a new token from your issuer.', since: '0.1.0' },
  TOKEN_ISSUER_UNKNOWN: { status: 401, meaning: 'The token was issued by nobody this hub trusts.', whatToDo: 'Use an issuer that this hub names in its configuration.', since: '0.1.0' },
  TOKEN_ALGORITHM_REFUSED: { status: 401, meaning: 'The token is unsigned or signed with an algorithm that is not accepted.', whatToDo: 'Sign with an algorithm that the issuer is configured for.', since: '0.1.0' },
  TOKEN_CLAIMS_INVALID: { status: 401, meaning: 'A claim of the token is missing, malformed or contradicts another.', whatToDo: 'See the claim that the message names.', since: '0.1.0' },
  TOKEN_NOT_YET_VALID: { status: 401, meaning: 'The bearer token is not valid yet.', whatToDo: 'Wait, or check the clock of your issuer.', since: '0.1.0' },
  ISSUER_NOT_AUTHORIZED: { status: 403, meaning: 'The issuer may not speak for the jurisdiction, role, purpose or assurance level that the token names.', whatToDo: 'Use the issuer of your own jurisdiction.', since: '0.1.0' },
  ISSUER_UNREACHABLE: { status: 503, meaning: "The issuer's keys could not be fetched, so that its tokens cannot be checked.", whatToDo: 'Retry.', since: '0.1.0' },
  TOKEN_UNSIGNED: { status: 401, meaning: 'The token is not signed.', whatToDo: 'Send the token as your issuer signed it.', since: '0.2.0' },
  TOKEN_HEADER_REFUSED: { status: 401, meaning: "The token's header brings a key, an address of keys, or rules of reading of its own.", whatToDo: 'Have your issuer leave jwk, jku, x5u, x5c, crit, b64, enc and zip out; keys come from its published set alone.', since: '0.2.0' },
  TOKEN_KID_REFUSED: { status: 401, meaning: "The token's kid is not an id of a key.", whatToDo: 'Use the kid of a key that your issuer publishes.', since: '0.2.0' },
  TOKEN_KEY_UNKNOWN: { status: 401, meaning: 'The issuer publishes no key by which this token can be checked.', whatToDo: 'Get a new token; just after a change of keys, try again in 30 seconds.', since: '0.2.0' },
  TOKEN_TYPE_REFUSED: { status: 401, meaning: 'The token is of another kind than an access token.', whatToDo: 'Send the access token (typ JWT or at+jwt), not an ID token, a logout token or an event.', since: '0.2.0' },
  TOKEN_AMBIGUOUS: { status: 401, meaning: 'A member occurs twice in the token, so that two readers may read two things.', whatToDo: 'Report it to your issuer: each member may occur once.', since: '0.2.0' },
  TOKEN_TOO_LONG: { status: 401, meaning: 'The token is longer than 8192 characters.', whatToDo: 'Have your issuer leave out claims that this hub does not read.', since: '0.2.0' },
  TOKEN_AUDIENCE_WRONG: { status: 401, meaning: 'The token was issued for another audience than this hub.', whatToDo: 'Ask your issuer for a token for this hub.', since: '0.2.0' },
  TOKEN_ISSUED_IN_FUTURE: { status: 401, meaning: 'The token says that it was issued at a time that is still to come.', whatToDo: 'Check the clock of your issuer.', since: '0.2.0' },
  TOKEN_LIFE_TOO_LONG: { status: 401, meaning: 'The token lives longer than this hub lets its issuer make one live.', whatToDo: 'Ask your issuer for a shorter-lived token.', since: '0.2.0' },
  TOKEN_REVOKED: { status: 401, meaning: 'The token was revoked.', whatToDo: 'Sign in again; if that is refused too, ask the operator of this hub.', since: '0.2.0' },
  SERVICE_NEEDS_USER: { status: 403, meaning: 'The token is of a service, and of no user for whom it acts.', whatToDo: 'Exchange it for one whose sub is the user and whose act.sub is the service (RFC 8693); see docs/adr/0013.', since: '0.2.0' },
  SERVICE_NOT_AUTHORIZED: { status: 403, meaning: 'The service that the token names may not act for users at this hub.', whatToDo: "Have the operator list it under services in the issuer's entry.", since: '0.2.0' },
  IDENTITY_UNAVAILABLE: { status: 503, meaning: 'The hub cannot look up now whom it lets in, so it lets nobody in with a token.', whatToDo: 'Retry. What is public still answers without a token.', since: '0.2.0' },
  DEMO_TOKEN_REFUSED: { status: 401, meaning: 'Demo personas exist only in a demo database.', whatToDo: 'Use a token of a real issuer.', since: '0.1.0' },
  PURPOSE_UNKNOWN: { status: 400, meaning: 'The purpose code is not one that this hub knows.', whatToDo: 'Use J, C, A or one of the hub: codes.', since: '0.1.0' },
  PURPOSE_NOT_ALLOWED: { status: 403, meaning: 'The purpose is not open to this role.', whatToDo: 'Ask for a token with a purpose that your role has.', since: '0.1.0' },
  JURISDICTION_UNKNOWN: { status: 400, meaning: 'The jurisdiction code is not one that this hub knows.', whatToDo: 'List them with the query { jurisdictions { code } }.', since: '0.1.0' },
  NOT_PERMITTED: { status: 403, meaning: 'No policy permits this operation to this viewer for this purpose.', whatToDo: 'See the policy that the error names, or ask the records officer of your agency.', since: '0.1.0' },
  WITHHELD: { status: 200, meaning: 'The field is withheld on a record that you may know of.', whatToDo: 'See the policy and citation in the error; ask the source for what it may share.', since: '0.1.0' },
  BAD_INPUT: { status: 400, meaning: 'An argument does not have the form that it must have.', whatToDo: 'See the argument and the form that the message names.', since: '0.1.0' },
  DATE_IN_FUTURE: { status: 400, meaning: 'A date lies in the future where it cannot.', whatToDo: 'Correct the date.', since: '0.1.0' },
  CURSOR_INVALID: { status: 400, meaning: 'The cursor was not issued for this viewer, list and filter.', whatToDo: 'Start the list again without `after`.', since: '0.1.0' },
  PAGE_TOO_LARGE: { status: 400, meaning: 'The page size is outside 1 to 100.', whatToDo: 'Ask for at most 100 at a time and follow `endCursor`.', since: '0.1.0' },
  IDEMPOTENCY_KEY_REUSED: { status: 409, meaning: 'The idempotency key was used before with other input.', whatToDo: 'Use a new key for a new request.', since: '0.1.0' },
  CASE_REQUIRED: { status: 403, meaning: 'This purpose needs a case reference in the token.', whatToDo: 'Ask for a token with your case: comity token … --case REF.', since: '0.1.0' },
  CASE_CLOSED: { status: 409, meaning: 'The case is closed.', whatToDo: 'Open a new case.', since: '0.1.0' },
  CASE_BOUND_TO_OTHER_CANDIDATE: { status: 409, meaning: 'The case is bound to another candidate.', whatToDo: 'Open one case for each candidate.', since: '0.1.0' },
  CASE_BOUND_TO_OTHER_WAIVER: { status: 409, meaning: 'The case is bound to another waiver.', whatToDo: 'Use the waiver that the case was opened with, or open a new case.', since: '0.1.0' },
  CASE_HAS_CONFIRMED_PERSON: { status: 409, meaning: 'The case has already confirmed another person.', whatToDo: 'Close this case, or dismiss the earlier confirmation.', since: '0.1.0' },
  CASE_ATTEMPTS_EXHAUSTED: { status: 429, meaning: 'The case has no attempts left: its candidate was checked too often, or in too many variations.', whatToDo: 'Go on with the checks that the case has, or ask the sources that they name.', since: '0.2.0' },
  WAIVER_EXPIRED: { status: 403, meaning: 'The waiver has expired.', whatToDo: 'Have the candidate sign a new one.', since: '0.1.0' },
  WAIVER_NOT_YET_SIGNED: { status: 400, meaning: 'The waiver is dated in the future.', whatToDo: 'Correct the date of signature.', since: '0.1.0' },
  WAIVER_FOR_ANOTHER: { status: 403, meaning: 'This waiver was used for another candidate. The reuse was flagged.', whatToDo: 'Use the waiver that this candidate signed.', since: '0.1.0' },
  WAIVER_IN_OTHER_CASE: { status: 409, meaning: 'The waiver already belongs to another case of your agency.', whatToDo: 'Go on in that case, or have the candidate sign a new waiver.', since: '0.1.0' },
  WAIVER_SCOPE: { status: 403, meaning: 'The waiver does not cover this purpose.', whatToDo: 'Have the candidate sign a waiver whose scope names the background check.', since: '0.1.0' },
  WAIVER_WITHDRAWN: { status: 403, meaning: 'The candidate has withdrawn the waiver.', whatToDo: 'Nothing more may be read under it.', since: '0.1.0' },
  OWN_EMPLOYEE: { status: 403, meaning: 'An agency does not run a hiring check on its own employee.', whatToDo: 'Use your own records, under purpose A.', since: '0.1.0' },
  MATCH_NOT_OPEN: { status: 409, meaning: 'There is no match of that id open to you for adjudication.', whatToDo: 'Read the check again; a match is adjudicated once.', since: '0.1.0' },
  IDENTIFIERS_INSUFFICIENT: { status: 400, meaning: 'A match is confirmed on two independent identifiers; the name counts for none.', whatToDo: 'Record two different kinds, e.g. date of birth and certificate number.', since: '0.1.0' },
  ADMISSION_NO_FAIR_PROCESS: { status: 422, meaning: 'The instance shows no notice or no opportunity to be heard.', whatToDo: 'Submit it once the officer was noticed and heard, waived or defaulted.', since: '0.1.0' },
  ADMISSION_NOT_FINAL: { status: 422, meaning: 'The decision is not final.', whatToDo: 'Submit it when the appeal is exhausted or its time has lapsed.', since: '0.1.0' },
  ADMISSION_SETTLEMENT: { status: 422, meaning: 'A settlement, an indemnified payout or a dismissed claim is not a judgment.', whatToDo: 'Submit judgments only.', since: '0.1.0' },
  ADMISSION_PROBATIONARY: { status: 422, meaning: 'A probationary discharge or a layoff is not a termination for misconduct after a hearing.', whatToDo: 'Do not submit it.', since: '0.1.0' },
  ADMISSION_TRAINING_LAPSE: { status: 422, meaning: 'A certificate lost for missed training is not a decertification for cause.', whatToDo: 'Do not submit it.', since: '0.1.0' },
  ADMISSION_OFF_DUTY: { status: 422, meaning: 'The conviction is not for on-duty conduct, or only an agency says that it is.', whatToDo: 'Submit it with the element, finding or stipulation that shows on-duty conduct.', since: '0.1.0' },
  ADMISSION_DEFERRED: { status: 422, meaning: 'A deferred disposition is not a conviction.', whatToDo: 'Submit it if judgment is entered.', since: '0.1.0' },
  ADMISSION_OFFICIAL_CAPACITY: { status: 422, meaning: 'A judgment against the office is not a judgment against the officer.', whatToDo: 'Submit judgments against the officer in person.', since: '0.1.0' },
  ADMISSION_DEFAULT_UNSERVED: { status: 422, meaning: 'A default judgment needs proof of service.', whatToDo: 'Submit it with the proof of service.', since: '0.1.0' },
  ADMISSION_NOT_FORCE: { status: 422, meaning: 'The investigation or judgment does not relate to the use of force.', whatToDo: 'Do not submit it.', since: '0.1.0' },
  ADMISSION_NOT_COUNTERSIGNED: { status: 422, meaning: 'A separation under investigation needs the counter-signature of the deciding authority.', whatToDo: 'Have it counter-signed.', since: '0.1.0' },
  ADMISSION_NOT_UNDER_INVESTIGATION: { status: 422, meaning: 'No investigation was open on the day of separation.', whatToDo: 'Do not submit it.', since: '0.1.0' },
  ADMISSION_LAPSED: { status: 422, meaning: 'A separation under investigation is shared for 365 days; those are over and no outcome came.', whatToDo: 'Submit the outcome, if there is one.', since: '0.1.0' },
  ADMISSION_NOT_SUSTAINED: { status: 422, meaning: 'The deciding authority did not sustain it.', whatToDo: 'Do not submit it.', since: '0.1.0' },
  ADMISSION_NO_JUDGMENT: { status: 422, meaning: 'No judgment of the kind that this instance needs was entered.', whatToDo: 'Submit it with the disposition by which judgment was entered.', since: '0.1.0' },
  ADMISSION_GROUND_UNKNOWN: { status: 422, meaning: "It is not stated that the ground lies in the officer's conduct.", whatToDo: 'State the nature of the ground.', since: '0.1.0' },
  ADMISSION_NO_DECIDING_AUTHORITY: { status: 422, meaning: 'The authority that decided is not named.', whatToDo: 'Name the commission, agency head, Attorney General or court.', since: '0.1.0' },
  ADMISSION_UNATTESTED: { status: 422, meaning: 'Fair process rests on an attestation that nobody signed.', whatToDo: 'Name who attests for the owner.', since: '0.1.0' },
  ADMISSION_DATES_CONTRADICT: { status: 422, meaning: 'It was decided before it occurred.', whatToDo: 'Correct the dates.', since: '0.1.0' },
  ADMISSION_STATUS_UNEXPLAINED: { status: 422, meaning: 'The source gives a status that it does not explain. It is held for the owner and not taken as final.', whatToDo: 'Ask the owner what the status means.', since: '0.1.0' },
  ADMISSION_REVERSED: { status: 422, meaning: 'The decision no longer stands.', whatToDo: 'Do not submit it; record its reversal if the hub holds it.', since: '0.1.0' },
  ADMISSION_SEALED: { status: 422, meaning: 'The matter is sealed or expunged.', whatToDo: 'Do not submit it.', since: '0.1.0' },
  STORE_FORBIDDEN: { status: 422, meaning: "The owner's law does not permit the hub to store this.", whatToDo: 'See the policy that the error names.', since: '0.1.0' },
  TRANSITION_ILLEGAL: { status: 409, meaning: 'The record is not in a stage from which this change is possible.', whatToDo: 'Read the record again.', since: '0.1.0' },
  OPERATION_TOO_LARGE: { status: 400, meaning: 'The operation exceeds the budget for selections, depth, aliases, root fields, list sizes or tokens.', whatToDo: 'Split it; the message names the limit.', since: '0.1.0' },
  OPERATION_INVALID: { status: 400, meaning: 'The document does not parse or does not fit the schema.', whatToDo: 'See the message; the schema is in docs/generated/supergraph.graphql.', since: '0.1.0' },
  REQUEST_INVALID: { status: 400, meaning: 'The HTTP request is not a GraphQL request.', whatToDo: 'POST application/json with a query.', since: '0.1.0' },
  METHOD_NOT_ALLOWED: { status: 405, meaning: 'The HTTP method is not the one for this operation.', whatToDo: 'Use POST; GET is for queries alone.', since: '0.2.0' },
  CSRF_REFUSED: { status: 403, meaning: 'A page of another site could have sent this request.', whatToDo: 'Send a header that only the own client can send, e.g. X-Comity-Csrf: 1, or POST application/json.', since: '0.2.0' },
  PERSISTED_OPERATION_UNKNOWN: { status: 200, meaning: 'The hub knows no operation of this hash. The message is PersistedQueryNotFound, on which the clients of Apollo and urql send the text as well.', whatToDo: 'Send the text along with its hash once; the hub may forget it again.', since: '0.2.0' },
  PERSISTED_OPERATION_MISMATCH: { status: 400, meaning: 'The hash that was sent is not that of the text.', whatToDo: 'Send the SHA-256 of the document, UTF-8, in hexadecimal.', since: '0.2.0' },
  OPERATION_NOT_SAFELISTED: { status: 403, meaning: "The hub answers this issuer's or client's viewers the operations of its manifest alone, and this is none of them.", whatToDo: 'Have the operator add the document to COMITY_OPERATIONS_FILE.', since: '0.2.0' },
  RATE_LIMITED: { status: 429, meaning: 'Too much was asked for in the last minute.', whatToDo: 'Wait for the seconds that Retry-After names; the RateLimit header says what is left.', since: '0.2.0' },
  OVERLOADED: { status: 503, meaning: 'The hub has more requests than it can answer; of this one nothing was read.', whatToDo: 'Send it again after the seconds that Retry-After names.', since: '0.2.0' },
  DEADLINE_EXCEEDED: { status: 503, meaning: 'The request was not answered in time, and was stopped.', whatToDo: 'Ask for less at once; retry a mutation with the same idempotency key.', since: '0.2.0' },
  SIGNATURE_REFUSED: { status: 401, meaning: 'The subgraph serves requests signed by its gateway only.', whatToDo: 'Ask the gateway.', since: '0.1.0' },
  POLICY_VERSION_UNKNOWN: { status: 503, meaning: 'This process does not hold the policy version that the request is pinned to.', whatToDo: 'Retry.', since: '0.1.0' },
  AUDIT_UNAVAILABLE: { status: 503, meaning: 'The disclosure could not be recorded, so nothing is disclosed.', whatToDo: 'Retry with the same idempotency key.', since: '0.1.0' },
  LOG_REWRITTEN: { status: 500, meaning: 'The disclosure log is not the one that was signed or witnessed: the hub does not serve over it.', whatToDo: 'Restore the database; comity audit verify with the witness file names the place where the log was changed.', since: '0.2.0' },
  LOG_ENTRY_UNKNOWN: { status: 404, meaning: 'The disclosure log has no entry of that id.', whatToDo: "Take the id from an export of the log, or from the auditor's queries.", since: '0.2.0' },
  WITNESS_UNUSABLE: { status: 500, meaning: 'The file of COMITY_WITNESS_FILE cannot be read and added to.', whatToDo: 'Name a file that this user may write, on a disk with space.', since: '0.2.0' },
  SUBGRAPH_UNAVAILABLE: { status: 503, meaning: 'A part of the hub did not answer. What is missing is unknown, not absent.', whatToDo: 'Retry; do not read the gap as an answer.', since: '0.1.0' },
  INTERNAL: { status: 500, meaning: 'The hub failed. Nothing about the cause is disclosed here.', whatToDo: 'Report the request id to the operator.', since: '0.1.0' },
  CONFIG_INVALID: { status: 500, meaning: 'The configuration has faults; all are named at once.', whatToDo: 'Correct each and start again.', since: '0.1.0' },
  POLICY_INVALID: { status: 500, meaning: 'The sharing rules must not be put in force as they are written.', whatToDo: 'Correct the rule at the file and line that the message names.', since: '0.1.0' },
  BUNDLE_REFUSED: { status: 422, meaning: 'The bundle must not be put in force as it is written. Nothing changed.', whatToDo: 'Correct it at the file and line that the message names: a bundle only forbids, and only over the records of its own jurisdiction.', since: '0.1.0' },
  BUNDLE_SIGNATURE_REFUSED: { status: 403, meaning: "The bundle is not signed with a key that the hub holds for this jurisdiction's policy officer.", whatToDo: 'Sign it with comity policy sign and the key whose public half the hub holds.', since: '0.1.0' },
  BUNDLE_UNKNOWN: { status: 404, meaning: 'The jurisdiction has no bundle in force or to come.', whatToDo: 'List what is in force with the query { bundles { jurisdiction } }.', since: '0.1.0' },
  OTHER_JURISDICTION: { status: 403, meaning: 'A policy officer acts for the own jurisdiction alone.', whatToDo: "Ask that jurisdiction's policy officer.", since: '0.1.0' },
  AUTHORIZATION_UNKNOWN: { status: 404, meaning: 'Your jurisdiction has no authorization of that id in force or to come.', whatToDo: 'List them with the query { authorizations { id } }.', since: '0.1.0' },
  PORT_IN_USE: { status: 500, meaning: 'The port is taken.', whatToDo: 'Set PORT to another, or stop what uses it.', since: '0.1.0' },
  DATA_DIR_UNWRITABLE: { status: 500, meaning: 'The data folder cannot be written.', whatToDo: 'Set COMITY_DATA_DIR to a folder that this user owns.', since: '0.1.0' },
  DATA_DIR_LOCKED: { status: 500, meaning: 'Another process owns the data folder and cannot be reached.', whatToDo: 'Stop it, or wait for it to end.', since: '0.1.0' },
  HUB_UNREACHABLE: { status: 503, meaning: 'No hub answers at this address.', whatToDo: 'Start it with npm start, or name its address with --url.', since: '0.1.0' },
  DATABASE_UNREACHABLE: { status: 503, meaning: 'PostgreSQL cannot be reached with DATABASE_URL.', whatToDo: 'Check the address, the role and that the server runs.', since: '0.1.0' },
  MIGRATION_EDITED: { status: 500, meaning: 'A migration that was applied has been edited since.', whatToDo: 'Restore the file; write a new migration for the change.', since: '0.1.0' },
  MIGRATION_UNFINISHED: { status: 500, meaning: 'A migration was begun by another tool and has not finished.', whatToDo: "Resolve it with that tool (prisma migrate resolve), then start again.", since: '0.1.0' },
  NEEDS_POSTGRES: { status: 500, meaning: 'Services need PostgreSQL; the embedded database has one owner.', whatToDo: 'Set DATABASE_URL.', since: '0.1.0' },
  IMPORT_WRONG_FILE: { status: 400, meaning: 'The file is not what this profile reads.', whatToDo: 'See comity import --help for the profiles and what they read.', since: '0.1.0' },
  IMPORT_REAL_DATA: { status: 403, meaning: 'The file holds records that are not marked synthetic, and this is a demo database.', whatToDo: 'Add --real-data if you mean it; the demo then listens on loopback only and says so.', since: '0.1.0' },
} as const satisfies Record<string, CatalogueEntry>

export type ErrorCode = keyof typeof CATALOGUE

/** A catalogued error. `message` may add what and where (an argument's name, a limit), never a person's data. */
export class ComityError extends GraphQLError {
  readonly code: ErrorCode
  constructor(code: ErrorCode, detail?: string, extensions: Record<string, unknown> = {}) {
    const entry = CATALOGUE[code]
    super(detail ? `${entry.meaning} ${detail}` : entry.meaning, {
      extensions: { ...extensions, code, whatToDo: entry.whatToDo },
    })
    this.code = code
  }
}
