import { MODEL } from '../../subgraphs/officers/matching/index.js'
import type { ScreeningResult, Screened } from '../../hub/screening/screen.js'
import { sourcesDigest } from './digest.js'
import { type Figures, perThousand, type Share, wilson } from './figures.js'
import { figuresOf, isAnything, isLikely, type Judgement } from './judge.js'
import type { FileScreening } from './screening.js'
import { statedErrors } from './stated-errors.js'

const PLACES = 4
const share = ({ value, low, high }: Share): string =>
  `${value.toFixed(PLACES)} (${low.toFixed(PLACES)} to ${high.toFixed(PLACES)})`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

const HEAD = ['taken for one person', 'found', 'wrong', 'missed', 'precision', 'recall', 'F1']

function row(what: string, { right, wrong, truth, precision, recall, f1 }: Figures): readonly string[] {
  return [what, String(right), String(wrong), String(truth - right), share(precision), share(recall), share(f1)]
}

/** log2 odds. */
const SWEEP = Array.from({ length: 13 }, (_, index) => index - 6)

export interface Section {
  readonly title: string
  readonly about: string
  readonly judgement: Judgement
}

function rowsOfSweep(judgement: Judgement): (readonly string[])[] {
  return [
    row('LIKELY', figuresOf(judgement, isLikely)),
    row('LIKELY or POSSIBLE', figuresOf(judgement, isAnything)),
    ...SWEEP.map((threshold) =>
      row(
        `odds ≥ 2^${threshold}`,
        figuresOf(judgement, ({ odds }) => odds >= threshold),
      ),
    ),
  ]
}

/** One data set: the two outcomes, then every threshold. */
export function section({ title, about, judgement }: Section): string {
  const { rows, compared, reached, truth } = judgement
  const there = [...truth.values()].reduce((all, each) => all + each, 0)
  const files = rows.right === null ? `${rows.left} rows with themselves` : `${rows.left} rows with ${rows.right}`
  return [
    `## ${title}`,
    about,
    `${files}; ${there} pairs of one person; ${compared} pairs share a key and were compared, ${reached} of the ${there} among them (recall of the keys ${(reached / there).toFixed(PLACES)}).`,
    table(HEAD, rowsOfSweep(judgement)),
  ].join('\n\n')
}

/** Files with mistakes of known kinds. */
function mistakes({ index, each, strangers, classes, all, ...proposed }: FileScreening): string {
  return [
    '## By kind of mistake, `comity match`',
    `${index} generated people of mixed origin are the right file. The left one has ${each} of them for each kind of mistake, each row with one such mistake, and ${strangers} people who are not in the right one. Given, middle and family name, suffix and date of birth; no number.`,
    table(
      ['mistake', 'rows', 'recall, LIKELY', 'recall, LIKELY or POSSIBLE', 'precision, LIKELY', 'F1, LIKELY'],
      [...classes].map(([mistake, judgement]) => {
        const [likely, anything] = [figuresOf(judgement, isLikely), figuresOf(judgement, isAnything)]
        const shares = [likely.recall, anything.recall, likely.precision, likely.f1].map(share)
        return [mistake, String(likely.truth), ...shares]
      }),
    ),
    `Of the people who are not in the right file a pair was proposed for, per 1,000: LIKELY ${perThousand(proposed.strangersLikely, strangers)}, LIKELY or POSSIBLE ${perThousand(proposed.strangersProposed, strangers)}.`,
    table(HEAD, rowsOfSweep(all)),
  ].join('\n\n')
}

function outcomes([what, { asked, likely, possible, compared }]: readonly [string, Screened]): readonly string[] {
  const of = (count: number): string => share(wilson(count, asked))
  return [what, String(asked), of(compared), of(likely), of(likely + possible)]
}

/** The hub's own search and decision. */
function check({ people, classes, mutations, clean, replaced, comparedPersons }: ScreeningResult): string {
  const head = ['mistake', 'asked', 'found by the search', 'LIKELY', 'LIKELY or POSSIBLE']
  return [
    '## By kind of mistake, background check',
    `${people} generated people of mixed origin are the records; the hub's own keys, search and comparison are asked for some of them with one mistake each, and for ${clean.asked} people who have no record. Name and full date of birth, nothing else. For a query ${comparedPersons.median} persons are compared in the median, ${comparedPersons.p99} at the 99th percentile.`,
    table(head, Object.entries(classes).map(outcomes)),
    `Of the people without a record somebody else came back for, per 1,000: LIKELY ${perThousand(clean.likely, clean.asked)}, LIKELY or POSSIBLE ${perThousand(clean.likely + clean.possible, clean.asked)}.`,
    'Each mistake by itself, and, outside the classes, a surname that marriage replaced where nothing tells the former one:',
    table(head, [...mutations, ['surname replaced', replaced] as const].map(outcomes)),
  ].join('\n\n')
}

const HOW = `Written by \`npm run bench:matching\`; a test fails if the engine, its model or the generator changed since. Rows are compared by what
\`comity match\` runs, with its defaults (profile STRICT) and with the model's one threshold for every data set, chosen on
generated people of another seed (the model file says how). In brackets: 95 % intervals, Wilson's for precision and recall;
for F1 a percentile bootstrap over persons (1,000 resamples, seeded). Odds are those that the explanation adds up to, with the prior of the
files' sizes; where something holds a pair back they count as far lower. LIKELY within one file is what its groups of rows
say, the odds what each pair says by itself.`

export interface Screenings {
  readonly files: FileScreening
  readonly hub: ScreeningResult
}

/** docs/benchmarks/matching.md: the same text for the same sources and data. */
export function matchingPage(sections: readonly Section[], { files, hub }: Screenings): string {
  return `${[
    '# How well people are told apart',
    HOW,
    `Model \`${MODEL.version}\`; sources \`${sourcesDigest()}\`.`,
    statedErrors(),
    ...sections.map(section),
    mistakes(files),
    check(hub),
  ].join('\n\n')}\n`
}
