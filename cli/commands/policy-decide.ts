import { Command } from 'commander'
import { epochDay } from '../../contract/clock.js'
import { decideLines } from '../../hub/policy-offline.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import { linesOf } from '../lines.js'
import { refuseMalformed } from '../malformed-lines.js'
import { QUESTION } from '../question-help.js'

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
      refuseMalformed(malformed)
    })
}

const HELP = `
${QUESTION}

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
