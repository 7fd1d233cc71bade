import { perThousand, type Share, wilson } from '../matching/figures.js'
import { MUTATION_CLASSES } from '../../prisma/seed/population/index.js'
import type { Screened, ScreeningResult } from '../../hub/screening/screen.js'

const share = ({ value, low, high }: Share): string => `${value.toFixed(4)} (${low.toFixed(4)} to ${high.toFixed(4)})`

const row = (name: string, { asked, likely, possible, compared }: Screened): string[] => [
  name,
  String(asked),
  share(wilson(compared, asked)),
  share(wilson(likely + possible, asked)),
  share(wilson(likely, asked)),
]

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

const HEAD = ['', 'queries', 'brought by the search', 'recall, LIKELY or POSSIBLE', 'recall, LIKELY']

/** The figures of screening as Markdown tables; in brackets Wilson's 95 % interval. */
export function screeningTables({
  people,
  model,
  classes,
  mutations,
  clean,
  replaced,
  comparedPersons,
}: ScreeningResult): string {
  return [
    `Model \`${model}\`; an index of ${people} clean records; given, middle and family name, suffix and date of birth.`,
    table(
      HEAD,
      MUTATION_CLASSES.map((name) => row(name, classes[name])),
    ),
    table(
      ['', 'queries', 'false, LIKELY or POSSIBLE, per 1,000', 'false, LIKELY, per 1,000'],
      [
        [
          'people who are not in the index',
          String(clean.asked),
          perThousand(clean.likely + clean.possible, clean.asked),
          perThousand(clean.likely, clean.asked),
        ],
      ],
    ),
    table(
      HEAD,
      [...mutations].map(([name, screened]) => row(name, screened)),
    ),
    'Outside the classes: another surname by marriage, and nothing that tells the former one.',
    table(HEAD, [row('surname replaced', replaced)]),
    `Persons compared for a query: median ${comparedPersons.median}, 99th percentile ${comparedPersons.p99}.`,
  ].join('\n\n')
}
