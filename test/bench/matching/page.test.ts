import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sourcesDigest } from '../../../bench/matching/digest.js'
import { figures, wilson } from '../../../bench/matching/figures.js'
import { MODEL } from '../../../subgraphs/officers/matching/index.js'

const PAGE = join(import.meta.dirname, '../../../docs/benchmarks/matching.md')

describe('docs/benchmarks/matching.md', () => {
  it('is of the engine, the model and the generator as they are (`npm run bench:matching`)', () => {
    const [, model, sources] = /^Model `(.+)`; sources `(.+)`\.$/m.exec(readFileSync(PAGE, 'utf8')) ?? []
    expect({ model, sources }).toEqual({ model: MODEL.version, sources: sourcesDigest() })
  })

  it.each([
    ['FEBRL 1, given name, surname and date of birth', 0.97],
    ['FEBRL 2, given name, surname and date of birth', 0.97],
    ['fake_1000, all columns', 0.95],
  ])('of %s, F1 at the one threshold is at least %f', (title, least) => {
    const section = readFileSync(PAGE, 'utf8').split(`## ${title}\n`)[1] ?? ''
    const [, f1] = /^\| LIKELY \|.*\| (0\.\d{4}) \([^|]*\) \|$/m.exec(section) ?? []
    expect(Number(f1)).toBeGreaterThanOrEqual(least)
  })

  it('of people without a record at most 5 in 1,000 are brought somebody', () => {
    const [, rate] =
      /^Of the people without a record .*LIKELY or POSSIBLE ([\d.]+) /m.exec(readFileSync(PAGE, 'utf8')) ?? []
    expect(Number(rate)).toBeLessThanOrEqual(5)
  })
})

describe('intervals', () => {
  /** Agresti and Coull (1998) and any table of Wilson's interval. */
  it.each([
    [0, 10, 0, 0.2775],
    [5, 10, 0.2366, 0.7634],
    [10, 10, 0.7225, 1],
    [81, 263, 0.2553, 0.3662],
  ])('Wilson, %i of %i', (hits, trials, low, high) => {
    const share = wilson(hits, trials)
    expect([share.low, share.high].map((bound) => Number(bound.toFixed(4)))).toEqual([low, high])
  })

  it('the bootstrap is the same in every run, and holds the figure', () => {
    const persons = Array.from({ length: 200 }, (_, index) => ({
      right: index % 10 === 0 ? 0 : 1,
      wrong: index % 25 === 0 ? 1 : 0,
      truth: 1,
    }))
    const { f1, precision, recall } = figures(persons)
    expect(f1).toEqual(figures(persons).f1)
    expect([precision.value, recall.value, f1.value]).toEqual([180 / 188, 0.9, 360 / 388])
    expect(f1.low).toBeLessThan(f1.value)
    expect(f1.high).toBeGreaterThan(f1.value)
    expect(f1.high - f1.low).toBeLessThan(0.1)
  })

  it('where nothing is wrong there is nothing to draw', () => {
    const { f1 } = figures([{ right: 1, wrong: 0, truth: 1 }])
    expect(f1).toEqual({ value: 1, low: 1, high: 1 })
  })
})
