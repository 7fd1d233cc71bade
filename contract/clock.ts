/** Passed in, never read from the system inside a rule or a repository. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

const DAY = 86_400_000

/** Whole days since 1970-01-01 (UTC). */
export function epochDay(date: Date): number {
  return Math.floor(date.getTime() / DAY)
}

export function dayToDate(day: number): Date {
  return new Date(day * DAY)
}

/** Stands for "no end known" in NOT NULL date facts. */
export const FAR_FUTURE = new Date('9999-12-31T00:00:00Z')
/** Stands for "no beginning known". */
export const FAR_PAST = new Date('1000-01-01T00:00:00Z')
