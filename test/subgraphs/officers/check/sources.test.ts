import { describe, expect, it } from 'vitest'
import type { Participation } from '../../../../prisma/client/client.js'
import { ASK_AGAIN, sourceAnswers } from '../../../../subgraphs/officers/check/sources.js'

const source = (jurisdiction: string, more: Partial<Participation> = {}): Participation => ({
  jurisdiction,
  name: jurisdiction,
  ownerClass: 'STATE',
  participates: 'FULL',
  kinds: ['DECERTIFICATION'],
  coverageFrom: null,
  coverageUntil: null,
  asOf: new Date('2026-11-01T00:00:00Z'),
  canDecertify: true,
  statement: 'Its own words.',
  nextUnit: 'Records',
  nextPhone: null,
  nextForm: null,
  nextDays: null,
  ...more,
})

const SOURCES = [
  source('US-VA'),
  source('US-OH'),
  source('US-HI', { canDecertify: false }),
  source('US-DE', { participates: 'NONE' }),
  source('TRIBE-X'),
]
const asks = ({ jurisdiction }: Participation) => jurisdiction !== 'TRIBE-X'
const answers = (bounded: boolean) =>
  sourceAnswers(SOURCES, { listed: new Set(['US-VA']), bounded }, asks).map(({ answer, note }) => [answer, note])

describe('what the sources answer', () => {
  it('about somebody whose namesakes were all compared', () => {
    expect(answers(false)).toEqual([
      ['POINTER', 'Its own words.'],
      ['NO_SHAREABLE_RECORD', expect.stringMatching(/This is not a clearance\. Its own words\.$/)],
      ['NO_AUTHORITY_TO_DECERTIFY', 'Its own words.'],
      ['NOT_PARTICIPATING', 'Its own words.'],
      ['CONSENT_REQUIRED', 'Its own words.'],
    ])
  })

  it('about a name that is too common: none that was compared with says that it has no record', () => {
    const asked = `${ASK_AGAIN} Its own words.`
    expect(answers(true)).toEqual([
      ['POINTER', asked],
      ['NAME_TOO_COMMON', asked],
      ['NAME_TOO_COMMON', asked],
      ['NOT_PARTICIPATING', 'Its own words.'],
      ['CONSENT_REQUIRED', 'Its own words.'],
    ])
  })
})
