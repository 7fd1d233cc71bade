import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ComityError } from '../contract/errors.js'
import { configInvalid, type Config } from './config.js'

/** What authenticates cursors and recognises candidates: shorter ones could be guessed. */
const SECRET_BYTES = 32

/** Generated keys lie here, in files that their owner alone can read. */
const keysDir = (config: Pick<Config, 'dataDir'>): string => join(config.dataDir, 'keys')

/** Ed25519 pair with which the gateway signs its fetches; generated at first use unless a file is named. */
export function gatewayKeyPair(config: Config): { privateKey: KeyObject; publicKey: KeyObject } {
  const privateKey = config.gatewayKeyFile
    ? namedKey('COMITY_GATEWAY_KEY_FILE', config.gatewayKeyFile, createPrivateKey)
    : generatedKey(join(keysDir(config), 'gateway.pem'))
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

/** All that a subgraph service needs: the public key alone if it is given, else that of the data folder's pair. */
export function gatewayPublicKey(config: Config): KeyObject {
  return config.gatewayPublicKeyFile
    ? namedKey('COMITY_GATEWAY_PUBLIC_KEY_FILE', config.gatewayPublicKeyFile, createPublicKey)
    : gatewayKeyPair(config).publicKey
}

/** Signs demo personas' tokens. Its file means nothing to a hub whose database is not a demo. */
export function demoKey(config: Pick<Config, 'dataDir'>): KeyObject {
  return generatedKey(join(keysDir(config), 'demo-issuer.pem'))
}

/** Signs what a policy officer of the demo publishes for a jurisdiction. */
export function demoPolicyKey(config: Pick<Config, 'dataDir'>, jurisdiction: string): KeyObject {
  return generatedKey(demoPolicyKeyFile(config, jurisdiction))
}

export const demoPolicyKeyFile = (config: Pick<Config, 'dataDir'>, jurisdiction: string): string =>
  join(keysDir(config), `policy-officer-${jurisdiction}.pem`)

/**
 * Ed25519 keys that sign the disclosure log's heads: the one in force, generated at first use unless a file is named, and the
 * one before it while a rotation is under way.
 */
export function logKeys(config: Pick<Config, 'dataDir' | 'logKeyFile' | 'logPreviousKeyFile'>): KeyObject[] {
  const inForce = config.logKeyFile
    ? namedKey('COMITY_LOG_KEY_FILE', config.logKeyFile, createPrivateKey)
    : generatedKey(join(keysDir(config), 'disclosure-log.pem'))
  const previous = config.logPreviousKeyFile
  if (previous === null) return [inForce]
  return [inForce, namedKey('COMITY_LOG_PREVIOUS_KEY_FILE', previous, createPrivateKey)]
}

export const cursorSecret = (config: Config): Buffer =>
  secretOf('COMITY_CURSOR_SECRET_FILE', config.cursorSecretFile, join(keysDir(config), 'cursor.secret'))

export const candidateSecret = (config: Config): Buffer =>
  secretOf('COMITY_CANDIDATE_SECRET_FILE', config.candidateSecretFile, join(keysDir(config), 'candidate.secret'))

function secretOf(variable: string, named: string | null, generated: string): Buffer {
  if (named === null)
    return Buffer.from(
      readOrCreate(generated, () => randomBytes(SECRET_BYTES).toString('hex')),
      'hex',
    )
  const secret = readNamed(variable, named)
  if (secret.length < SECRET_BYTES) {
    throw configInvalid([
      { variable, is: `a file of ${secret.length} bytes`, mustBe: `a file of ${SECRET_BYTES} or more` },
    ])
  }
  return secret
}

function generatedKey(path: string): KeyObject {
  const create = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string
  return createPrivateKey(readOrCreate(path, create))
}

function namedKey(variable: string, path: string, parse: (pem: Buffer) => KeyObject): KeyObject {
  const mustBe = 'a PEM file of an Ed25519 key'
  const pem = readNamed(variable, path)
  let key: KeyObject
  try {
    key = parse(pem)
  } catch {
    throw configInvalid([{ variable, is: 'a file that holds no key', mustBe }])
  }
  if (key.asymmetricKeyType !== 'ed25519') {
    throw configInvalid([{ variable, is: `a key of type ${key.asymmetricKeyType}`, mustBe }])
  }
  return key
}

function readNamed(variable: string, path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw configInvalid([{ variable, is: `a file that cannot be read (${code})`, mustBe: 'a readable file' }])
  }
}

/**
 * The file's text, made first if there is none. Two processes that start at once end with one and the same: the text
 * is written aside and linked into place, which only one of them can do, and which never shows half a file.
 */
function readOrCreate(path: string, create: () => string): string {
  const existing = tryRead(path)
  if (existing !== null) return existing
  const aside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(aside, create(), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    throw unwritable(path, error)
  }
  try {
    linkSync(aside, path)
  } catch (error) {
    // Another process was faster: its text is the one that counts.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unwritable(path, error)
  } finally {
    rmSync(aside, { force: true })
  }
  return readFileSync(path, 'utf8')
}

function tryRead(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw unwritable(path, error)
  }
}

function unwritable(path: string, error: unknown): ComityError {
  return new ComityError('DATA_DIR_UNWRITABLE', `(${dirname(path)}: ${(error as NodeJS.ErrnoException).code})`)
}
