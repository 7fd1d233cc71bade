import { type Clock, epochDay } from '../contract/clock.js'
import { requireDay } from '../hub/day.js'
import type { EpochDay } from '../policy/index.js'

/** The day of an option, today where it is not given. @throws ComityError BAD_INPUT naming the option */
export function dayOrToday(option: string, text: string | undefined, clock: Clock): EpochDay {
  return epochDay(text === undefined ? clock() : requireDay(option, text))
}
