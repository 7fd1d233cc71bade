import { z } from 'zod'
import { ComityError } from '../../contract/errors.js'

/**
 * Checks an argument against its form. The message names the argument and the form, never the value: it may be a
 * person's.
 * @throws ComityError BAD_INPUT, DATE_IN_FUTURE
 */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown, argument: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const faults = result.error.issues
    .slice(0, 10)
    .map((issue) => `${[argument, ...issue.path.map(String)].join('.')}: ${issue.message}`)
  const future = result.error.issues.some(
    (issue) => issue.code === 'custom' && issue.params?.['code'] === 'DATE_IN_FUTURE',
  )
  throw new ComityError(future ? 'DATE_IN_FUTURE' : 'BAD_INPUT', `${faults.join('; ')}.`, {
    arguments: result.error.issues.map((issue) => [argument, ...issue.path.map(String)].join('.')),
  })
}

export const NAME_MAX = 100

/** A part of a person's name: 1 to 100 characters once trimmed, no control characters. */
export const nameText = z
  .string()
  .transform((text) => text.trim())
  .pipe(
    z
      .string()
      .min(1, 'must not be empty')
      .max(NAME_MAX, `must have at most ${NAME_MAX} characters`)
      .regex(/^[^\p{Cc}]*$/u, 'must not contain control characters'),
  )

export const shortText = (max: number) =>
  z
    .string()
    .transform((text) => text.trim())
    .pipe(z.string().min(1, 'must not be empty').max(max, `must have at most ${max} characters`))

export interface DateParts {
  readonly date: Date
  readonly precision: 'DAY' | 'MONTH' | 'YEAR'
}

/** `2021`, `2021-03` or `2021-03-01`; a date that exists, from 1900 on, not after `today` unless allowed. */
export function partialDateText(today: number, allowFuture = false) {
  return z.string().transform((text, context): DateParts => {
    const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim())
    const date = parts ? new Date(`${parts[1]}-${parts[2] ?? '01'}-${parts[3] ?? '01'}T00:00:00Z`) : null
    // Date.parse rolls 30 February over to March: the round trip tells.
    if (
      !parts ||
      !date ||
      Number.isNaN(date.getTime()) ||
      !date.toISOString().startsWith(text.trim()) ||
      Number(parts[1]) < 1900
    ) {
      context.addIssue({ code: 'custom', message: 'must be a date such as 2021, 2021-03 or 2021-03-01' })
      return z.NEVER
    }
    if (!allowFuture && date.getTime() / 86_400_000 > today) {
      context.addIssue({ code: 'custom', message: 'must not lie in the future', params: { code: 'DATE_IN_FUTURE' } })
      return z.NEVER
    }
    return { date, precision: parts[3] ? 'DAY' : parts[2] ? 'MONTH' : 'YEAR' }
  })
}

/** `2026-03-01`, a day that exists, in the past or the future. */
export const dayText = z.string().transform((text, context): Date => {
  const day = text.trim()
  const date = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : null
  // Date.parse rolls 30 February over to March: the round trip tells.
  if (date === null || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day)) {
    context.addIssue({ code: 'custom', message: 'must be a day such as 2026-03-01' })
    return z.NEVER
  }
  return date
})
