import { Command, InvalidArgumentError, Option } from 'commander'
import {
  DEFAULT_CHUNK,
  DEFAULT_KEY_PAIRS,
  type DateOrder,
  matchFiles,
  parseColumns,
  type Profile,
  PROFILES,
} from '../../hub/match-files.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import { matchProgress } from '../match-progress.js'
import { matchText } from '../match-text.js'
import { matchTrainCommand } from './match-train.js'

interface Options {
  readonly left?: string
  readonly right?: string
  readonly self: boolean
  readonly map?: string
  readonly mapRight?: string
  readonly out?: string
  readonly force: boolean
  readonly profile: Profile
  readonly dates: DateOrder
  readonly chunk: number
  readonly keyPairs: number
  readonly rawIds: boolean
  readonly json: boolean
}

/** `comity match` */
export function matchCommand(context: CliContext): Command {
  const { out, terminal } = context
  return (
    new Command('match')
      .summary('compare the people of two files, or find duplicates in one')
      .description(
        "Compares the rows of two CSV files, or of one with itself, and writes the pairs that may be one person's, each with " +
          'score, outcome and explanation. No hub needs to run; nothing leaves this machine.',
      )
      // Not required of commander: it would ask for them in subcommands too.
      .option('--left <file>', 'the first file')
      .option('--right <file>', 'the second file')
      .option('--self', 'compare the left file with itself: each pair of its rows once', false)
      .option('--map <columns>', 'which column holds what: field=column, separated by commas; may be repeated', joined)
      .option('--map-right <columns>', 'the same for the right file, where it calls a column otherwise', joined)
      .option('--out <file>', 'where the pairs go: a CSV, written whole or not at all')
      .option('--force', 'replace an output that is there', false)
      .addOption(
        new Option('--profile <profile>', 'how dates of birth count; see below').choices(PROFILES).default(PROFILES[0]),
      )
      .addOption(
        new Option('--dates <order>', 'how 03/04/1980 is meant; a date whose parts tell is read as they tell')
          .choices(['ymd', 'mdy', 'dmy'])
          .default('ymd'),
      )
      .option('--chunk <rows>', 'rows of the right file in memory at a time', count, DEFAULT_CHUNK)
      .option('--key-pairs <pairs>', 'leave out a key that more pairs share, and count it', count, DEFAULT_KEY_PAIRS)
      .option('--raw-ids', 'write ids as they are, also where a spreadsheet would run them', false)
      .option('--json', 'print the summary as one JSON document', false)
      .addHelpText('after', HELP)
      .addCommand(matchTrainCommand(context))
      .action(async (options: Options, command: Command) => {
        const { left, right, self, map, mapRight, out: file, json, ...rest } = options
        if (left === undefined || map === undefined || file === undefined)
          return command.error('error: --left, --map and --out are needed')
        if (self === (right !== undefined)) return command.error('error: either --right or --self is needed')
        if (self && mapRight !== undefined) return command.error('error: --map-right goes with --right')
        const progress = matchProgress(terminal)
        try {
          const report = await matchFiles({
            ...rest,
            left,
            right: right ?? null,
            columns: parseColumns('--map', map),
            rightColumns: mapRight === undefined ? new Map() : parseColumns('--map-right', mapRight),
            out: file,
            progress,
          })
          progress.stop()
          out(json ? `${JSON.stringify(report, null, 2)}\n` : matchText(report))
        } finally {
          progress.stop()
        }
      })
  )
}

const joined = (text: string, before: string | undefined): string => (before === undefined ? text : `${before},${text}`)

function count(text: string): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < 1 || number > 10_000_000)
    throw new InvalidArgumentError('It is not a whole number from 1 to 10000000.')
  return number
}

const HELP = `
Fields of --map: id (any text, unique within a file), given and family are needed; middle, suffix, dob and certificate
(a number that an authority gave) count where both rows have them; any other name (city, email, phone, …) is a column
that is compared as it is, and worth what its values are rare. A missing cell neither speaks for a pair nor against it.

Files: CSV with a header, separated by comma, semicolon, tab or bar; UTF-8, UTF-16 with a byte order mark, else Windows-1252.
Dates: YYYY-MM-DD, YYYYMMDD, YYYY-MM, YYYY, and by --dates 03/04/1980; what is none of these is missing, and counted.

Output: id_left, id_right, score (0 to 1), outcome, explanation; in the order of the left file and then of the right one,
whatever --chunk. LIKELY: at or above the model's threshold, and neither certificate nor suffix tells the two apart; in files
without dates of birth a name alone never is, in files with them only one so rare that it reaches the threshold by itself.
POSSIBLE: a person decides. With --self, the last line of an explanation may be rows GROUPED or rows HELD_BACK: what other
rows of the same persons added or took.
An id that begins with = + - @ or ' has one ' before it: take one away to join, or use --raw-ids.

--profile STRICT takes dates of birth as they are written and allows a slip; EXPANDED_DOB allows a year more or less too.

Rows that share no key (sound of the name, date of birth, number, …) are not compared. A key that more than --key-pairs
pairs share is left out; the summary counts these keys, their pairs, and the rows that have no other.

Memory: 5 KB a row of --chunk (measured on Node 20 with 100,000 generated rows: 330 MB for the whole process at 12,500 rows,
520 MB at 50,000), 24 bytes a row of both files, and with --self the pairs that may be duplicates, of which at most
1,000,000 are kept to put rows into groups. More chunks take more time: the left file is read once for each.

Example:
  npx comity match --left applicants.csv --right decertified.csv --map id=ref,given=first_name,family=last_name,dob=born \\
    --map-right id=number,dob=birth_date --out pairs.csv
  npx comity match --left roster.csv --self --map id=badge,given=first,family=last,dob=dob,email=mail --out duplicates.csv
${exitCodes('a file is not as it must be, or the output cannot be written; there is no output then, and an old one is as it was')}`
