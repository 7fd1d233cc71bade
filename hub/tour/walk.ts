import { randomBytes } from 'node:crypto'
import type { Clock } from '../../contract/clock.js'
import type { TourResult, TourStep } from '../../contract/tour.js'
import type { TourHub } from './ask.js'
import { checked } from './chapters/checked.js'
import { nearNamesake } from './chapters/near-namesake.js'
import { notAsked } from './chapters/not-asked.js'
import { reversed } from './chapters/reversed.js'
import { sealed } from './chapters/sealed.js'
import { shieldOff } from './chapters/shield-off.js'
import { sixPersonas } from './chapters/six-personas.js'
import { whoSawMe } from './chapters/who-saw-me.js'
import { why } from './chapters/why.js'
import type { Chapter } from './context.js'

/** In the order of the story: the case that the first chapter opens is the one in which the next ones ask. */
const CHAPTERS: readonly Chapter[] = [
  checked,
  sixPersonas,
  why,
  nearNamesake,
  reversed,
  sealed,
  shieldOff,
  whoSawMe,
  notAsked,
]

export interface WalkOptions {
  readonly hub: TourHub
  readonly clock: Clock
  /** Called with each step as it is done. */
  readonly onStep?: (step: TourStep) => void
}

/** Walks the tour of a demo hub. Whatever does not hold is in the result; an answer that never comes is an error. */
export async function walkTour({ hub, clock, onStep = () => undefined }: WalkOptions): Promise<TourResult> {
  const at = clock().toISOString()
  const walk = { hub, name: randomBytes(4).toString('hex'), today: at.slice(0, 10) }
  const steps: TourStep[] = []
  for (const chapter of CHAPTERS) {
    const step = await chapter(walk)
    steps.push(step)
    onStep(step)
  }
  return { at, steps, holds: steps.every((step) => step.claims.every(({ holds }) => holds)) }
}
