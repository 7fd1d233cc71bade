import { eighths } from '../bits.js'
import { JUDGEMENT, type Level } from '../model.js'
import type { Feature } from '../types.js'
import type { Rates } from './em.js'

/** What is written of a level; a level whose weight no data gave has no rates. */
export interface TrainedLevel {
  readonly points: number
  readonly basis: 'EM' | 'JUDGEMENT'
  readonly m?: number
  readonly u?: number
}

export type TrainedLevels = Readonly<Record<Feature, Readonly<Record<string, TrainedLevel>>>>

/** Fewer pairs of one person met the level: what it is worth is left to judgement. */
const PAIRS_MIN = 8
/** Random pairs are finite: what never came about by chance in them is at least so rare. */
const CHANCE_MIN = 2 ** -17
const BOUND = 16

/**
 * Both halves in each other's cell come about together, so the rates of either would count one event twice: they are
 * worth what the halves are worth in their own cells, less what a form that was filled in wrongly is rarer.
 */
const TOGETHER = ['SWAPPED', 'SWAPPED_TYPO']

/** A slip is worth less than a spelling variant of the same name, however rarely chance makes one. */
const NOT_ABOVE: Readonly<Record<string, string>> = { TYPO: 'VARIANT' }

/** log2(m/u) of each level in eighths of a bit; no level above EXACT, agreement at least and disagreement at most nothing. */
export function weigh(m: Rates, u: Rates, pairs: number): TrainedLevels {
  const features = Object.keys(JUDGEMENT) as Feature[]
  return Object.fromEntries(
    features.map((feature) => [feature, weighFeature(feature, JUDGEMENT[feature], m[feature], u[feature], pairs)]),
  ) as unknown as TrainedLevels
}

type LevelRates = Readonly<Record<string, number>> | undefined

function weighFeature(
  feature: Feature,
  levels: Readonly<Record<string, Level>>,
  m: LevelRates,
  u: LevelRates,
  pairs: number,
): Record<string, TrainedLevel> {
  const top = m && u ? bits(Object.keys(levels)[0] as string, m, u) : Infinity
  return Object.fromEntries(
    Object.entries(levels).map(([name, level]): [string, TrainedLevel] => {
      const known = m?.[name] !== undefined && u !== undefined && m[name] * pairs >= PAIRS_MIN
      if (!known || (feature !== 'dateOfBirth' && TOGETHER.includes(name)))
        return [name, { points: Math.min(level.points, top), basis: 'JUDGEMENT' }]
      const better = levels[NOT_ABOVE[name] ?? '']
      const cap = better ? better.points - 0.5 : top
      const points = within(level, Math.min(bits(name, m, u), top, cap))
      return [name, { points, basis: 'EM', m: short(m[name] ?? 0), u: short(u[name] ?? 0) }]
    }),
  )
}

function bits(level: string, m: Readonly<Record<string, number>>, u: Readonly<Record<string, number>>): number {
  const ratio = (m[level] ?? 0) / Math.max(u[level] ?? 0, CHANCE_MIN)
  return eighths(Math.min(BOUND, Math.max(-BOUND, Math.log2(ratio))))
}

function within({ verdict }: Level, points: number): number {
  if (verdict === 'AGREE') return Math.max(0.5, points)
  return verdict === 'DIFFER' ? Math.min(-0.5, points) : points
}

const short = (rate: number): number => Number(rate.toPrecision(4))
