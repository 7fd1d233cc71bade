import { Command } from 'commander'
import { exportLog } from '../../hub/audit-export.js'
import { verifierKeys } from '../../hub/audit-key.js'
import { proveEntry } from '../../hub/audit-prove.js'
import { readConfig } from '../../hub/config.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import { auditRetainCommand } from './audit-retain.js'
import { auditVerifyCommand } from './audit-verify.js'

/** `comity audit …` */
export function auditCommand(context: CliContext): Command {
  return new Command('audit')
    .summary('export, prove and verify the disclosure log')
    .description(
      'The disclosure log is an RFC 6962 Merkle tree with signed heads (C2SP tlog-checkpoint): what was disclosed to whom can be ' +
        'proved to a third party, and cannot be changed unseen.',
    )
    .addCommand(auditKeyCommand(context))
    .addCommand(auditExportCommand(context))
    .addCommand(auditProveCommand(context))
    .addCommand(auditVerifyCommand(context))
    .addCommand(auditRetainCommand(context))
}

function auditKeyCommand({ env, clock, out }: CliContext): Command {
  return new Command('key')
    .summary('print the public keys of the log')
    .description(
      'Prints the verifier keys (C2SP signed-note) with which the heads of the log are verified, one a line, the oldest ' +
        'first. Hand them to whoever is to verify the log, by a way that you trust. A hub may run meanwhile.',
    )
    .addHelpText(
      'after',
      `
Example:
  npx comity audit key > log.key
${exitCodes('a key file or the database cannot be read')}`,
    )
    .action(async () => {
      for (const key of await verifierKeys(readConfig(env), clock)) out(`${key}\n`)
    })
}

function auditExportCommand({ env, clock, out }: CliContext): Command {
  return new Command('export')
    .summary('write the whole log to a file')
    .description(
      'Writes every entry and every signed head to a file of JSON lines; a new file can be read by its owner alone. Entries say who saw ' +
        "which records, why and under which rules: ids and data classes, no person's data. A hub may run meanwhile; what it " +
        'appends after the start is not in the file.',
    )
    .requiredOption('--out <file>', 'where to; an existing file is replaced')
    .addHelpText(
      'after',
      `
First line: { format, origin, keys }. Then { index, entry, leafHash } for each entry, where "entry" is the text that was
hashed, or null if its retention has ended; after the last entry of each signed head { head, checkpoint }; at the end
{ end { entries, heads } }.

Example:
  npx comity audit export --out log.jsonl
${exitCodes('the file cannot be written, or the database cannot be reached')}`,
    )
    .action(async ({ out: file }: { out: string }) => {
      const { origin, size } = await exportLog(file, readConfig(env), clock)
      out(`${origin}: ${size} entries in ${file}\n`)
    })
}

function auditProveCommand({ env, clock, out }: CliContext): Command {
  return new Command('prove')
    .summary('prove that an entry is in the log')
    .description(
      'Prints a proof of one entry under the last signed head: entry, audit path and head, for comity audit verify. It holds ' +
        'nothing of the other entries but hashes. A hub may run meanwhile.',
    )
    .argument('<entry-id>', 'id of the entry, dsc_…')
    .option('--out <file>', 'where to, instead of standard output; an existing file is replaced')
    .addHelpText(
      'after',
      `
Example:
  npx comity audit prove dsc_01J9ZK3V6T8QWXYR5N7M2P4H0C --out proof.json
  npx comity audit verify proof.json --key log.key
${exitCodes('the log has no such entry, the file cannot be written, or the database cannot be reached')}`,
    )
    .action(async (id: string, { out: file }: { out?: string }) => {
      const proof = await proveEntry(id, file ?? null, readConfig(env), clock)
      if (file === undefined) out(proof)
    })
}
