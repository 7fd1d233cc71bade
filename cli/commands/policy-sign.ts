import { Command } from 'commander'
import { signedBundleRequest } from '../../hub/sign-bundle.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'

interface Options {
  readonly key: string
  readonly jurisdiction: string
  readonly effectiveFrom: string
  readonly withdraw: boolean
}

/** `comity policy sign` */
export function policySignCommand({ out }: CliContext): Command {
  const command = new Command('sign')
    .summary("sign a jurisdiction's bundle for its publication")
    .description(
      'Reads a bundle beside the rules of this version, signs it, and prints the JSON body of the request that publishes ' +
        'it, ready to send. No hub needs to run.',
    )
    .argument('[file]', 'Cedar text of the bundle, at most 256 KB; none with --withdraw')
    .requiredOption('--key <file>', "the policy officer's Ed25519 private key, PKCS #8 PEM")
    .requiredOption('--jurisdiction <code>', 'whose bundle it is, e.g. US-CA')
    .requiredOption('--effective-from <day>', 'the first day on which it holds (UTC), today or later: 2026-03-01')
    .option('--withdraw', 'sign the withdrawal of the bundle instead', false)
    .addHelpText('after', HELP)
  return command.action((file: string | undefined, { withdraw, key, jurisdiction, effectiveFrom }: Options) => {
    if (withdraw === (file !== undefined)) command.error('error: name a file, or --withdraw, and not both')
    const body = signedBundleRequest({ jurisdiction, effectiveFrom, keyFile: key, file: file ?? null })
    out(`${JSON.stringify(body)}\n`)
  })
}

const HELP = `
What is signed is this UTF-8 text, without a line break at its end:
  comity-bundle-v1
  <jurisdiction>
  <first day>
  <SHA-256 of the bundle's text, hex; "withdrawn" for a withdrawal>

The hub takes it from the policy officer of the jurisdiction alone, if it holds the key's public half for that jurisdiction.
In a demo the keys of the personas policy-state and policy-tribal lie in the data folder, as
keys/policy-officer-<jurisdiction>.pem, once the hub has started.

Example:
  npx comity policy sign --key .comity/keys/policy-officer-US-CA.pem --jurisdiction US-CA \\
    --effective-from 2026-12-01 US-CA.cedar |
    curl -s http://127.0.0.1:4000/graphql -H 'content-type: application/json' \\
      -H "authorization: Bearer $(npx comity token policy-state)" -d @-
${exitCodes('the bundle is refused (file, line and reason are said), or a file cannot be read')}`
