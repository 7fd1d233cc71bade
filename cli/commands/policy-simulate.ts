import { Command } from 'commander'
import { epochDay } from '../../contract/clock.js'
import { readConfig } from '../../hub/config.js'
import { requireDay } from '../../hub/day.js'
import { simulateBundle } from '../../hub/policy-simulate.js'
import { cellChangesText } from '../cell-changes-text.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import { flipsText } from '../flips-text.js'
import { importProgress } from '../import-progress.js'

interface Options {
  readonly bundle: string
  readonly jurisdiction?: string
  readonly on?: string
  readonly database: boolean
  readonly json: boolean
}

/** `comity policy simulate` */
export function policySimulateCommand({ env, clock, out, terminal }: CliContext): Command {
  return new Command('simulate')
    .summary('say what a bundle would change before it takes effect')
    .description(
      "Reads a jurisdiction's bundle beside all other rules, as if its policy officer had published it, and says which cells " +
        'of the matrix change; with --database also how many records in the database would be decided otherwise. Nothing is ' +
        'written. A hub may run meanwhile.',
    )
    .requiredOption('--bundle <file>', 'Cedar text of the bundle')
    .option('--jurisdiction <code>', 'whose bundle it is, where neither its name nor the ids in it say so')
    .option(
      '--on <day>',
      'the day to decide on (UTC); if not said, the first from today on which the whole bundle holds',
    )
    .option('--database', 'ask the rules in force in the database, and about its records', false)
    .option('--json', 'print one JSON document', false)
    .addHelpText('after', HELP)
    .action(async ({ bundle, jurisdiction, on, database, json }: Options) => {
      const progress = importProgress(terminal)
      try {
        const simulation = await simulateBundle({
          bundle,
          jurisdiction: jurisdiction ?? null,
          day: on === undefined ? null : epochDay(requireDay('--on', on)),
          database: database ? readConfig(env) : null,
          clock,
          step: (text) => progress.step(text),
        })
        progress.stop()
        if (json) return out(`${JSON.stringify(simulation, null, 2)}\n`)
        out(cellChangesText(simulation))
        if (simulation.records) out(flipsText(simulation.records))
      } finally {
        progress.stop()
      }
    })
}

const HELP = `
Without --database the bundle is compared with the rules that come with this program. With it, with those in force in the
database of COMITY_DATA_DIR or DATABASE_URL on that day, published bundles included (one that is not there yet is created, without records), and each record is asked about for
representative viewers of each role and purpose: of the owner's own agency, of the deciding authority, of the owner's
jurisdiction, of each class elsewhere, and whoever an authorization in force names. Their case is live, its waiver covers,
and it has opened the record's person; what changes is then the doing of the bundle alone. A record is counted once a line.

Counts name owner, class, role and purpose; never an id or a name. A line "closes  HIRING_INVESTIGATOR, J  read:P4 of
Incident: 12 records (LOCAL, STATE)" says: 12 records whose facts of class P4 such viewers see today and would no longer.

--json: { jurisdiction, day (since 1970-01-01), before, after (hashes), policies { added, removed, rewritten, relabelled },
cells [{ role, purpose, action, before { permits, narrows, closes }, after, rewritten }], records: null or { asked,
flips [{ ownerJurisdiction, recordType, action, role, purpose, change: CLOSES or OPENS, viewers, records }] } }

Example:
  npx comity policy simulate --bundle US-CA.cedar --database
${exitCodes('the bundle is refused (file, line and reason are said), or a file or the database cannot be used')}`
