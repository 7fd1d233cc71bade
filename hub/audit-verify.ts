import { readFile } from 'node:fs/promises'
import { type FaultKind, FAULTS } from '../audit/export/faults.js'
import { PROOF_FORMAT } from '../audit/export/proof.js'
import { type ExportReport, verifyExport, type VerifyOptions } from '../audit/export/verify-export.js'
import { type ProofReport, verifyProof } from '../audit/export/verify-proof.js'
import { parseVerifierKey, type VerifierKey } from '../audit/tree/note.js'
import { ComityError } from '../contract/errors.js'
import { fileLines } from './file-lines.js'

export type { Fault } from '../audit/export/faults.js'

export interface AuditToVerify {
  /** An export, or the proof of one entry. */
  readonly file: string
  /** Verifier keys, or files that hold some, one a line. */
  readonly keys: readonly string[]
  readonly witnesses: readonly string[]
  readonly expiredBefore: number
}

export type Verification = ({ readonly kind: 'EXPORT' } & ExportReport) | ({ readonly kind: 'PROOF' } & ProofReport)

/** In words, after the place. */
export const faultMeaning = (kind: FaultKind): string => FAULTS[kind]

/** Bytes of a line, and of a proof: an entry of the largest answer there can be is far smaller. */
const LIMIT = 64 * 1024 * 1024

/**
 * Verifies a file with nothing but the public keys: no hub, no database, no network.
 * @throws ComityError BAD_INPUT where a file cannot be read or a key is none
 */
export async function verifyAuditFile({ file, keys, witnesses, expiredBefore }: AuditToVerify): Promise<Verification> {
  const options: VerifyOptions = {
    keys: (await Promise.all(keys.map(keysIn))).flat(),
    // Each gateway has a witness file of its own; the log is the same.
    witness: (await Promise.all(witnesses.map((witness) => textOf('--witness', witness)))).join('\n'),
    expiredBefore,
  }
  try {
    if (await isProof(file)) return { kind: 'PROOF', ...verifyProof(await readFile(file, 'utf8'), options) }
    return { kind: 'EXPORT', ...(await verifyExport(fileLines(file, LIMIT), options)) }
  } catch (error) {
    throw unreadable('the file', file, error)
  }
}

/** A proof is a document of several lines, of which the second names its format. */
async function isProof(file: string): Promise<boolean> {
  const lines = fileLines(file, LIMIT)
  const [first, second] = [await lines.next(), await lines.next()]
  await lines.return(undefined)
  return first.value === '{' && typeof second.value === 'string' && second.value.includes(PROOF_FORMAT)
}

async function keysIn(keyOrFile: string): Promise<VerifierKey[]> {
  const key = parseVerifierKey(keyOrFile)
  if (key !== null) return [key]
  const text = await textOf('--key', keyOrFile)
  const lines = text.split(/\r?\n/).filter((line) => line !== '')
  const keys = lines.flatMap((line) => parseVerifierKey(line) ?? [])
  if (keys.length === 0 || keys.length < lines.length)
    throw new ComityError('BAD_INPUT', `--key: must be a verifier key, or a file of them, one a line: ${keyOrFile}.`)
  return keys
}

async function textOf(what: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw unreadable(what, file, error)
  }
}

function unreadable(what: string, file: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException
  return syscall === undefined ? error : new ComityError('BAD_INPUT', `${what} cannot be read (${code}): ${file}.`)
}
