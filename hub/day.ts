import { ComityError } from '../contract/errors.js'

/** A day of the command line. @throws ComityError BAD_INPUT naming the option */
export function requireDay(option: string, text: string): Date {
  const date = new Date(`${text}T00:00:00Z`)
  // Date.parse rolls 30 February over to March: the round trip tells.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text))
    throw new ComityError('BAD_INPUT', `${option}: must be a day such as 2026-03-01.`)
  return date
}
