import { z } from 'zod'
import { CHANNEL, type ChannelPayload } from '../contract/disclosure.js'
import { DATA_CLASSES } from '../policy/types.js'

/** A sentence of a policy is short; more than this is no sentence. */
const TEXT_MAX = 1000
const name = z.string().min(1).max(200)
const text = z.string().max(TEXT_MAX)

const payload = z.object({
  disclosures: z.array(
    z.object({ type: name, id: name, subjects: z.array(name), classes: z.array(z.enum(DATA_CLASSES)) }),
  ),
  marks: z.array(
    z.object({
      mark: z.object({
        coordinate: name,
        code: z.enum(['WITHHELD', 'NOT_PERMITTED']),
        policy: text.nullable(),
        citation: text.nullable(),
        sentence: text,
      }),
      count: z.int().positive(),
    }),
  ),
})

const NOTHING_REPORTED: ChannelPayload = { disclosures: [], marks: [] }

/**
 * What a subgraph reported beside its answer; null where it reported something that cannot be read. Silence is an empty
 * report: an answer that then holds a person's data fails as a whole.
 */
export function readChannel(extensions: Readonly<Record<string, unknown>> | undefined): ChannelPayload | null {
  const raw = extensions?.[CHANNEL]
  if (raw === undefined) return NOTHING_REPORTED
  const parsed = payload.safeParse(raw)
  return parsed.success ? parsed.data : null
}
