import { Command } from 'commander'
import { epochDay } from '../../contract/clock.js'
import { decideLines } from '../../hub/policy-offline.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import { linesOf } from '../lines.js'

/** `comity policy decide` */
export function policyDecideCommand({ clock, stdin, out }: CliContext): Command {
  return new Command('decide')
    .summary('decide JSON lines from standard input')
    .description(
      'Reads one question a line from standard input and prints one decision a line, in the same order. No hub needs to run.',
    )
    .addHelpText('after', HELP)
    .action(async () => {
      for await (const decision of decideLines(linesOf(stdin), epochDay(clock()))) out(`${JSON.stringify(decision)}\n`)
    })
}

const HELP = `
A question is a JSON object on one line:
  viewer     { agency, jurisdiction, jurisdictionClass, roles, assurance, purpose }
  dataClass  "P1" … : may the viewer see fields of this class?  Or instead
  action     "know:Incident", "read:P4", "match", "store", "do:submitIncident" …
  record     { type, id, ownerJurisdiction, ownerClass, ownerAgency, decidingAuthority, subjectRecord, kind, stage,
               admitted, admissionBasis, sealed, subjectNoticed, counterSigned, nexus, pointerAllowed, decidedEarliest,
               decidedLatest, validFrom, validUntil, namedOwners }; days are whole days since 1970-01-01
  facts      optional: { today, caseKind, caseLive, waiverCovers, granted, self, authorizations }

A decision is a JSON object:
  effect     "allow" or "deny"
  code       null, or why not: "ABSENT" (may not know the record), "WITHHELD", "NOT_PERMITTED", "MALFORMED"
  policy     id of the deciding policy, or null where none permits
  citation   { text, role, status, checkedOn } or null
  sentence   why, in English
  known      may the viewer know that the record exists? null where no record was looked at
  policyVersion  hash of the policy set

A line that is malformed is answered with deny and MALFORMED, and the next is read.

Example:
  npx comity policy decide < questions.jsonl > decisions.jsonl
${exitCodes('the policies do not load')}`
