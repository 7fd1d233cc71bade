import { Command, InvalidArgumentError } from 'commander'
import { verifyAuditFile } from '../../hub/audit-verify.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import { CommandFailed } from '../failed.js'
import { verificationText } from '../verification-text.js'

interface Options {
  readonly key: readonly string[]
  readonly witness?: readonly string[]
  readonly expiredBefore: number
  readonly json: boolean
}

/** `comity audit verify` */
export function auditVerifyCommand({ out }: CliContext): Command {
  return new Command('verify')
    .summary('verify an export of the disclosure log, or the proof of an entry')
    .description(
      'Verifies a file of comity audit export or comity audit prove with nothing but the public key of the log: no hub, no ' +
        'database, no network. Computes every leaf hash and every root again, and verifies the signature of every head. Names ' +
        'the place of every fault.',
    )
    .argument('<file>', 'the export, or the proof')
    .requiredOption(
      '--key <key>',
      'verifier key of the log (comity audit key), or a file of such keys, one a line; may be given again',
      collect,
    )
    .option(
      '--witness <file>',
      "a gateway's witness file (COMITY_WITNESS_FILE), or any file of the log's signed heads; may be given again",
      collect,
    )
    .option(
      '--expired-before <index>',
      'entries of a lower index may be without contents, since their retention has ended; the others may not',
      index,
      0,
    )
    .option('--json', 'print one JSON document', false)
    .addHelpText('after', HELP)
    .action(async (file: string, { key, witness = [], expiredBefore, json }: Options) => {
      const verification = await verifyAuditFile({ file, keys: key, witnesses: witness, expiredBefore })
      out(json ? `${JSON.stringify(verification, null, 2)}\n` : verificationText(verification))
      if (!verification.ok) throw new CommandFailed()
    })
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

function index(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It is not the index of an entry.')
  return Number(text)
}

const HELP = `
The key must come from whoever vouches for the log, and not with the file. Without a witness, the holder of the log's private
key could still hand out a log that was written anew from some point on; a witness shows that, and an end that was cut off.

A fault is named by the line of the export, the index of the entry (from 0) and the size of the signed head in question. After
an entry that is missing or a root that differs, later roots cannot be right and are not compared: mend that one first.

--json: { kind: "EXPORT", ok, origin, entries, withoutContents, heads, headsVerified, lastVerified { size, root }, faults
[{ kind, line, entry, head, note }], faultCount }, or { kind: "PROOF", ok, proof, size, witnessed, faults }

Example:
  npx comity audit key > log.key
  npx comity audit export --out log.jsonl
  npx comity audit verify log.jsonl --key log.key --witness heads.txt
${exitCodes('a fault was found, and is printed, or a file cannot be read')}`
