import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { parseColumns } from '../../hub/match-files.js'
import { csv, type PersonRow } from './match-files/every-pair.js'
import { ScratchFolder } from './match-files/scratch-folder.js'

const PEOPLE: readonly PersonRow[] = [
  ['1', 'José', 'Ibarra', '1984-05-12'],
  ['2', 'Nadia', 'Petrova', '1990-02-07'],
]
const CSV = csv(PEOPLE)

const folder = new ScratchFolder()
afterAll(() => folder.remove())
beforeEach(() => {
  folder.write('left.csv', CSV)
  folder.write('right.csv', CSV)
})

describe('however a program wrote it, a file is read as what it says', () => {
  test.each<[string, string | Buffer, object]>([
    ['a byte order mark', `\ufeff${CSV}`, {}],
    ['line ends of Windows', CSV.replaceAll('\n', '\r\n'), {}],
    ['line ends that change half-way', CSV.replace('\n', '\r\n'), {}],
    ['no line end at the end', CSV.trimEnd(), {}],
    ['spaces after the commas, as in FEBRL', CSV.replaceAll(',', ', '), {}],
    ['semicolons', CSV.replaceAll(',', ';'), {}],
    ['tabs', CSV.replaceAll(',', '\t'), {}],
    ['quoted cells', CSV.replace(/[^,\n]+/g, '"$&"'), {}],
    ['blank lines and rows without a cell', `${CSV.replaceAll('\n', '\n\n')},,,\n`, {}],
    ['other capitals in the header', CSV.replace('given,family', 'GIVEN,Family'), {}],
    ['columns that nobody maps', CSV.replace(/$/gm, ',x').trimEnd().replace(/,x$/, ''), {}],
    ['UTF-16 of Windows', Buffer.from(`\ufeff${CSV}`, 'utf16le'), { encoding: 'utf-16le' }],
    ['UTF-16 of others', Buffer.from(`\ufeff${CSV}`, 'utf16le').swap16(), { encoding: 'utf-16be' }],
    ['Latin-1', Buffer.from(CSV, 'latin1'), { encoding: 'windows-1252' }],
    ['UTF-8 that somebody read as Latin-1', Buffer.from(Buffer.from(CSV).toString('latin1')), { repairedCells: 1 }],
  ])('%s', async (_what, content, said) => {
    await folder.match({ force: true })
    const expected = folder.read('pairs.csv')
    folder.write('left.csv', content)
    const { left } = await folder.match({ force: true })
    expect(left).toEqual({
      file: folder.at('left.csv'),
      encoding: 'utf-8',
      rows: 2,
      withoutBirth: 0,
      unreadDates: 0,
      repairedCells: 0,
      ...said,
    })
    expect(folder.read('pairs.csv')).toBe(expected)
  })

  test('dates in the order that is stated; what is no date is missing and counted', async () => {
    folder.write(
      'left.csv',
      csv([
        ['1', 'José', 'Ibarra', '05/12/1984'],
        ['2', 'Nadia', 'Petrova', 'spring'],
      ]),
    )
    const { left } = await folder.match({ force: true, dates: 'mdy' })
    expect(left).toMatchObject({ withoutBirth: 0, unreadDates: 1 })
    expect(folder.read('pairs.csv')).toMatch(/^1,1,.*dob DAY/m)
  })
})

describe('what cannot be compared is refused with the place, and no cell of it', () => {
  const HEAD = 'id,given,family,dob\n'
  test.each<[string, string | Buffer, string]>([
    ['no such column', 'id,given,surname,dob\n1,José,Ibarra,\n', ', line 1: none of its 4 columns is called "family".'],
    ['one name for two columns', 'id,given,given,family,dob\n1,a,b,c,\n', ', line 1: 2 columns are called "given".'],
    ['an empty id', `${HEAD}1,José,Ibarra,\n,Nadia,Petrova,\n`, ', line 3: the id is empty.'],
    ['an id twice', `${HEAD}1,José,Ibarra,\n2,A,B,\n1,Nadia,Petrova,\n`, ', line 4: the id is that of line 2.'],
    ['too few cells', `${HEAD}1,José,Ibarra\n`, ', line 2: it has more or fewer cells than the header.'],
    ['too many cells', `${HEAD}1,José,Ibarra,,,\n`, ', line 2: it has more or fewer cells than the header.'],
    [
      'a quotation mark within a cell',
      `${HEAD}1,Jos"é,Ibarra,\n`,
      ', line 2: a quotation mark stands inside a cell that is not quoted; quote the cell and double the mark.',
    ],
    [
      'text behind a closed cell',
      `${HEAD}1,"José"x,Ibarra,\n`,
      ', line 2: something follows the quotation mark that closes a cell.',
    ],
    [
      'a quotation mark that is never closed',
      `${HEAD}1,José,Ibarra,\n2,"Nadia,Petrova,\n3,A,B,\n`,
      ', line 3: a cell begins with a quotation mark and does not end; or the row is too long.',
    ],
    [
      'a quotation mark that swallows a file',
      `${HEAD}2,"Nadia,Petrova,\n${'3,A,B,\n'.repeat(150_000)}`,
      ', line 2: a cell begins with a quotation mark and does not end; or the row is too long.',
    ],
    ['a header alone', HEAD, ': it has a header and no rows.'],
    ['nothing', '', ': it is empty.'],
    [
      'a workbook',
      Buffer.from('PK\u0003\u0004\0\0'),
      ': it is no text, or UTF-16 without a byte order mark; save it as CSV, UTF-8.',
    ],
    [
      'UTF-16 without a mark',
      Buffer.from(CSV, 'utf16le'),
      ': it is no text, or UTF-16 without a byte order mark; save it as CSV, UTF-8.',
    ],
  ])('%s', async (_what, content, said) => {
    const file = folder.write('right.csv', content)
    folder.write('pairs.csv', 'yesterday')
    await expect(folder.match({ force: true })).rejects.toMatchObject({
      code: 'MATCH_FILE_REFUSED',
      message: `The rows of a file cannot be compared as they are; nothing was written. ${file}${said}`,
    })
    expect(folder.read('pairs.csv')).toBe('yesterday')
    expect(folder.list()).toEqual(['left.csv', 'pairs.csv', 'right.csv'])
  })

  test('a file that is not there, and a folder', async () => {
    await expect(folder.match({ force: true, right: folder.at('absent.csv') })).rejects.toThrow(
      `${folder.at('absent.csv')}: it cannot be read (ENOENT).`,
    )
    await expect(folder.match({ force: true, right: folder.at('.') })).rejects.toThrow('it cannot be read (EISDIR).')
  })

  test('one file on both sides', async () => {
    await expect(folder.match({ force: true, right: folder.at('left.csv') })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    })
  })
})

