import { explain, explainViewer } from '../../../policy/index.js'
import type { ViewerAction } from '../../../policy/index.js'
import { POLICIES } from './policy.js'
import type { Random } from './random.js'
import { sample } from './sample.js'
import type { Sample } from './sample.js'

/** Of this many random questions, the one that the rarest policies decide is asked, every other time. */
const CANDIDATES = 12

/** Random questions, drawn so that every policy has its say: with dozens of them, weights alone leave some unheard. */
export function balanced(random: Random, deciding: Deciding = asked): () => Sample {
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
type Deciding = (sample: Sample) => readonly string[]

function asked({ viewer, request, action, type, facts }: Sample): readonly string[] {
  const access = POLICIES.forRequest(viewer, request)
  const { grounds } =
    type === 'Hub' ? explainViewer(access, action as ViewerAction) : explain(access, action, type, facts)
  return grounds.map(({ policy }) => policy.id)
}

/** A field is asked for only of a record that the viewer may know of: what decides is what denies that, or else the field. */
export function knownFirst(sample: Sample): readonly string[] {
  const { viewer, request, action, type, facts } = sample
  if (type === 'Hub' || !action.startsWith('read:')) return asked(sample)
  const known = POLICIES.forRequest(viewer, request).allows(`know:${type}`, type, facts)
  return asked(known ? sample : { ...sample, action: `know:${type}` })
}
