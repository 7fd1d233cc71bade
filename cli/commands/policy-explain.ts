import { Command } from 'commander'
import { epochDay } from '../../contract/clock.js'
import { explainLines } from '../../hub/policy-offline.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import { linesOf } from '../lines.js'
import { refuseMalformed } from '../malformed-lines.js'
import { QUESTION } from '../question-help.js'

interface Options {
  readonly asViewer: boolean
}

/** `comity policy explain` */
export function policyExplainCommand({ clock, stdin, out }: CliContext): Command {
  return new Command('explain')
    .summary('say of JSON lines from standard input which policies decide, and why')
    .description(
      'Reads the same questions as `comity policy decide`, one a line, and prints for each the decision, every policy that ' +
        'spoke for it with its citation, and the names of what it looked at; never a value. No hub needs to run.',
    )
    .option('--as-viewer', 'only what the viewer of the question may know; see below', false)
    .addHelpText('after', HELP)
    .action(async ({ asViewer }: Options) => {
      const malformed: number[] = []
      for await (const explanation of explainLines(linesOf(stdin), epochDay(clock()), { asViewer })) {
        if (explanation.code === 'MALFORMED') malformed.push(explanation.line)
        out(`${JSON.stringify(explanation)}\n`)
      }
      refuseMalformed(malformed)
    })
}

const HELP = `
${QUESTION}

An explanation is a JSON object:
  line       number of the line that it answers, from 1; empty lines are passed over
  effect     "allow" or "deny"
  code       null, or why not: "ABSENT" (may not know the record), "WITHHELD", "NOT_PERMITTED", "MALFORMED"
  policy     id of the policy that is named in an answer, or null
  sentence   why, in English
  policies   every policy that spoke: all forbids that fired, or else all permits that held; none where no policy permits.
             Each: { id, title, effect, citation { text, role, status, checkedOn }, looksAt { viewer, request, facts } }
  policyVersion  hash of the policy set

With --as-viewer a record that the viewer may not know of is explained like one that does not exist, and a denial names only
policies that reveal their reason. This is what the hub's own field why(type, id, field) answers.

Example:
  npx comity policy explain --as-viewer < questions.jsonl
${exitCodes('a line was malformed, or the policies do not load')}`
