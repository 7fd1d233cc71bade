import { ORIGINS, type Origin } from './name-pools.js'
import type { PersonName } from './plans.js'
import type { Rng } from './rng.js'

const TOTAL = ORIGINS.reduce((sum, origin) => sum + origin.share, 0)

function originOf(rng: Rng): Origin {
  let left = rng.next() * TOTAL
  for (const origin of ORIGINS) {
    left -= origin.share
    if (left < 0) return origin
  }
  // Rounding may leave a rest of zero.
  return ORIGINS[0] as Origin
}

function suffixOf(rng: Rng): string | null {
  const draw = rng.next()
  if (draw < 0.028) return 'Jr.'
  if (draw < 0.033) return 'Sr.'
  if (draw < 0.041) return 'III'
  if (draw < 0.044) return 'II'
  return draw < 0.0445 ? 'IV' : null
}

function middleOf(given: readonly string[], rng: Rng): string | null {
  const name = rng.pick(given)
  const draw = rng.next()
  if (draw < 0.55) return name
  return draw < 0.75 ? `${name.slice(0, 1)}.` : null
}

/** A family name; some are frequent, so that different persons share whole names. */
export function drawFamily(rng: Rng, origin: Origin = originOf(rng)): string {
  const first = rng.pickSkewed(origin.families, 1.7)
  if (origin.doubles && rng.chance(0.55)) return `${first}${rng.chance(0.2) ? '-' : ' '}${rng.pick(origin.families)}`
  return rng.chance(0.03) ? `${first}-${drawFamily(rng)}` : first
}

export function drawName(rng: Rng): PersonName {
  const origin = originOf(rng)
  const given = rng.chance(0.24) ? origin.women : origin.men
  return {
    given: rng.pickSkewed(given, 1.5),
    middle: middleOf(given, rng),
    family: drawFamily(rng, origin),
    suffix: suffixOf(rng),
  }
}
