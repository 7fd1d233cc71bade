import type { TourBlock, TourResult, TourStep } from '../contract/tour.js'

const WIDTH = 118
/** A column is cut no narrower than this. */
const COLUMN_MIN = 12

/** One step as text for a terminal. */
export function renderStep(step: TourStep, number: number): string {
  const title = `${number}. ${step.title}`
  const claims = step.claims.map(({ text, holds }) => `  ${holds ? 'holds ' : 'FAILS '} ${text}`)
  return [`\n${title}\n${'='.repeat(title.length)}`, ...step.blocks.map(renderBlock), claims.join('\n'), ''].join('\n')
}

/** The last lines: how many claims hold. */
export function renderVerdict({ steps, holds }: TourResult): string {
  const claims = steps.flatMap((step) => step.claims)
  const held = claims.filter((claim) => claim.holds).length
  const people = 'All people and agencies in it are invented (SYNTHETIC PEOPLE).'
  return `\n${held} of ${claims.length} claims hold${holds ? '' : ': see FAILS above'}. ${people}\n`
}

function renderBlock(block: TourBlock): string {
  switch (block.kind) {
    case 'text':
      return wrap(block.text, WIDTH).join('\n')
    case 'code':
      return block.text
        .split('\n')
        .map((line) => `    ${line}`)
        .join('\n')
    case 'table':
      return renderTable(block)
  }
}

function renderTable({ caption, columns, rows }: Extract<TourBlock, { kind: 'table' }>): string {
  const widths = fit(
    columns.map((column, index) => Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0))),
  )
  const line = (cells: readonly string[]): string => {
    const wrapped = widths.map((width, index) => wrap(cells[index] ?? '', width))
    const height = Math.max(...wrapped.map((lines) => lines.length))
    return Array.from({ length: height }, (_, row) =>
      widths
        .map((width, index) => (wrapped[index]?.[row] ?? '').padEnd(width))
        .join(' | ')
        .trimEnd(),
    ).join('\n')
  }
  const rule = widths.map((width) => '-'.repeat(width)).join('-+-')
  return [`[${caption}]`, line(columns), rule, ...rows.map(line)].join('\n')
}

/** Widths that together fit the terminal: the widest columns give first. */
function fit(wanted: readonly number[]): number[] {
  const widths = [...wanted]
  const room = WIDTH - 3 * (widths.length - 1)
  while (sum(widths) > room) {
    const widest = widths.indexOf(Math.max(...widths))
    const width = widths[widest] ?? 0
    if (width <= COLUMN_MIN) break
    widths[widest] = width - 1
  }
  return widths
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Lines of at most `width` characters, broken between words; a longer word is cut. */
function wrap(words: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(/\s+/).flatMap((long) => long.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}
