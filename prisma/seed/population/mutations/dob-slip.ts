import type { Rng } from '../../rng.js'
import type { Mutation } from './mutation.js'

/** Births that a form would take. */
const [FIRST, LAST] = ['1930-01-01', '2009-12-31']

function isBirth(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && day >= FIRST && day <= LAST
}

/** Places of the digits in YYYY-MM-DD but for the last one. */
const DIGITS = [0, 1, 2, 3, 5, 6, 8]
const [YEAR, MONTH, DAY] = [
  [2, 3],
  [5, 6],
  [8, 9],
]

function withDigit(day: string, at: number, digit: string): string {
  return day.slice(0, at) + digit + day.slice(at + 1)
}

function oneOf(days: readonly string[], born: string, rng: Rng): { born: string } | null {
  const possible = days.filter((day) => day !== born && isBirth(day))
  return possible.length === 0 ? null : { born: rng.pick(possible) }
}

const otherDigit = (name: string, places: readonly number[]): Mutation => ({
  name: `one digit of the ${name}`,
  apply: ({ born }, rng) =>
    oneOf(
      places.flatMap((at) => [...'0123456789'].map((digit) => withDigit(born, at, digit))),
      born,
      rng,
    ),
})

const neighbours = (born: string, at: number, next: number): string =>
  withDigit(withDigit(born, at, born.charAt(next)), next, born.charAt(at))

export const DOB_SLIP: readonly Mutation[] = [
  otherDigit('year', YEAR),
  otherDigit('month', MONTH),
  otherDigit('day', DAY),
  {
    name: 'day and month exchanged',
    apply: ({ born }, rng) => oneOf([`${born.slice(0, 4)}-${born.slice(8)}-${born.slice(5, 7)}`], born, rng),
  },
  {
    name: 'two neighbouring digits exchanged',
    apply: ({ born }, rng) =>
      oneOf(
        DIGITS.flatMap((at) => {
          const next = born.charAt(at + 1) === '-' ? at + 2 : at + 1
          return next < born.length ? [neighbours(born, at, next)] : []
        }),
        born,
        rng,
      ),
  },
]
