import { describe, expect, it } from 'vitest'
import type { Mark } from '../../contract/disclosure.js'
import type { AnswerObject } from '../../gateway/answer-walk.js'
import { withheldErrors } from '../../gateway/withheld-errors.js'

const officer = (index: number, ...nulls: string[]): AnswerObject => ({
  type: 'Officer',
  id: `off_${index}`,
  parent: null,
  value: {},
  step: { key: index, above: { key: 'officers', above: null } },
  fields: ['name', 'born'].map((key) => ({ coordinate: `Officer.${key}`, key, isNull: nulls.includes(key) })),
})
const mark = (coordinate: string, policy: string | null, count = 1, sentence = 'Withheld.') => {
  const made: Mark = { coordinate, code: 'WITHHELD', policy, citation: policy && `law of ${policy}`, sentence }
  return { mark: made, count }
}
const said = (marks: Parameters<typeof withheldErrors>[0], objects: Parameters<typeof withheldErrors>[1]) =>
  withheldErrors(marks, objects).map(({ path, message, extensions: { coordinate, policy, count } }) => [
    coordinate,
    policy,
    count,
    path?.join('/'),
    message,
  ])

describe('errors for withheld fields', () => {
  it('are one per coordinate and policy, at the first gap, with the rows counted', () => {
    const objects = [officer(0), officer(1, 'born'), officer(2, 'born', 'name'), officer(3, 'born')]
    expect(
      said(
        [mark('Officer.born', 'A'), mark('Officer.name', null), mark('Officer.born', 'B'), mark('Officer.born', 'A')],
        objects,
      ),
    ).toEqual([
      ['Officer.born', 'A', 2, 'officers/1/born', 'Withheld.'],
      ['Officer.born', 'B', 1, 'officers/1/born', 'Withheld.'],
      ['Officer.name', null, 1, 'officers/2/name', 'Withheld.'],
    ])
  })

  it('do not depend on the order in which subgraphs answer', () => {
    const objects = [officer(0, 'born', 'name')]
    const marks = [
      mark('Officer.born', 'A', 1, 'One.'),
      mark('Officer.born', 'A', 1, 'Another.'),
      mark('Officer.name', 'B'),
      mark('Officer.name', null),
    ]
    expect(said(marks, objects)).toEqual(said([...marks].reverse(), objects))
  })

  it('say nothing of a row that did not reach the client', () => {
    expect(said([mark('Officer.born', 'A')], [officer(0, 'name')])).toEqual([])
  })

  it('count no more rows than there are gaps', () => {
    expect(said([mark('Officer.born', 'A', 5)], [officer(0, 'born')])).toEqual([
      ['Officer.born', 'A', 1, 'officers/0/born', 'Withheld.'],
    ])
  })

  it('remain where the withheld field took the whole answer with it', () => {
    expect(said([mark('Query.all', 'A', 1)], null)).toEqual([['Query.all', 'A', 1, undefined, 'Withheld.']])
  })
})
