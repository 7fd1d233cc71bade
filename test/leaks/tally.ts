import type { Outcome } from './run-operations.js'

/** What came of a number of operations, without the leaks themselves: it can be written down, read and added up. */
export interface Tally {
  readonly operations: number
  readonly leaks: number
  readonly withPersons: number
  readonly records: number
  readonly shown: number
  readonly withheld: number
  readonly empty: number
  readonly classes: Readonly<Record<string, number>>
}

export const NOTHING: Tally = {
  operations: 0,
  leaks: 0,
  withPersons: 0,
  records: 0,
  shown: 0,
  withheld: 0,
  empty: 0,
  classes: {},
}

export function tallyOf({ operations, withPersons, found, seen }: Outcome): Tally {
  const { records, shown, withheld, empty, classes } = seen
  return { operations, leaks: found.length, withPersons, records, shown, withheld, empty, classes: { ...classes } }
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((one, other) => {
    const names = new Set([...Object.keys(one.classes), ...Object.keys(other.classes)])
    return {
      operations: one.operations + other.operations,
      leaks: one.leaks + other.leaks,
      withPersons: one.withPersons + other.withPersons,
      records: one.records + other.records,
      shown: one.shown + other.shown,
      withheld: one.withheld + other.withheld,
      empty: one.empty + other.empty,
      classes: Object.fromEntries(
        [...names].map((name) => [name, (one.classes[name] ?? 0) + (other.classes[name] ?? 0)]),
      ),
    }
  }, NOTHING)
}

export function describeTally({ operations, leaks, withPersons, classes, ...of }: Tally, seconds: number): string {
  const shown = Object.entries(classes)
    .sort()
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
  return (
    `${operations} operations in ${seconds.toFixed(1)} s, ${leaks} leaks; ${withPersons} answers with persons, ` +
    `${of.records} records, ${of.shown} leaves shown (${shown}), ${of.withheld} withheld, ${of.empty} open and null`
  )
}
