import { ComityError } from '../../../contract/errors.js'
import type { ImportProfile } from '../profile.js'
import { vaDcjs } from './va-dcjs/index.js'

export const PROFILES: readonly ImportProfile[] = [vaDcjs]

export function profileNamed(id: string): ImportProfile {
  const profile = PROFILES.find((each) => each.id === id)
  if (profile) return profile
  throw new ComityError('BAD_INPUT', `profile: one of ${PROFILES.map((each) => each.id).join(', ')}.`)
}
