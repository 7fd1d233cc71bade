import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { MODEL } from '../../subgraphs/officers/matching/index.js'
import { csv, everyPair, type PersonRow } from '../hub/match-files/every-pair.js'
import { ScratchFolder } from '../hub/match-files/scratch-folder.js'
import { runComity } from '../support/run-comity.js'

const APPLICANTS: readonly PersonRow[] = [
  ['A-1', 'Marisol', 'Ibarra', '1984-05-12'],
  ['A-2', 'Robert', 'Castellan', '1979-11-30'],
  ['A-3', 'Quentin', 'Abernathy', '03/03/1951'],
]
const LISTED: readonly PersonRow[] = [
  ['=B-1', 'Marisol', 'Ibarra', '1984-05-12'],
  ['B-2', 'Robert', 'Castellan', '1979-11-30'],
]

const folder = new ScratchFolder()
afterAll(() => folder.remove())
beforeEach(() => {
  folder.write('left.csv', csv(APPLICANTS))
  folder.write('right.csv', csv(LISTED))
})

const [left, right, out] = ['left.csv', 'right.csv', 'pairs.csv'].map(folder.at) as [string, string, string]
const MAP = ['--map', 'id=id,given=given', '--map', 'family=family,dob=dob']
const match = (...args: string[]) => runComity(['match', '--left', left, ...MAP, '--out', out, ...args])

describe('comity match', () => {
  test('two files: the whole summary and the whole output', async () => {
    const { code, out: said, err } = await match('--right', right, '--force')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(folder.read('pairs.csv')).toBe(everyPair(APPLICANTS, LISTED).replace('=B-1', "'=B-1"))
    expect(said).toBe(`${left}: 3 rows, 0 without a date of birth.
${right}: 2 rows, 0 without a date of birth.

Left with right: 2 pairs share a key and were compared; profile STRICT, model ${MODEL.version}.
  LIKELY              2
  POSSIBLE            0

1 lines have an id that begins with = + - @ or an apostrophe; it is written with one more apostrophe
before it, so that a spreadsheet does not run it. Take that one away to join, or write them bare with --raw-ids.

Next: open ${out}, best read by outcome and score. LIKELY says that the rows agree, not who anybody is: look at
a sample before anything is merged. Each POSSIBLE is for a person to decide, on a record that neither file holds.
The explanation says which fields spoke for a pair and which against, in bits; they add up to the total.
`)
  })

  test('one file: the duplicates', async () => {
    folder.write('left.csv', csv([...APPLICANTS, ['A-9', 'Marisol', 'Ibarra', '1984-05-12']]))
    const { code, out: said } = await match('--self', '--force', '--json', '--chunk', '2')
    expect(code).toBe(0)
    expect(folder.read('pairs.csv').split('\n')[1]).toMatch(/^A-1,A-9,/)
    expect(JSON.parse(said)).toMatchObject({
      left: { rows: 4 },
      right: null,
      likely: 1,
      possible: 0,
      model: MODEL.version,
    })
  })

  test('nothing to propose is no finding about anybody', async () => {
    folder.write('right.csv', csv([['B-7', 'Nadia', 'Petrova', '1990-02-07']]))
    const { code, out: said } = await match('--right', right, '--force')
    expect(code).toBe(0)
    expect(said).toContain('Next: nothing to decide.')
    expect(said).toContain('That no pair was proposed proves nothing of anybody.')
  })

  test('a fault of a file ends with 1, says code, file and line, and leaves no output', async () => {
    folder.write('right.csv', csv([...LISTED, ['B-2', 'Nadia', 'Petrova', '']]))
    const other = folder.at('other.csv')
    expect(await match('--right', right, '--out', other)).toEqual({
      code: 1,
      out: '',
      err:
        `MATCH_FILE_REFUSED: The rows of a file cannot be compared as they are; nothing was written. ${right}, line 4: the id is ` +
        'that of line 3. Correct it at the place that the message names; comity match --help says what is read.\n',
    })
    expect(folder.list()).not.toContain('other.csv')
  })

  test.each([
    [['match'], '--left, --map and --out are needed'],
    [['match', '--left', left, ...MAP, '--out', out], 'either --right or --self is needed'],
    [['match', '--left', left, ...MAP, '--out', out, '--self', '--right', right], 'either --right or --self is needed'],
    [['match', '--left', left, ...MAP, '--out', out, '--self', '--map-right', 'id=x'], '--map-right goes with --right'],
    [['match', '--left', left, ...MAP, '--out', out, '--self', '--chunk', '0'], 'It is not a whole number'],
    [
      ['match', '--left', left, ...MAP, '--out', out, '--self', '--profile', 'LOOSE'],
      'Allowed choices are STRICT, EXPANDED_DOB',
    ],
    [
      ['match', '--left', left, ...MAP, '--out', out, '--self', '--dates', 'mixed'],
      'Allowed choices are ymd, mdy, dmy',
    ],
  ])('%j is a wrong command line', async (args, said) => {
    const { code, out: nothing, err } = await runComity(args)
    expect({ code, nothing }).toEqual({ code: 2, nothing: '' })
    expect(err).toMatch(/^error: .+\n\(--help shows how\)\n$/)
    expect(err).toContain(said)
  })

  test('explains itself: fields, files, memory, exit codes, an example that runs', async () => {
    const { code, out: help } = await runComity(['match', '--help'])
    expect(code).toBe(0)
    for (const word of ['--map-right', 'EXPANDED_DOB', 'UTF-16', 'Memory:', 'Example:', 'Exit codes:'])
      expect(help).toContain(word)
    expect(help).not.toContain('MEASURED')
  })
})
