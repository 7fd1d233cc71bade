import { beforeAll, describe, expect, test } from 'vitest'
import type { Fault } from '../../../audit/export/faults.js'
import { verifyExport, type VerifyOptions } from '../../../audit/export/verify-export.js'
import { signCheckpoint } from '../../../audit/tree/checkpoint.js'
import { leafHash } from '../../../audit/tree/hash.js'
import { KEYS, linesIn, ORIGIN, SIGNER, signerNamed, testLog, type TestLog } from './support.js'

/** Heads at 3, 4 and 10: header in line 1, entry 0 in line 2, the heads in lines 5, 7 and 14, the end in line 15. */
const HEADS = [3, 4, 10]
let log: TestLog
beforeAll(async () => {
  log = await testLog({ heads: HEADS })
})

type Change = (lines: string[]) => void

async function faultsAfter(change: Change, options: Partial<VerifyOptions> = {}): Promise<string[]> {
  const lines = linesIn(log.lines)
  change(lines)
  const { ok, faults } = await verifyExport(lines, { keys: KEYS, ...options })
  expect(ok).toBe(faults.length === 0)
  return faults.map(place)
}

/** `line 4: ENTRY_ALTERED entry 2 head 3` */
function place({ kind, line, entry, head, note }: Fault): string {
  const where = [line === null ? '' : `line ${line}: `, kind]
  if (entry !== null) where.push(` entry ${entry}`)
  if (head !== null) where.push(` head ${head}`)
  if (note !== null) where.push(` note ${note}`)
  return where.join('')
}

const replace =
  (line: number, from: string | RegExp, to: string): Change =>
  (lines) => {
    const changed = (lines[line - 1] ?? '').replace(from, to)
    expect(changed).not.toBe(lines[line - 1])
    lines[line - 1] = changed
  }

describe('an export as it was written', () => {
  test('verifies, and says what was verified', async () => {
    expect(await verifyExport(linesIn(log.lines), { keys: KEYS })).toEqual({
      ok: true,
      origin: ORIGIN,
      entries: 10,
      withoutContents: 0,
      heads: 3,
      headsVerified: 3,
      lastVerified: { size: 10, root: log.tree.rootAt(10).toString('base64') },
      faults: [],
      faultCount: 0,
    })
  })

  test('of a log in which nothing has been written yet', async () => {
    const empty = await testLog({ heads: [] })
    expect(await verifyExport(linesIn(empty.lines), { keys: KEYS })).toMatchObject({ ok: true, entries: 0, heads: 0 })
  })

  test('verifies for holders of either key while one is being replaced', async () => {
    const renewed = signerNamed()
    const both = await testLog({ heads: HEADS, signers: [SIGNER, renewed] })
    for (const keys of [KEYS, [renewed.key], [...KEYS, renewed.key]])
      expect(await verifyExport(linesIn(both.lines), { keys })).toMatchObject({ ok: true, headsVerified: 3 })
  })

  test('verifies beside what a witness saw of it', async () => {
    const witness = [3, 10].map((size) => log.headAt(size)).join('\n')
    expect(await faultsAfter(() => undefined, { witness })).toEqual([])
  })
})

