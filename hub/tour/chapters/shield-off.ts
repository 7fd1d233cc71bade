import { CAST } from '../../../prisma/seed/index.js'
import { claim, sameAnswer, table, text, type Chapter } from '../context.js'
import { officerOperation, sixAskers } from './six-personas.js'

/** One layer taken away: what an unauthorized asker sees does not change. */
export const shieldOff: Chapter = async (walk) => {
  const compared: { label: string; same: boolean }[] = []
  for (const { label, who } of sixAskers(walk)) {
    const operation = officerOperation(CAST.subject.officerId)
    const withShield = await walk.hub.ask(who, operation)
    const without = await walk.hub.askWithoutShield(who, operation)
    compared.push({ label, same: withShield.data !== null && sameAnswer(withShield, without) })
  }
  return {
    title: 'The shield switched off',
    blocks: [
      text(
        'The six ask again, of the same hub without its graphql-shield rules. Row scopes and masks come from the same policy:',
      ),
      table(
        'With and without',
        ['Who asks', 'Answers'],
        compared.map(({ label, same }) => [label, same ? 'the same, letter by letter' : 'DIFFERENT']),
      ),
    ],
    claims: [
      claim(
        'Nothing leaks, and nothing else is lost.',
        compared.every(({ same }) => same),
      ),
    ],
  }
}
