import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { bundleDigest, keyIdOf, signBundle } from '../contract/bundle-signature.js'
import { ComityError } from '../contract/errors.js'
import { checkBundle, PolicyError, readPolicyFiles } from '../policy/index.js'
import { requireDay } from './day.js'

export interface BundleToSign {
  readonly jurisdiction: string
  /** `2026-03-01` */
  readonly effectiveFrom: string
  /** Of an Ed25519 private key, PKCS #8 PEM. */
  readonly keyFile: string
  /** Of the bundle's text; null signs a withdrawal. */
  readonly file: string | null
}

/** The body of the request that publishes or withdraws; sent as it is. */
export interface SignedBundleRequest {
  readonly query: string
  readonly variables: {
    readonly input: Readonly<Record<'jurisdiction' | 'effectiveFrom' | 'keyId' | 'signature', string>> & {
      readonly text?: string
    }
    readonly key: string
  }
}

const FIELDS = '{ jurisdiction source state publication effectiveFrom sha256 }'
const PUBLISH = `mutation PublishBundle($input: PublishBundleInput!, $key: String) { publishBundle(input: $input, idempotencyKey: $key) ${FIELDS} }`
const WITHDRAW = `mutation WithdrawBundle($input: WithdrawBundleInput!, $key: String) { withdrawBundle(input: $input, idempotencyKey: $key) ${FIELDS} }`

/**
 * Signs a bundle, or its withdrawal, for its jurisdiction's policy officer. The text is read beside this program's own rules
 * first: what the hub would refuse is not signed.
 * @throws ComityError BAD_INPUT, BUNDLE_REFUSED
 */
export function signedBundleRequest({ jurisdiction, effectiveFrom, keyFile, file }: BundleToSign): SignedBundleRequest {
  requireDay('--effective-from', effectiveFrom)
  const key = privateKey(keyFile)
  const text = file === null ? null : read('the bundle', file).toString('utf8')
  if (text !== null) requireSound(jurisdiction, text)
  const sha256 = bundleDigest(text)
  const signature = signBundle(key, { jurisdiction, effectiveFrom, sha256 })
  const input = { jurisdiction, effectiveFrom, keyId: keyIdOf(createPublicKey(key)), signature }
  return {
    query: text === null ? WITHDRAW : PUBLISH,
    variables: {
      input: text === null ? input : { ...input, text },
      // Sent twice, it is published once.
      key: createHash('sha256').update(signature).digest('hex').slice(0, 32),
    },
  }
}

function privateKey(file: string): KeyObject {
  const pem = read('the key', file)
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Not a key at all: the same words.
  }
  throw new ComityError('BAD_INPUT', '--key: must be a PEM file of an Ed25519 private key.')
}

function read(what: string, file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new ComityError('BAD_INPUT', `${what} cannot be read (${(error as NodeJS.ErrnoException).code}): ${file}.`)
  }
}

function requireSound(jurisdiction: string, text: string): void {
  try {
    checkBundle(readPolicyFiles(), jurisdiction, text)
  } catch (error) {
    if (error instanceof PolicyError) throw new ComityError('BUNDLE_REFUSED', `${error.message}.`)
    throw error
  }
}
