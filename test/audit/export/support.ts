import { generateKeyPairSync } from 'node:crypto'
import { writeExport } from '../../../audit/export/write-export.js'
import { signCheckpoint } from '../../../audit/tree/checkpoint.js'
import { canonicalEntry } from '../../../audit/tree/entry.js'
import { formatVerifierKey, type NoteSigner, type VerifierKey, verifierKey } from '../../../audit/tree/note.js'
import { entryOf } from '../../support/disclosure-entry.js'
import { treeOf } from '../tree/support.js'

export const ORIGIN = 'hub.example/log'

export interface TestSigner extends NoteSigner {
  readonly key: VerifierKey
}

export function signerNamed(name = ORIGIN): TestSigner {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { name, privateKey, key: verifierKey(name, publicKey) }
}

export const SIGNER = signerNamed()
export const KEYS = [SIGNER.key]

export interface TestLog {
  /** Of the export, each with its line feed. */
  readonly lines: readonly string[]
  /** Contents of the leaves. */
  readonly entries: readonly Buffer[]
  readonly tree: ReturnType<typeof treeOf>
  /** The signed head of a size, as the log would give it to a witness. */
  headAt(size: number): string
}

export interface TestLogOptions {
  /** Sizes at which a head was signed, the last one the log's. */
  readonly heads: readonly number[]
  readonly signers?: readonly TestSigner[]
  readonly listed?: readonly TestSigner[]
  /** Indexes of entries whose retention has ended. */
  readonly expired?: readonly number[]
  /** Makes another log of the same shape. */
  readonly purpose?: string
}

/** A log of entries about nobody, exported. */
export async function testLog(options: TestLogOptions): Promise<TestLog> {
  const { heads, signers = [SIGNER], listed = signers, expired = [], purpose = 'J' } = options
  const entries = Array.from({ length: heads.at(-1) ?? 0 }, (_, index) =>
    canonicalEntry({ ...entryOf(`viewer-${index}`), purpose, index, id: `dsc_${index}` }),
  )
  const tree = treeOf(entries)
  const headAt = (size: number) => signCheckpoint({ origin: ORIGIN, size, root: tree.rootAt(size) }, signers)
  const lines = writeExport({
    origin: ORIGIN,
    keys: listed.map(({ key }) => formatVerifierKey(key)),
    entries: each(entries, (entry, index) => ({
      index,
      entry: expired.includes(index) ? null : entry.toString('utf8'),
      leafHash: tree.leaves[index] ?? Buffer.of(),
    })),
    heads: each(heads, (size) => ({ size, checkpoint: headAt(size) })),
  })
  const written: string[] = []
  for await (const line of lines) written.push(line)
  return { lines: written, entries, tree, headAt }
}

async function* each<From, To>(items: readonly From[], map: (item: From, index: number) => To): AsyncGenerator<To> {
  for (const [index, item] of items.entries()) yield await Promise.resolve(map(item, index))
}

/** Without the line feeds, as `verifyExport` takes them. */
export const linesIn = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/\n$/, ''))
