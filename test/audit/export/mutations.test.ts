import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { verifyExport } from '../../../audit/export/verify-export.js'
import { verifyProof } from '../../../audit/export/verify-proof.js'
import { formatProof } from '../../../audit/export/proof.js'
import { inclusionProof } from '../../../audit/tree/proofs.js'
import { KEYS, linesIn, ORIGIN, testLog, type TestLog } from './support.js'

const HEADS = [1, 2, 5, 6, 13, 14, 20]
let log: TestLog
let lines: readonly string[]
beforeAll(async () => {
  log = await testLog({ heads: HEADS })
  lines = linesIn(log.lines)
})

/** `which` and `other` choose where; null where the choice changes nothing. */
type Mutate = (lines: readonly string[], which: number, other: number) => readonly string[] | null

const mutations: Record<string, Mutate> = {
  'one character is another': (lines, which, other) => {
    const at = which % lines.length
    const line = lines[at] ?? ''
    const place = other % line.length
    const code = (line.codePointAt(place) ?? 0) ^ (1 << (other % 5))
    if (code < 0x20) return null
    const changed = `${line.slice(0, place)}${String.fromCodePoint(code)}${line.slice(place + 1)}`
    return lines.with(at, changed)
  },
  'a line is taken out': (lines, which) => {
    const at = which % lines.length
    return lines.toSpliced(at, 1)
  },
  'a line is put in again elsewhere': (lines, which, other) => {
    const at = other % lines.length
    return lines.toSpliced(at, 0, lines[which % lines.length] ?? '')
  },
  'two lines are exchanged': (lines, which, other) => {
    const [a, b] = [which % lines.length, other % lines.length]
    if (a === b) return null
    return lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '')
  },
  'the rest is cut off': (lines, which) => {
    const at = which % lines.length
    return lines.slice(0, at)
  },
  'an entry is that of another log, with its right hash': (lines, which) => {
    const entryLines = lines.flatMap((line, at) => (line.startsWith('{"index"') ? [at] : []))
    const at = entryLines[which % entryLines.length] ?? 0
    return lines.with(at, otherLines[at] ?? '')
  },
  'a head is that of another log': (lines, which) => {
    const headLines = lines.flatMap((line, at) => (line.startsWith('{"head"') ? [at] : []))
    const at = headLines[which % headLines.length] ?? 0
    return lines.with(at, otherLines[at] ?? '')
  },
}
let otherLines: readonly string[]
beforeAll(async () => {
  otherLines = linesIn((await testLog({ heads: HEADS, purpose: 'C' })).lines)
})

/** The line of the first head at or after this line; the export's end where there is none. */
function firstHeadFrom(at: number, mutated: readonly string[]): number {
  const head = mutated.findIndex((line, place) => place + 1 >= at && line.startsWith('{"head"'))
  return head === -1 ? mutated.length + 1 : head + 1
}

test.each(Object.entries(mutations))('found there, or by the first head after it: %s', async (_, mutate) => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), async (which, other) => {
      const mutated = mutate(lines, which, other)
      fc.pre(mutated !== null && mutated.join('\n') !== lines.join('\n'))
      const report = await verifyExport(mutated, { keys: KEYS })
      const first = Math.min(...report.faults.flatMap(({ line }) => line ?? []))
      const differs = [...lines, null].findIndex((line, place) => line !== (mutated[place] ?? null)) + 1
      expect(report.ok).toBe(false)
      expect(first).toBeGreaterThanOrEqual(differs)
      expect(first).toBeLessThanOrEqual(firstHeadFrom(differs, mutated))
    }),
    { numRuns: 40 },
  )
})

test('any character of a proof', async () => {
  const [index, size] = [7, 20]
  const text = formatProof({
    origin: ORIGIN,
    index,
    entry: log.entries[index]?.toString('utf8') ?? '',
    leafHash: log.tree.leaves[index]?.toString('base64') ?? '',
    hashes: (await inclusionProof(index, size, log.tree.read)).map((hash) => hash.toString('base64')),
    checkpoint: log.headAt(size),
  })
  expect(verifyProof(text, { keys: KEYS })).toMatchObject({ ok: true, size, faults: [] })
  const unseen: number[] = []
  for (let at = 0; at < text.length; at++) {
    const other = text[at] === 'x' ? 'y' : 'x'
    if (verifyProof(`${text.slice(0, at)}${other}${text.slice(at + 1)}`, { keys: KEYS }).ok) unseen.push(at)
  }
  expect(unseen).toEqual([])
})
