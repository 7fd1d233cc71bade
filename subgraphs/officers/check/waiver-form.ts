import { z } from 'zod'
import { ComityError } from '../../../contract/errors.js'
import type { Purpose } from '../../../policy/index.js'
import { parseInput, shortText } from '../../kit/input.js'
import { SignatureKind } from './check.input.js'

const day = z.iso.date('must be a date such as 2026-03-01').transform((text) => new Date(`${text}T00:00:00Z`))

const form = z
  .object({
    reference: shortText(100),
    signedOn: day,
    expiresOn: day,
    scope: z.array(shortText(50)).min(1, 'must name at least one purpose').max(20),
    recipients: z.array(shortText(64)).max(20).nullish(),
    signature: z.enum(SignatureKind),
    sha256: z
      .string()
      .regex(/^[0-9a-fA-F]{64}$/, 'must be 64 hexadecimal digits')
      .transform((text) => text.toLowerCase()),
  })
  .refine((waiver) => waiver.signedOn <= waiver.expiresOn, {
    path: ['expiresOn'],
    message: 'must not lie before signedOn',
  })

export type WaiverForm = z.infer<typeof form>

export interface WaiverTerms {
  readonly agency: string
  readonly purpose: Purpose
  /** Epoch day. */
  readonly today: number
}

const DAY = 86_400_000

/**
 * The waiver of a case that takes one; null for a case that takes none.
 * @throws ComityError WAIVER_REQUIRED, WAIVER_NOT_TAKEN, and what `parseWaiver` throws
 */
export function waiverOf(input: unknown, takesWaiver: boolean, terms: WaiverTerms): WaiverForm | null {
  const isSent = input !== null && input !== undefined
  if (takesWaiver && !isSent) throw new ComityError('WAIVER_REQUIRED', 'input.waiver.')
  if (!takesWaiver && isSent) throw new ComityError('WAIVER_NOT_TAKEN', 'input.waiver.')
  return isSent ? parseWaiver(input, terms) : null
}

/**
 * A waiver that covers this agency and purpose today.
 * @throws ComityError BAD_INPUT, WAIVER_NOT_YET_SIGNED, WAIVER_EXPIRED, WAIVER_SCOPE
 */
export function parseWaiver(input: unknown, terms: WaiverTerms): WaiverForm {
  const waiver = parseInput(form, input, 'input.waiver')
  if (waiver.signedOn.getTime() / DAY > terms.today)
    throw new ComityError('WAIVER_NOT_YET_SIGNED', 'input.waiver.signedOn.')
  if (waiver.expiresOn.getTime() / DAY < terms.today) throw new ComityError('WAIVER_EXPIRED', 'input.waiver.expiresOn.')
  if (!waiver.scope.includes(terms.purpose))
    throw new ComityError('WAIVER_SCOPE', `input.waiver.scope must name ${terms.purpose}.`)
  if (waiver.recipients && !waiver.recipients.includes(terms.agency)) {
    throw new ComityError('WAIVER_SCOPE', 'input.waiver.recipients does not name the requesting agency.')
  }
  return waiver
}
