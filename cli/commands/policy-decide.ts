import { Command } from 'commander'
import { epochDay } from '../../contract/clock.js'
import { ComityError } from '../../contract/errors.js'
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
      const malformed: number[] = []
      for await (const decision of decideLines(linesOf(stdin), epochDay(clock()))) {
        if (decision.code === 'MALFORMED') malformed.push(decision.line)
        out(`${JSON.stringify(decision)}\n`)
      }
      if (malformed.length > 0) throw new ComityError('BAD_INPUT', malformedLines(malformed))
    })
}

/** More than this many line numbers are counted instead of named. */
const NAMED_MAX = 20

function malformedLines(lines: readonly number[]): string {
  const rest = lines.length - NAMED_MAX
  const named = lines.slice(0, NAMED_MAX).join(', ')
  return `Malformed on standard input: line ${named}${rest > 0 ? ` and ${rest} more` : ''}.`
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
  line       number of the line that it answers, from 1; empty lines are passed over
  effect     "allow" or "deny"
  code       null, or why not: "ABSENT" (may not know the record), "WITHHELD", "NOT_PERMITTED", "MALFORMED"
  policy     id of the deciding policy, or null where none permits
  citation   { text, role, status, checkedOn } or null
  sentence   why, in English
  known      may the viewer know that the record exists? null where the viewer alone was asked about
  policyVersion  hash of the policy set

A line that is malformed is answered with deny and MALFORMED, the sentence says where, and the next is read. A field of a
record that the viewer may not know of is ABSENT, whatever its class.

Example:
  npx comity policy decide < questions.jsonl > decisions.jsonl
${exitCodes('a line was malformed, or the policies do not load')}`
