import type { DisclosureEntryInput } from '../contract/disclosure-log.js'
import type { DataClass } from '../policy/types.js'

/** How long an entry is kept that says that data of a class was disclosed. */
interface Retention {
  /** After the disclosure, at least. */
  readonly years: number
  readonly clause: string
}

/**
 * "for at least five years or the life of the record, whichever is longer". A record's life is not known when it is disclosed:
 * this is the least, and whoever removes an entry also looks whether the hub still holds the record (hub/audit-retain.ts).
 */
const PRIVACY_ACT: Retention = { years: 5, clause: '5 U.S.C. 552a(c)(2)' }
/** No accounting is due for data of no person, but an entry is not kept for less because some of it is. */
const NO_PERSON: Retention = { years: 5, clause: 'none' }

export const RETENTION: Readonly<Record<DataClass, Retention>> = {
  P0: NO_PERSON,
  P1: PRIVACY_ACT,
  P2: PRIVACY_ACT,
  P3a: PRIVACY_ACT,
  P3b: PRIVACY_ACT,
  P4: PRIVACY_ACT,
  P5: PRIVACY_ACT,
  P6: PRIVACY_ACT,
  P7: PRIVACY_ACT,
  P8: PRIVACY_ACT,
  P9: PRIVACY_ACT,
  P10: PRIVACY_ACT,
  P11: NO_PERSON,
}

/** The first moment at which the entry may be removed: the longest of its classes decides. */
export function retainUntil({ at, records }: Pick<DisclosureEntryInput, 'at' | 'records'>): Date {
  const classes = records.flatMap((record) => record.classes)
  const years = Math.max(PRIVACY_ACT.years, ...classes.map((dataClass) => RETENTION[dataClass].years))
  const until = new Date(at)
  until.setUTCFullYear(at.getUTCFullYear() + years)
  return until
}
