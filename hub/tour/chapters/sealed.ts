import { CAST } from '../../../prisma/seed/index.js'
import type { Asker } from '../ask.js'
import { claim, code, sameAnswer, text, type Chapter } from '../context.js'
import { subjectCase } from './checked.js'

const QUERY = 'query TourSealed($id: ID!) { incident(id: $id) { id kind stage } }'
/** Well-formed, and no instance's. */
const NOTHING = `inc_${'0'.repeat(26)}`

/** A sealed record, and one that never was. */
export const sealed: Chapter = async (walk) => {
  const askers: Asker[] = [
    subjectCase(walk),
    { persona: 'commission' },
    { persona: 'prosecutor' },
    { persona: 'public' },
  ]
  const pairs = []
  for (const who of askers) {
    const ask = (id: string | undefined) =>
      walk.hub.ask<{ incident: unknown }>(who, { query: QUERY, variables: { id } })
    pairs.push([await ask(CAST.sealed.incidentIds['sealedFinding']), await ask(NOTHING)] as const)
  }
  const [first] = pairs
  return {
    title: 'A sealed record',
    blocks: [
      text('A finding that a court sealed, asked for by its id; then an id that never named anything:'),
      code(`${JSON.stringify(first?.[0])}\n${JSON.stringify(first?.[1])}`),
    ],
    claims: [
      claim(
        'Two answers, no difference, whoever asks.',
        pairs.every(([hidden, nothing]) => sameAnswer(hidden, nothing)),
      ),
      claim(
        'Neither says anything.',
        pairs.every(([hidden]) => hidden.data?.incident === null && hidden.errors.length === 0),
      ),
    ],
  }
}
