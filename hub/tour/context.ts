import type { TourBlock, TourClaim, TourStep } from '../../contract/tour.js'
import type { Answer, TourHub } from './ask.js'

/** One walk: its cases and matters bear its name, so that it can be repeated on the same hub. */
export interface Walk {
  readonly hub: TourHub
  /** Eight hexadecimal digits, in every case reference and file reference of this walk. */
  readonly name: string
  /** ISO date. */
  readonly today: string
}

export type Chapter = (walk: Walk) => Promise<TourStep>

export const text = (words: string): TourBlock => ({ kind: 'text', text: words })
export const code = (lines: string): TourBlock => ({ kind: 'code', text: lines })

export function table(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): TourBlock {
  return { kind: 'table', caption, columns, rows }
}

export const claim = (words: string, holds: boolean): TourClaim => ({ text: words, holds })

/** A check under a case of its own; the paper's number and digest are made from the walk's name. */
export function waiver(walk: Walk, slug: string): Readonly<Record<string, unknown>> {
  const year = Number(walk.today.slice(0, 4))
  return {
    reference: `TOUR-${walk.name}-${slug}`,
    signedOn: walk.today,
    expiresOn: `${year + 1}${walk.today.slice(4).replace('02-29', '02-28')}`,
    scope: ['J'],
    signature: 'ELECTRONIC',
    sha256: Buffer.from(`${walk.name}-${slug}`).toString('hex').padEnd(64, '0').slice(0, 64),
  }
}

export const caseOf = (walk: Walk, slug: string): string => `TOUR-${walk.name}-${slug}`

/** The same answer, letter by letter. */
export function sameAnswer(one: Answer<unknown>, other: Answer<unknown>): boolean {
  return JSON.stringify([one.data, one.errors]) === JSON.stringify([other.data, other.errors])
}

/** An answer without a person in it, and without a word of why. */
export function isSilent(answer: Answer<Readonly<Record<string, unknown>>>): boolean {
  return answer.errors.length === 0 && Object.values(answer.data ?? {}).every((value) => value === null)
}

/** The policies behind what an answer withheld: `CLS-2`, in the order of the answer. */
export function policiesOf(answer: Answer<unknown>): { policy: string; citation: string; coordinate: string }[] {
  return answer.errors
    .filter(({ extensions }) => extensions['code'] === 'WITHHELD')
    .map(({ extensions }) => ({
      policy: wordOf(extensions['policy'], 'no policy named'),
      citation: citationOf(extensions['citation']),
      coordinate: wordOf(extensions['coordinate'], ''),
    }))
}

const wordOf = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise)

function citationOf(value: unknown): string {
  if (typeof value === 'string') return value
  return wordOf((value as { text?: unknown } | null | undefined)?.text, '')
}
