import { createPublicKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { keyIdOf } from '../contract/bundle-signature.js'
import { type Clock, dayToDate, epochDay, FAR_FUTURE } from '../contract/clock.js'
import { ComityError } from '../contract/errors.js'
import type { Config } from './config.js'
import { requireDay } from './day.js'
import { withOwner } from './with-owner.js'

export interface PolicyKeyRegistration {
  readonly jurisdiction: string
  /** Of an Ed25519 public key, SPKI PEM. */
  readonly file: string
  /** The first day on which the key signs nothing any more; without it, no such day is known. */
  readonly until: string | null
}

const REGISTER = `
insert into hub.policy_key (jurisdiction, key_id, public_key, "from", until, recorded_at)
values ($1, $2, $3, $4, $5, $6)
on conflict (jurisdiction, key_id) do update set until = excluded.until`

/**
 * Lets a key sign the bundles of a jurisdiction, from today on; or, for a key that may already, says when it ends. What it
 * signed before stays in force. Done by the operator, as the owner of the database.
 * @returns a sentence that says what holds now
 * @throws ComityError BAD_INPUT, JURISDICTION_UNKNOWN, and those of opening the database
 */
export async function registerPolicyKey(
  { jurisdiction, file, until }: PolicyKeyRegistration,
  config: Config,
  clock: Clock,
): Promise<string> {
  const key = publicKey(file)
  const end = until === null ? FAR_FUTURE : requireDay('--until', until)
  await withOwner(config, clock, async (client) => {
    const known = await client.query('select 1 from agencies.jurisdiction where code = $1', [jurisdiction])
    if (known.rowCount === 0) throw new ComityError('JURISDICTION_UNKNOWN', '--jurisdiction.')
    const pem = key.export({ type: 'spki', format: 'pem' })
    const today = dayToDate(epochDay(clock()))
    await client.query(REGISTER, [jurisdiction, keyIdOf(key), pem, today, end, clock()])
  })
  return `Key ${keyIdOf(key)} signs bundles of ${jurisdiction}${until === null ? '' : ` until ${until}`}.`
}

function publicKey(file: string): KeyObject {
  let pem: Buffer
  try {
    pem = readFileSync(file)
  } catch (error) {
    throw new ComityError('BAD_INPUT', `the key cannot be read (${(error as NodeJS.ErrnoException).code}): ${file}.`)
  }
  // Whoever holds the database must not hold what signs in a jurisdiction's name.
  if (pem.includes('PRIVATE KEY'))
    throw new ComityError('BAD_INPUT', 'the file holds a private key; name its public half.')
  try {
    const key = createPublicKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Not a key at all: the same words.
  }
  throw new ComityError('BAD_INPUT', 'the file must be the PEM of an Ed25519 public key.')
}
