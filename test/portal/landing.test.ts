import { describe, expect, it } from 'vitest'
import type { Persona } from '../../contract/persona.js'
import type { TourResult } from '../../contract/tour.js'
import { type LandingFacts, landingPage } from '../../portal/landing.js'

/** rulings.md, Wording: never said of a person or an agency. */
const NEVER_SAID = /\b(?:clear|cleared|no record|match found|non-compliant|eligible)\b/i

const investigator: Persona = {
  handle: 'hiring-city',
  title: 'Background investigator, <city> police department',
  description: 'Screens a candidate who signed a waiver.',
  subject: 'demo:hiring-city',
  displayName: 'Imara Feldspar',
  employerName: 'Quill & Sons "Police"',
  agency: 'agc_1',
  jurisdiction: 'US-OH',
  jurisdictionClass: 'LOCAL',
  roles: ['HIRING_INVESTIGATOR'],
  assurance: 2,
  purposes: ['J'],
  defaultPurpose: 'J',
}
const tour: TourResult = {
  at: '2026-11-24T09:00:00.000Z',
  holds: false,
  steps: [
    {
      title: 'One officer, two askers',
      blocks: [
        { kind: 'text', text: 'Both ask the same.' },
        { kind: 'code', text: 'forbid (principal) when { a < b };' },
        {
          kind: 'table',
          caption: 'What each sees',
          columns: ['Field', 'Investigator', 'Public'],
          rows: [['name', 'withheld (ID-2)', 'absent']],
        },
      ],
      claims: [
        { text: 'the public sees nobody', holds: true },
        { text: 'nothing differs', holds: false },
      ],
    },
  ],
}
const demo: LandingFacts = {
  mode: 'DEMO',
  hasRealData: false,
  commands: [{ title: 'As the public', command: `curl -d '{"query":"{ viewer { subject } }"}'` }],
  personas: [investigator],
  tour,
}

describe('The first page', () => {
  it('of a demo says whose people these are, on top', () => {
    const page = landingPage(demo)
    expect(page).toContain('SYNTHETIC PEOPLE')
    expect(page.indexOf('class="banner"')).toBeLessThan(page.indexOf('<h1>'))
    expect(page).not.toContain('REAL DATA')
  })

  it('of a demo into which real data was imported says that, and where it listens', () => {
    const page = landingPage({ ...demo, hasRealData: true })
    expect(page).toContain('REAL DATA IMPORTED')
    expect(page).toContain('loopback only')
    expect(page).not.toContain('SYNTHETIC PEOPLE')
  })

  it('of a production hub has neither personas nor tokens nor a tour', () => {
    const page = landingPage({ mode: 'PRODUCTION', hasRealData: false, commands: [], personas: [], tour: null })
    expect(page).not.toMatch(/SYNTHETIC|demo|persona|npx comity|http-equiv/i)
  })

  it('asks again by itself only while the tour of a demo is being walked', () => {
    expect(landingPage({ ...demo, tour: null })).toContain('http-equiv="refresh"')
    expect(landingPage(demo)).not.toContain('http-equiv')
  })

  it('shows what others wrote as text: names, commands, cells', () => {
    const page = landingPage(demo)
    expect(page).toContain('&lt;city&gt; police department')
    expect(page).toContain('Quill &amp; Sons &quot;Police&quot;')
    expect(page).toContain('{ a &lt; b }')
    expect(page).toContain('curl -d &#39;{&quot;query&quot;')
  })

  it('tells of each claim whether it holds, and of each cell whether it was withheld, in words', () => {
    const page = landingPage(demo)
    expect(page).toMatch(/<span>holds<\/span> the public sees nobody/)
    expect(page).toMatch(/<span>FAILS<\/span> nothing differs/)
    expect(page).toContain('1 of 2 claims hold')
    expect(page).toContain('<td class="withheld">withheld (ID-2)</td>')
    expect(page).toContain('<td class="absent">absent</td>')
  })

  it.each([
    ['a demo', demo],
    ['a production hub', { ...demo, mode: 'PRODUCTION' as const }],
  ])('of %s can be read by everyone, brings no script and says no word that is never said', (_of, facts) => {
    const page = landingPage(facts)
    expect(page).toContain('<html lang="en">')
    expect(page.match(/<h1>/g)).toHaveLength(1)
    expect([...page.matchAll(/<th(?! scope=)[ >]/g)]).toEqual([])
    expect(page).not.toMatch(/<script|style="|\bon\w+="|https?:/)
    expect(page.replace(/<[^>]*>/g, ' ')).not.toMatch(NEVER_SAID)
    expect(page).toContain('Designed to EO 13929 (2020), used as a specification; legal force not asserted')
  })
})
