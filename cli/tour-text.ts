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
  const lengths = columns.map((column, index) => [column, ...rows.map((row) => row[index] ?? '')])
  const widths = fit(
    lengths.map((cells) => Math.max(...cells.map((cell) => cell.length))),
    lengths.map((cells) => Math.max(...cells.flatMap((cell) => cell.split(/[ _]/)).map((word) => word.length + 1))),
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

/** Widths that together fit the terminal: the widest column gives first, and a word is cut only where nothing else gives. */
function fit(wanted: readonly number[], longestWords: readonly number[]): number[] {
  const widths = [...wanted]
  const room = WIDTH - 3 * (widths.length - 1)
  for (const floors of [longestWords, widths.map(() => COLUMN_MIN)]) {
    while (sum(widths) > room) {
      const giving = widths.map((width, index) => (width > (floors[index] ?? 0) ? width : 0))
      const widest = giving.indexOf(Math.max(...giving))
      const width = giving[widest] ?? 0
      if (width <= COLUMN_MIN) break
      widths[widest] = width - 1
    }
  }
  return widths
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** A word that is too long, in pieces: after an underscore where there is one. */
function cut(word: string, width: number): string[] {
  if (word.length <= width) return word === '' ? [] : [word]
  const at = word.lastIndexOf('_', width - 1) + 1 || width
  return [word.slice(0, at), ...cut(word.slice(at), width)]
}

/** Lines of at most `width` characters, broken between words; a longer word is cut. */
function wrap(words: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(/\s+/).flatMap((long) => cut(long, width))) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}
