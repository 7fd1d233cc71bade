import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { TourOnDemand } from '../../../hub/tour/on-demand.js'

const dataDir = mkdtempSync(join(tmpdir(), 'comity-tour-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
/** A port at which nobody listens. */
const NOBODY = 'http://127.0.0.1:1'

it('A tour that failed is walked again at the next look after a minute, not at each look', async () => {
  let now = Date.parse('2026-11-24T12:00:00Z')
  const error = vi.fn()
  const tour = new TourOnDemand({ dataDir }, () => new Date(now), { info: vi.fn(), warn: vi.fn(), error })
  expect(tour.result()).toBeNull()
  expect(error).not.toHaveBeenCalled()

  tour.startAt(NOBODY)
  tour.result()
  await vi.waitFor(() => expect(error).toHaveBeenCalledTimes(1))
  now += 59_000
  tour.result()
  // Long enough for a walk to fail.
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(error).toHaveBeenCalledTimes(1)
  now += 1_000
  tour.result()
  await vi.waitFor(() => expect(error).toHaveBeenCalledTimes(2))
})
