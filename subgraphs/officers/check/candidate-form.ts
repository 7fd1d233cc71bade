import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { type DateParts, nameText, partialDateText, shortText } from '../../kit/input.js'
import { partialDate } from '../../kit/partial-date.js'
import { type Candidate, candidateDigestInput, type PartialDate } from '../matching/index.js'

const LISTS_MAX = 20

function toPartial(parts: DateParts | null | undefined): PartialDate | null {
  const date = parts ? partialDate(parts.date, parts.precision) : null
  return date ? { value: date.value, precision: date.precision } : null
}

const optionalName = nameText.nullish().transform((text) => text ?? null)

/** The candidate as the hiring agency states him or her. Dates in the future are refused. */
export function candidateForm(today: number) {
  const date = partialDateText(today).nullish()
  const otherName = z.object({
    givenName: optionalName,
    middleName: optionalName,
    familyName: optionalName,
    suffix: optionalName,
  })
  return z
    .object({
      givenName: nameText,
      middleName: optionalName,
      familyName: nameText,
      suffix: optionalName,
      otherNames: z.array(otherName).max(LISTS_MAX).nullish(),
      dateOfBirth: date,
      certificates: z
        .array(z.object({ authority: shortText(100).nullish(), number: shortText(40) }))
        .max(LISTS_MAX)
        .nullish(),
      formerEmployers: z
        .array(z.object({ agency: shortText(200), from: date, to: date, reasonStated: shortText(500).nullish() }))
        .max(LISTS_MAX)
        .nullish(),
    })
    .transform((form): Candidate => ({
      givenName: form.givenName,
      middleName: form.middleName,
      familyName: form.familyName,
      suffix: form.suffix,
      otherNames: (form.otherNames ?? []).map((name) => ({
        given: name.givenName ?? '',
        middle: name.middleName,
        family: name.familyName ?? '',
        suffix: name.suffix,
      })),
      dateOfBirth: toPartial(form.dateOfBirth),
      certificates: (form.certificates ?? []).map((row) => ({ authority: row.authority ?? null, number: row.number })),
      formerEmployers: (form.formerEmployers ?? []).map((row) => ({
        agency: row.agency,
        from: toPartial(row.from),
        to: toPartial(row.to),
        reasonStated: row.reasonStated ?? null,
      })),
    }))
}

/** Binds case and waiver to one candidate without keeping his or her data beside them. */
export function candidateDigest(secret: Uint8Array, candidate: Candidate): string {
  return createHmac('sha256', secret).update(candidateDigestInput(candidate)).digest('hex')
}
