import { Command } from 'commander'
import { readConfig } from '../../hub/config.js'
import { importList } from '../../hub/import-list.js'
import { PROFILES } from '../../hub/import/index.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import { importProgress } from '../import-progress.js'
import { importText } from '../import-text.js'

interface Options {
  readonly apply: boolean
  readonly realData: boolean
  readonly json: boolean
}

/** `comity import <profile> <file>` */
export function importCommand({ env, clock, out, terminal }: CliContext): Command {
  return new Command('import')
    .summary('import a published list: a dry run unless --apply')
    .description(
      'Reads a list, maps every row, compares it with the database and reports: rows created, updated, unchanged and ' +
        'rejected, each rejected one with row, field, code and hint. With --apply it writes the difference, the whole file ' +
        'or nothing of it; the same file again changes nothing. A hub may run meanwhile.',
    )
    .argument('<profile>', 'which list it is; see below')
    .argument('<file>', 'path of the file')
    .option('--apply', 'write what differs', false)
    .option(
      '--real-data',
      'needed to write records of real people into a demo, which from then on listens on loopback only and says so on ' +
        'every screen',
      false,
    )
    .option('--json', 'print the report as one JSON document', false)
    .addHelpText('after', help())
    .action(async (profile: string, file: string, { apply, realData, json }: Options) => {
      const progress = importProgress(terminal)
      try {
        const report = await importList({
          profile,
          file,
          apply,
          realData,
          config: readConfig(env),
          clock,
          progress: ({ tab, rows }) => progress.rows(tab, rows),
          step: (text) => progress.step(text),
        })
        progress.stop()
        out(json ? `${JSON.stringify(report, null, 2)}\n` : importText(report))
      } finally {
        progress.stop()
      }
    })
}

function help(): string {
  const profiles = PROFILES.flatMap(({ id, title, reads }) => [
    `  ${id}  ${title}`,
    ...reads.map((file) => `    - ${file}`),
  ])
  return `
Profiles, and what each reads:
${profiles.join('\n')}

The report names no person: tab, row number, field, code and hint. In --json, "totals" is
{ rows, created, updated, unchanged, rejected } and rows is the sum of the other four; "rejected" and "warnings" hold
one entry a row and reason. Title, header, separator and blank rows are counted apart, as skippedLayoutRows.

A list of invented people, with every defect of the published one, ships with Comity.

Example:
  npx comity import va-dcjs demo/va-dcjs-synthetic.xlsx --apply
${exitCodes('the file was refused or the database could not be used, and nothing was written; rejected rows are no failure')}`
}
