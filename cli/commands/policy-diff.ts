import { Command } from 'commander'
import { policyDiff } from '../../hub/policy-diff.js'
import { cellChangesText } from '../cell-changes-text.js'
import type { CliContext } from '../context.js'
import { dayOrToday } from '../day.js'
import { exitCodes } from '../exit-codes.js'

interface Options {
  readonly bundle?: string
  readonly jurisdiction?: string
  readonly on?: string
  readonly asIfSigned: boolean
  readonly json: boolean
}

/** `comity policy diff` */
export function policyDiffCommand({ clock, out }: CliContext): Command {
  return new Command('diff')
    .summary('compare two sets of rules, cell by cell of the matrix')
    .description(
      'Says which policies permit, narrow or close a cell (role, purpose, action) of the matrix after that did not before, ' +
        'and which ask something else there. Two sets that decide alike have no cell changes. No hub needs to run.',
    )
    .argument('<before>', 'a folder laid out as policy/ is, or "shipped": the rules that come with this program')
    .argument('[after]', 'the same; as before where only --bundle makes the difference')
    .option(
      '--bundle <file>',
      "a jurisdiction's bundle that is put in place in the second set, as if it were published",
    )
    .option('--jurisdiction <code>', 'whose bundle it is, where neither its name nor the ids in it say so')
    .option('--on <day>', 'the day on which both are asked (UTC); today if not said')
    .option('--as-if-signed', 'take bundles whose source nobody has checked as in force, on both sides', false)
    .option('--json', 'print one JSON document', false)
    .addHelpText('after', HELP)
    .action((before: string, after: string | undefined, options: Options) => {
      const diff = policyDiff({
        before,
        after: after ?? before,
        bundle: options.bundle ?? null,
        jurisdiction: options.jurisdiction ?? null,
        asIfSigned: options.asIfSigned,
        day: dayOrToday('--on', options.on, clock),
      })
      if (options.json) return out(`${JSON.stringify(diff, null, 2)}\n`)
      const { inactive } = diff
      const unasked = [...new Set([...inactive.before, ...inactive.after])]
      if (unasked.length > 0)
        out(`not in force, and so not compared (--as-if-signed compares them): ${unasked.join(', ')}\n`)
      out(cellChangesText(diff))
    })
}

const HELP = `
Text: the policies that changed, then the cells. "+ ID narrows": speaks in this cell now and did not before; "- ID permits":
no longer; "~ ID": does something else, or the same by another condition. A policy permits a cell if it can for some viewer
of the role and some record; it narrows it if it can take that away again; it closes it if it always does.

--json: { before, after (hashes), day (since 1970-01-01), inactive { before, after }, policies { added, removed, rewritten,
relabelled }, cells [{ role, purpose, action, before { permits, narrows, closes }, after, rewritten }] }

Example:
  npx comity policy diff ../main/policy policy
  npx comity policy diff shipped --bundle US-CA.cedar --json
${exitCodes('the policies do not load, or a file or folder cannot be read')}`