describe('where the pairs go', () => {
  const refused = (out: string, why: string) => ({
    code: 'MATCH_OUTPUT_REFUSED',
    message: `The pairs cannot be written there; nothing was written. ${out}: ${why}.`,
  })

  test('an output that is there is kept, unless it may be replaced', async () => {
    const out = folder.write('pairs.csv', 'yesterday')
    await expect(folder.match()).rejects.toMatchObject(refused(out, 'it is there already'))
    expect(folder.read('pairs.csv')).toBe('yesterday')
    await folder.match({ force: true })
    expect(folder.read('pairs.csv')).toContain('id_left')
  })

  /** What somebody else does while rows are compared. */
  const meanwhile = (act: () => void) => ({ progress: { reading: () => undefined, comparing: act } })

  test('a file that is written to between two passes: nothing is left behind, and an old output stays', async () => {
    folder.write('pairs.csv', 'yesterday')
    const shorten = meanwhile(() => folder.write('left.csv', csv(PEOPLE.slice(0, 1))))
    await expect(folder.match({ force: true, chunk: 1, ...shorten })).rejects.toMatchObject({
      code: 'MATCH_FILE_REFUSED',
      message: expect.stringContaining('left.csv: it changed while it was read.') as string,
    })
    expect(folder.read('pairs.csv')).toBe('yesterday')
    expect(folder.list()).toEqual(['left.csv', 'pairs.csv', 'right.csv'])
  })

  test('an output that somebody else wrote meanwhile is kept', async () => {
    const out = folder.at('other.csv')
    const overtake = meanwhile(() => folder.write('other.csv', 'of another'))
    await expect(folder.match({ out, ...overtake })).rejects.toMatchObject(
      refused(out, 'it is there now, and was not at the start'),
    )
    expect(folder.read('other.csv')).toBe('of another')
    expect(folder.list()).toEqual(['left.csv', 'other.csv', 'pairs.csv', 'right.csv'])
    folder.delete('other.csv')
  })

  test('for its owner alone', async () => {
    await folder.match({ force: true })
    expect(folder.mode('pairs.csv')).toBe(0o600)
  })

  test('never over a file that is read', async () => {
    const left = folder.at('left.csv')
    for (const force of [false, true])
      await expect(folder.match({ out: left, force })).rejects.toMatchObject(
        refused(left, 'it is a file that is to be read'),
      )
    expect(folder.read('left.csv')).toBe(CSV)
  })

  test('not to a folder, and not into one that is not there', async () => {
    const [is, absent] = [folder.at('.'), folder.at('absent/pairs.csv')]
    await expect(folder.match({ out: is, force: true })).rejects.toMatchObject(refused(is, 'it is no plain file'))
    await expect(folder.match({ out: absent })).rejects.toMatchObject(refused(absent, 'its folder is not there'))
  })
})

describe('--map', () => {
  const read = (text: string) => Object.fromEntries(parseColumns('--map', text))

  test('columns whose names hold commas, equals signs and spaces; fields in any case', () => {
    expect(read('id=ref,Given= first, name ,family=a=b,postCode=zip')).toEqual({
      id: 'ref',
      given: 'first, name',
      family: 'a=b',
      postcode: 'zip',
    })
  })

  test.each([
    ['id', '"id" is not of the form field=column.'],
    ['id=', '"id=" is not of the form field=column.'],
    ['id=a,ID=b', 'id is there twice.'],
    ['', '"" is not of the form field=column.'],
  ])('"%s" is refused', (text, said) => {
    expect(() => parseColumns('--map', text)).toThrow(`--map: ${said}`)
  })

  test('id, given and family are needed', async () => {
    await expect(folder.match({ columns: new Map([['id', 'id']]) })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining('--map: given, family missing') as string,
    })
  })
})
