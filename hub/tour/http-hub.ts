import { ComityError } from '../../contract/errors.js'
import { type Ask, type Asker, readAnswer, type TourHub } from './ask.js'
import { SHIELD_OFF_PATH } from './paths.js'

/** Milliseconds for one answer: a hub that hangs must not hang the tour. */
const PATIENCE = 30_000

/** A hub at an address. `tokenOf` gives null for whoever asks without a token. */
export function hubAt(origin: string, tokenOf: (who: Asker) => Promise<string | null>): TourHub {
  const askAt =
    (path: string): Ask =>
    async (who, operation) => {
      const token = await tokenOf(who)
      const response = await fetch(new URL(path, origin), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(operation),
        signal: AbortSignal.timeout(PATIENCE),
      }).catch(() => {
        throw new ComityError('HUB_UNREACHABLE', `${origin}.`)
      })
      return readAnswer(await response.json().catch(() => null))
    }
  return { ask: askAt('/graphql'), askWithoutShield: askAt(SHIELD_OFF_PATH) }
}
