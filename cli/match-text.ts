import type { MatchedFile, MatchFilesReport } from '../hub/match-files.js'

const number = (count: number): string => count.toLocaleString('en-US')

function fileLines(file: MatchedFile): string[] {
  const said = [
    `${number(file.withoutBirth)} without a date of birth`,
    ...(file.unreadDates > 0
      ? [`${number(file.unreadDates)} with one that is no date (see --dates), taken as missing`]
      : []),
  ]
  const remarks = [
    ...(file.encoding === 'utf-8' ? [] : [`  It was read as ${file.encoding}, since it is no UTF-8.`]),
    ...(file.repairedCells > 0
      ? [
          `  UTF-8 that was once read as Latin-1 (JosÃ© for José) was put right in ${number(file.repairedCells)} of its cells.`,
        ]
      : []),
  ]
  return [`${file.file}: ${number(file.rows)} rows, ${said.join(', ')}.`, ...remarks]
}

function leftOutLines({ leftOut, right }: MatchFilesReport): string[] {
  const { keys, pairs, rows } = leftOut
  if (keys === 0) return []
  const alone =
    right === null ? number(rows.left) : `${number(rows.left)} of the left and ${number(rows.right)} of the right`
  return [
    '',
    `Left out: ${number(keys)} keys that too many rows share, with at most ${number(pairs)} pairs; nearly all of those whose`,
    `date of birth or certificate agrees were compared under another key. Rows without another key: ${alone}.`,
    '--key-pairs raises the limit, at the price of time.',
  ]
}

function next({ likely, possible, out }: MatchFilesReport): string[] {
  if (likely + possible === 0)
    return [
      'Next: nothing to decide. Where you expected pairs, look at --map and --dates first: a wrong column, or dates that',
      'are read as missing, part every row from its counterpart. That no pair was proposed proves nothing of anybody.',
    ]
  return [
    `Next: open ${out}, best read by outcome and score. LIKELY says that the rows agree, not who anybody is: look at`,
    'a sample before anything is merged. Each POSSIBLE is for a person to decide, on a record that neither file holds.',
    'The explanation says which fields spoke for a pair and which against, in bits; they add up to the total.',
  ]
}

/** The summary for a reader: counts, and nothing of a row. */
export function matchText(report: MatchFilesReport): string {
  const { left, right, likely, possible, compared, profile, model, shieldedLines, grouped } = report
  const lines = [
    ...fileLines(left),
    ...(right === null ? [] : fileLines(right)),
    '',
    `${right === null ? 'The file with itself' : 'Left with right'}: ${number(compared)} pairs share a key and were compared; profile ${profile}, model ${model}.`,
    `  LIKELY    ${number(likely).padStart(11)}`,
    `  POSSIBLE  ${number(possible).padStart(11)}`,
    ...leftOutLines(report),
    ...(grouped === false
      ? ['', 'There were too many pairs to put rows into groups: each pair was judged by its own two rows alone.']
      : []),
    ...(shieldedLines === 0
      ? []
      : [
          '',
          `${number(shieldedLines)} lines have an id that begins with = + - @ or an apostrophe; it is written with one more apostrophe`,
          'before it, so that a spreadsheet does not run it. Take that one away to join, or write them bare with --raw-ids.',
        ]),
    '',
    ...next(report),
  ]
  return `${lines.join('\n')}\n`
}
