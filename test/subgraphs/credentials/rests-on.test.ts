import { describe, expect, it } from 'vitest'
import { restsOn } from '../../../subgraphs/credentials/rests-on.js'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const on = (text: string) => ({ earliest: day(text), latest: day(text) })
/** Abara was revoked in 2016, reinstated in 2019, and revoked again in 2023. */
const first = on('2016-05-02')
const second = on('2023-09-14')
const revoked = (text: string | null, stage = 'FINAL') => ({
  status: 'REVOKED',
  stage,
  on: text === null ? null : day(text),
})

describe('which statuses rest on a decision', () => {
  it('its own, and not those of another', () => {
    expect(restsOn(revoked('2016-05-02'), first)).toBe(true)
    expect(restsOn(revoked('2023-09-14'), first)).toBe(false)
    expect(restsOn(revoked('2016-05-02'), second)).toBe(false)
  })

  it('a reinstatement after it, and none before', () => {
    const reinstated = { status: 'REINSTATED', stage: 'FINAL', on: day('2019-01-08') }
    expect(restsOn(reinstated, first)).toBe(true)
    expect(restsOn(reinstated, second)).toBe(false)
  })

  it('one without a date: the more protective reading', () => {
    expect(restsOn(revoked(null), first)).toBe(true)
  })

  it.each(['ACTIVE', 'INACTIVE', 'EXPIRED', 'HELD'])('not %s, which no order brought about', (status) => {
    expect(restsOn({ status, stage: 'NONE', on: day('2016-05-02') }, first)).toBe(false)
    expect(restsOn({ status, stage: 'FINAL', on: day('2016-05-02') }, first)).toBe(false)
  })

  it('nothing that others do not see anyway', () => {
    for (const stage of ['OVERTURNED', 'SEALED', 'HELD', 'NONE']) {
      expect(restsOn(revoked('2016-05-02', stage), first)).toBe(false)
    }
  })
})