describe('what was done to it is found in its place', () => {
  const cases: [string, Change, string[]][] = [
    ['one character of an entry', replace(4, 'viewer-2', 'viewer-3'), ['line 4: ENTRY_ALTERED entry 2']],
    [
      'one character of a leaf hash',
      replace(4, /"leafHash":".../, '"leafHash":"AAA'),
      ['line 4: ENTRY_ALTERED entry 2', 'line 5: HEAD_ROOT_DIFFERS head 3'],
    ],
    [
      'an entry taken out',
      (lines) => lines.splice(8, 1),
      ['line 9: ENTRY_MISSING entry 5', 'line 14: END_DIFFERS entry 10'],
    ],
    [
      'the last entry before a head taken out',
      (lines) => lines.splice(12, 1),
      ['line 13: ENTRY_MISSING entry 9 head 10', 'line 14: END_DIFFERS entry 10'],
    ],
    [
      'two entries exchanged',
      (lines) => lines.splice(8, 2, ...lines.slice(8, 10).reverse()),
      ['line 9: ENTRY_MISSING entry 5', 'line 10: ENTRY_OUT_OF_ORDER entry 6'],
    ],
    [
      'an entry put in a second time',
      (lines) => lines.splice(9, 0, lines[8] ?? ''),
      ['line 10: ENTRY_OUT_OF_ORDER entry 6', 'line 16: END_DIFFERS entry 10'],
    ],
    [
      'an entry of somebody’s own in the place of another, with its right hash',
      (lines) => {
        const entry = '{"index":5,"viewer":"nobody"}'
        lines[8] = JSON.stringify({ index: 5, entry, leafHash: leafHash(Buffer.from(entry)).toString('base64') })
      },
      ['line 14: HEAD_ROOT_DIFFERS head 10'],
    ],
    [
      'the contents of an entry taken away',
      replace(9, /"entry":".*","leafHash"/, '"entry":null,"leafHash"'),
      ['line 9: ENTRY_WITHOUT_CONTENTS entry 5'],
    ],
    [
      'the line of an entry numbered anew',
      replace(9, '{"index":5,', '{"index":6,'),
      ['line 9: ENTRY_MISSING entry 5', 'line 9: ENTRY_MISPLACED entry 6'],
    ],
    ['the signature of a head', replace(7, /.(.{10}=\\n)/, 'x$1'), ['line 7: HEAD_SIGNATURE_FALSE head 4']],
    ['the size of a head', replace(7, '\\n4\\n', '\\n5\\n'), ['line 7: HEAD_SIGNATURE_FALSE head 4']],
    ['a head that is none', replace(7, /"checkpoint":".*"/, '"checkpoint":"4"'), ['line 7: HEAD_MALFORMED head 4']],
    [
      'a head signed with another key of the same name',
      (lines) => {
        const head = { origin: ORIGIN, size: 4, root: log.tree.rootAt(4) }
        lines[6] = JSON.stringify({ head: 1, checkpoint: signCheckpoint(head, [signerNamed()]) })
      },
      ['line 7: HEAD_KEY_UNKNOWN head 4'],
    ],
    [
      'a head with the wrong root, signed with the log’s own key',
      (lines) => {
        const head = { origin: ORIGIN, size: 4, root: log.tree.rootAt(3) }
        lines[6] = JSON.stringify({ head: 1, checkpoint: signCheckpoint(head, [SIGNER]) })
      },
      ['line 7: HEAD_ROOT_DIFFERS head 4'],
    ],
    [
      'a head of another size, signed with the log’s own key',
      (lines) => {
        lines[6] = JSON.stringify({ head: 1, checkpoint: log.headAt(3) })
      },
      ['line 7: HEAD_SIZE_DIFFERS head 3'],
    ],
    [
      'a head of another log, signed with the log’s own key',
      (lines) => {
        const head = { origin: 'other.example', size: 4, root: log.tree.rootAt(4) }
        lines[6] = JSON.stringify({ head: 1, checkpoint: signCheckpoint(head, [SIGNER]) })
      },
      ['line 7: HEAD_OF_ANOTHER_LOG head 4'],
    ],
    [
      'a head taken out',
      (lines) => lines.splice(6, 1),
      ['line 13: HEAD_OUT_OF_ORDER head 10', 'line 14: END_DIFFERS entry 10'],
    ],
    [
      'the last head taken out',
      (lines) => lines.splice(13, 1),
      ['line 14: END_DIFFERS entry 10', 'ENTRY_UNSIGNED entry 4'],
    ],
    ['the end cut off', (lines) => lines.splice(14), ['line 15: END_MISSING entry 10']],
    [
      'all after an entry cut off',
      (lines) => lines.splice(9),
      ['ENTRY_UNSIGNED entry 4', 'line 10: END_MISSING entry 6'],
    ],
    [
      'something after the end',
      (lines) => lines.push('{"end":{"entries":10,"heads":3}}'),
      ['line 16: LINE_MALFORMED entry 10'],
    ],
    ['a line that is no JSON', replace(9, '{', '['), ['line 9: LINE_MALFORMED entry 5']],
    ['a line in another form', replace(9, ',', ', '), ['line 9: LINE_MALFORMED entry 5']],
    [
      'a line that is no text',
      (lines) => (lines as (string | null)[]).splice(8, 1, null),
      ['line 9: LINE_MALFORMED entry 5'],
    ],
    ['the header taken away', (lines) => lines.shift(), ['line 1: HEADER_MISSING']],
    [
      'the name of the log',
      replace(1, '"origin":"hub', '"origin":"hut'),
      [
        'line 1: HEADER_KEY_MALFORMED',
        'line 5: HEAD_OF_ANOTHER_LOG head 3',
        'line 7: HEAD_OF_ANOTHER_LOG head 4',
        'line 14: HEAD_OF_ANOTHER_LOG head 10',
      ],
    ],
    [
      'the keys taken out of the header',
      replace(1, /"keys":\[.*\]/, '"keys":[]'),
      ['line 5: HEAD_KEY_UNLISTED head 3', 'line 7: HEAD_KEY_UNLISTED head 4', 'line 14: HEAD_KEY_UNLISTED head 10'],
    ],
    ['nothing left', (lines) => lines.splice(0), ['line 1: HEADER_MISSING', 'line 2: END_MISSING entry 0']],
  ]
  test.each(cases)('%s', async (_, change, expected) => {
    expect(await faultsAfter(change)).toEqual(expected)
  })

  test('whoever has other keys is told so of each head', async () => {
    expect(await faultsAfter(() => undefined, { keys: [signerNamed().key] })).toEqual([
      'line 5: HEAD_KEY_UNKNOWN head 3',
      'line 7: HEAD_KEY_UNKNOWN head 4',
      'line 14: HEAD_KEY_UNKNOWN head 10',
    ])
  })

  test('a file of something else has a fault a line; a thousand are listed, all are counted', async () => {
    const report = await verifyExport(
      Array.from({ length: 3000 }, () => 'no export'),
      { keys: KEYS },
    )
    expect(report).toMatchObject({ ok: false, origin: null, faultCount: 3001 })
    expect(report.faults).toHaveLength(1000)
  })
})

describe('entries whose retention has ended', () => {
  test('are verified by their hashes, up to where the verifier knows that it may have ended', async () => {
    const { lines } = await testLog({ heads: HEADS, expired: [0, 1, 4] })
    const within = await verifyExport(linesIn(lines), { keys: KEYS, expiredBefore: 5 })
    expect(within).toMatchObject({ ok: true, withoutContents: 3, headsVerified: 3 })
    const { faults } = await verifyExport(linesIn(lines), { keys: KEYS, expiredBefore: 1 })
    expect(faults.map(place)).toEqual([
      'line 3: ENTRY_WITHOUT_CONTENTS entry 1',
      'line 8: ENTRY_WITHOUT_CONTENTS entry 4',
    ])
  })
})

describe('a witness', () => {
  test('saw another log of this name, at a size of which the export has no head', async () => {
    const other = await testLog({ heads: [5, 10], purpose: 'C' })
    const witness = [log.headAt(3), other.headAt(5), other.headAt(10)].join('\n')
    expect(await faultsAfter(() => undefined, { witness })).toEqual(['line 8: WITNESS_DIFFERS head 5 note 2'])
  })

  test('saw a larger log: the end of this one was taken away, however well it is signed', async () => {
    const longer = await testLog({ heads: [...HEADS, 12] })
    const witness = `${log.headAt(4)}\n${longer.headAt(12)}`
    expect(await faultsAfter(() => undefined, { witness })).toEqual(['WITNESS_IS_NEWER entry 10 head 12 note 2'])
  })

  test('notes that are none, or of others, are faults of the file', async () => {
    const foreign = signCheckpoint({ origin: 'other.example', size: 3, root: log.tree.rootAt(3) }, [SIGNER])
    const stranger = signCheckpoint({ origin: ORIGIN, size: 3, root: log.tree.rootAt(3) }, [signerNamed()])
    const other = await testLog({ heads: [10], purpose: 'C' })
    const forged = log.headAt(3).replace('\n3\n', '\n2\n')
    const witness = [
      foreign,
      stranger,
      forged,
      'half a note\n\n\u2014 nobody AAAA',
      log.headAt(10),
      other.headAt(10),
    ].join('\n')
    expect(await faultsAfter(() => undefined, { witness })).toEqual([
      'WITNESS_OF_ANOTHER_LOG note 1',
      'WITNESS_KEY_UNKNOWN note 2',
      'WITNESS_SIGNATURE_FALSE note 3',
      'WITNESS_MALFORMED note 4',
      'WITNESS_CONTRADICTS_ITSELF head 10 note 6',
    ])
  })
})
