/**
 * `npm run bench:screening`: 50,000 generated people, 5,000 queries. COMITY_SCREENING_SEED asks about other people;
 * COMITY_SCREENING_MISSES=1 prints whom the search or the comparison missed, and who came back in error.
 */
import { screen, type Asked } from '../hub/screening/screen.js'
import { screeningTables } from './screening/table.js'

const seed = process.env['COMITY_SCREENING_SEED'] ?? 'screening'

function told({ kind, query, truth, compared, matches }: Asked): void {
  const found = truth ? matches.some(({ officerId }) => officerId === `off_${truth.id}`) : matches.length === 0
  if (found) return
  const [best] = matches
  const levels = truth ? '' : best?.explanations.map(({ feature, level }) => `${feature} ${level}`).join(', ')
  const as = truth ? `is ${truth.given} ${truth.family}` : `came back as ${best?.outcome} at ${best?.total}: ${levels}`
  console.error(
    `${kind}: ${query.given} ${query.middle ?? ''} ${query.family} ${query.born} ${as}; compared ${compared}`,
  )
}

const result = await screen({
  people: 50_000,
  queries: 5_000,
  seed,
  ...(process.env['COMITY_SCREENING_MISSES'] ? { onAsked: told } : {}),
})
console.log(`Seed \`${seed}\`. ${screeningTables(result)}`)
