import { type AnswerObject, pathTo, placeOf } from './answer-walk.js'
import { AnswerError } from './answer-error.js'
import type { CountedMark } from './collector.js'

/**
 * The only maker of errors for withheld fields, so that the answer is equal whichever layer withheld: one per schema
 * coordinate, code and policy, at the first place of the answer where the coordinate is null. A mark whose field is null
 * nowhere in the answer makes none: its row did not reach the client, or the field was fetched for another's sake.
 */
export function withheldErrors(marks: readonly CountedMark[], objects: readonly AnswerObject[] | null): AnswerError[] {
  const gaps = objects ? gapsIn(objects, new Set(marks.map(({ mark }) => mark.coordinate))) : null
  return merged(marks).flatMap(({ mark, count }) => {
    const gap = gaps?.get(mark.coordinate)
    // Where a withheld field took the whole answer with it, that is all there is to say.
    if (gaps && !gap) return []
    const { coordinate, policy, citation } = mark
    const rows = gap ? Math.min(count, gap.rows.size) : count
    const place = gap ? { path: gap.path } : {}
    return [new AnswerError(mark.code, mark.sentence, { coordinate, policy, citation, count: rows }, place)]
  })
}

interface Gap {
  readonly path: readonly (string | number)[]
  /** A record that the answer shows in several places was withheld once. */
  readonly rows: Set<string>
}

function gapsIn(objects: readonly AnswerObject[], marked: ReadonlySet<string>): Map<string, Gap> {
  const gaps = new Map<string, Gap>()
  for (const { fields, step, type, id } of objects) {
    for (const { coordinate, key, isNull } of fields) {
      if (!isNull || !marked.has(coordinate)) continue
      const gap = gaps.get(coordinate) ?? { path: pathTo(step, key), rows: new Set() }
      gap.rows.add(placeOf(type, id, step, key))
      gaps.set(coordinate, gap)
    }
  }
  return gaps
}

function merged(marks: readonly CountedMark[]): CountedMark[] {
  const groups = new Map<string, CountedMark>()
  // Sorted by sentence within a key, so that the one that is kept does not depend on which subgraph answered first.
  for (const { mark, count } of [...marks].sort((a, b) => compare(sortKey(a), sortKey(b)))) {
    const key = JSON.stringify([mark.coordinate, mark.code, mark.policy])
    const before = groups.get(key)
    groups.set(key, { mark: before?.mark ?? mark, count: (before?.count ?? 0) + count })
  }
  return [...groups.values()]
}

function sortKey({ mark }: CountedMark): string {
  return JSON.stringify([mark.coordinate, mark.code, mark.policy, mark.sentence, mark.citation])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
