import { z } from 'zod'
import { epochDay } from '../../../contract/clock.js'
import { ComityError } from '../../../contract/errors.js'
import { DATA_CLASSES, INCIDENT_KINDS, JURISDICTION_CLASSES, PURPOSES } from '../../../policy/index.js'
import { dayText, parseInput, shortText } from '../../kit/input.js'
import type { Context } from '../context.js'
import { type AuthorizationInput, INSTRUMENTS } from './authorization.type.js'

/** The directory and the figures are public: they are nobody's records. */
const CLASSES = DATA_CLASSES.filter((dataClass) => dataClass !== 'P0' && dataClass !== 'P11')
/** Longer lists than this name single agencies where a class or a code is meant. */
const RECIPIENTS_MAX = 50

const oneOf = <const Word extends string>(words: readonly Word[]) =>
  z.enum(words as [Word, ...Word[]], `must be one of ${words.join(', ')}`)
const listOf = <T>(word: z.ZodType<T>, max: number) =>
  z
    .array(word)
    .min(1, 'must name at least one')
    .max(max, `must name at most ${max}`)
    .transform((words): T[] => [...new Set(words)])

/** The form of an authorization; recipients are looked up besides. */
export function authorizationForm(today: number) {
  return z
    .object({
      instrument: oneOf(INSTRUMENTS),
      reference: shortText(100),
      citation: shortText(300),
      purposes: listOf(oneOf(PURPOSES), PURPOSES.length),
      recipients: listOf(shortText(64), RECIPIENTS_MAX),
      classes: listOf(oneOf(CLASSES), CLASSES.length),
      kinds: listOf(oneOf(['*', 'NONE', ...INCIDENT_KINDS]), INCIDENT_KINDS.length + 2),
      from: dayText,
      until: dayText,
    })
    .superRefine(({ from, until }, context) => {
      const fault = (message: string) => context.addIssue({ code: 'custom', path: ['until'], message })
      if (until <= from) fault('must lie after from')
      else if (epochDay(until) <= today) fault('has passed: it would be expired from the start')
    })
}

export type Terms = z.output<ReturnType<typeof authorizationForm>>

export interface AgencyPlace {
  readonly id: string
  readonly jurisdictionCode: string
  readonly jurisdictionClass: string
}

/** Recipients that are neither `*` nor a class, as the directory knows them. */
export interface KnownRecipients {
  readonly jurisdictions: readonly { readonly code: string; readonly class: string }[]
  readonly agencies: readonly AgencyPlace[]
}

/** @throws ComityError BAD_INPUT where one is neither `*`, a class, a jurisdiction nor an agency of this hub */
async function lookUp(context: Context, recipients: readonly string[]): Promise<KnownRecipients> {
  const classes: readonly string[] = JURISDICTION_CLASSES
  const named = recipients.filter((recipient) => recipient !== '*' && !classes.includes(recipient))
  const jurisdictions = await context.db.jurisdiction.findMany({
    where: { code: { in: named } },
    select: { code: true, class: true },
  })
  const agencies = await context.db.agency.findMany({
    where: { id: { in: named } },
    select: { id: true, jurisdictionCode: true, jurisdictionClass: true },
  })
  const known = new Set([...jurisdictions.map(({ code }) => code), ...agencies.map(({ id }) => id)])
  const at = recipients.findIndex((recipient) => named.includes(recipient) && !known.has(recipient))
  if (at !== -1) {
    const argument = `input.recipients.${at}`
    throw new ComityError(
      'BAD_INPUT',
      `${argument}: must be *, one of ${JURISDICTION_CLASSES.join(', ')}, or the code of a jurisdiction or the id of an agency that this hub knows.`,
      { arguments: [argument] },
    )
  }
  return { jurisdictions, agencies }
}

/** @throws ComityError BAD_INPUT naming each argument that is not as it has to be */
export async function readTerms(
  context: Context,
  input: AuthorizationInput,
): Promise<{ terms: Terms; known: KnownRecipients }> {
  const terms = parseInput(authorizationForm(context.today), input, 'input')
  return { terms, known: await lookUp(context, terms.recipients) }
}
