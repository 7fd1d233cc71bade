import type { Clock } from '../contract/clock.js'
import { ComityError } from '../contract/errors.js'
import type { Persona } from '../contract/persona.js'
import { DEFAULT_TTL_SECONDS, signDemoToken, type DemoTokenRequest } from '../gateway/identity/demo.js'
import { PERSONAS } from '../prisma/seed/personas.js'
import type { Config } from './config.js'
import { demoKey } from './keys.js'

export { DEFAULT_TTL_SECONDS, PERSONAS }

/** @throws ComityError BAD_INPUT naming the personas that there are */
export function findPersona(handle: string): Persona {
  const persona = PERSONAS.find((candidate) => candidate.handle === handle)
  if (persona === undefined) {
    throw new ComityError(
      'BAD_INPUT',
      `persona must be one of ${PERSONAS.map((candidate) => candidate.handle).join(', ')}.`,
    )
  }
  return persona
}

/** A token that the hub of the same data folder accepts if its database is a demo. Needs no running hub. */
export async function demoToken(
  handle: string,
  options: Omit<DemoTokenRequest, 'persona'>,
  config: Pick<Config, 'dataDir'>,
  clock: Clock,
): Promise<string> {
  const persona = findPersona(handle)
  return signDemoToken({ ...options, persona }, demoKey(config), clock)
}
