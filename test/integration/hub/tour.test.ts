import { afterAll, beforeAll, expect, it } from 'vitest'
import { walkTour } from '../../../hub/tour/walk.js'
import type { Ask } from '../../../hub/tour/ask.js'
import { TEST_NOW } from '../../support/now.js'
import { openTestHub, type TestHub } from '../../support/hub.js'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())

it('The tour holds, and holds again on the same hub', async () => {
  const ask: Ask = (who, { query, variables }) => hub.as(who.persona, who).ask(query, variables)
  const askWithoutShield: Ask = (who, { query, variables }) =>
    hub.withoutShieldAs(who.persona, who).ask(query, variables)
  for (let walk = 1; walk <= 2; walk++) {
    const { steps } = await walkTour({ hub: { ask, askWithoutShield }, clock: () => TEST_NOW })
    const claims = steps.flatMap((step) => step.claims.map(({ text, holds }) => ({ step: step.title, text, holds })))
    expect(claims.filter(({ holds }) => !holds)).toEqual([])
    expect(claims.length).toBeGreaterThan(20)
  }
})
