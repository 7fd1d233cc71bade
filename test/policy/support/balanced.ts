import { explain, explainViewer } from '../../../policy/index.js'
import type { Explanation, ViewerAction } from '../../../policy/index.js'
import { POLICIES } from './policy.js'
import type { Random } from './random.js'
import { sample } from './sample.js'
import type { Sample } from './sample.js'

/** Of this many random questions, the one that the rarest policies decide is asked, every other time. */
const CANDIDATES = 8

/** Random questions, drawn so that every policy has its say: with dozens of them, weights alone leave some unheard. */
export function balanced(random: Random): () => Sample {
  const said = new Map<string, number>()
  const rarity = (ids: readonly string[]): number => Math.min(...ids.map((id) => said.get(id) ?? 0))
  return () => {
    const drawn = Array.from({ length: random.chance(0.5) ? CANDIDATES : 1 }, () => {
      const asks = sample(random)
      return { asks, ids: deciding(asks) }
    })
    const { asks, ids } = drawn.reduce((best, one) => (rarity(one.ids) < rarity(best.ids) ? one : best))
    for (const id of ids) said.set(id, (said.get(id) ?? 0) + 1)
    return asks
  }
}

/** The policies that decide a question, as far as this program knows: it picks by them what to ask, and compares nothing. */
function deciding({ viewer, request, action, type, facts }: Sample): string[] {
  const access = POLICIES.forRequest(viewer, request)
  const ids = ({ grounds }: Explanation): string[] => grounds.map(({ policy }) => policy.id)
  if (type === 'Hub') return ids(explainViewer(access, action as ViewerAction))
  const known = !action.startsWith('read:') || access.allows(`know:${type}`, type, facts)
  return ids(explain(access, known ? action : `know:${type}`, type, facts))
}
