import { describe, expect, it } from 'vitest'
import { loadPolicySet, matrixPage, type PolicySet, PURPOSES, readPolicyFiles, ROLES } from '../../policy/index.js'
import { policyDocument, policyPage } from '../../portal/policy-page.js'
import { bundleText } from '../support/bundles.js'

/** rulings.md, Wording: never said of a person or an agency. */
const NEVER_SAID = /\b(?:clear|cleared|no record|match found|non-compliant|eligible)\b/i

const FILES = readPolicyFiles()
const file = 'jurisdictions/US-ZZ.cedar'
const dated = bundleText('US-ZZ', { effectiveFrom: '2026-03-01', title: 'US-ZZ shares <nothing> & more' })
const withBundle = { ...FILES, policies: { ...FILES.policies, [file]: dated } }
const SHIPPED = loadPolicySet(FILES)
/** The same with a bundle that nobody has signed for, and with one that somebody has. */
const INACTIVE = loadPolicySet(withBundle)
const SIGNED = loadPolicySet({ ...withBundle, attested: { ...FILES.attested, [file]: 'publication' } })

const render = (set: PolicySet): string => policyDocument(matrixPage(set))
const escaped = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[one] ?? '',
  )

/** Cells of rows of the matrix, with what their links say. */
function cellsIn(page: string): { row: string; links: { id: string; title: string }[]; text: string }[] {
  return [...page.matchAll(/<tr data-role="(\w+)" data-purposes="([^"]+)">([^]*?)<\/tr>/g)].flatMap(
    ([, role, purposes, cells = '']) =>
      [...cells.matchAll(/<td[^>]*>([^]*?)<\/td>/g)].slice(1).map(([, cell = '']) => ({
        row: `${role} ${purposes}`,
        text: cell.replace(/<[^>]*>/g, '').trim(),
        links: [...cell.matchAll(/<a href="#([^"]+)" title="([^"]*)">([^<]+)<\/a>/g)].map(
          ([, , title = '', id = '']) => ({
            id,
            title,
          }),
        ),
      })),
  )
}

describe('the page of the sharing policy', () => {
  it('each cell names policies, each with its title and citation; every one leads to its entry', () => {
    for (const set of [SHIPPED, INACTIVE, SIGNED]) {
      const page = render(set)
      const heads = new Map(set.heads.map((head) => [head.id, head]))
      const cells = cellsIn(page)
      expect(cells.length).toBeGreaterThan(300)
      for (const { text, links } of cells) {
        if (links.length === 0) expect(['no', '–']).toContain(text)
        for (const { id, title } of links) {
          const head = heads.get(id)
          expect(title).toContain(escaped(head?.title ?? 'not in force'))
          expect(title).toContain(escaped(head?.citation.text ?? 'not in force'))
          expect(title).toContain(head?.citation.role === 'AUTHORITY' ? '(authority, ' : '(design basis, ')
          expect(title).toMatch(
            head?.citation.status === 'CHECKED' ? /checked \d{4}-\d{2}-\d{2}\)$/ : /source unchecked\)$/,
          )
          expect(page).toContain(`<article id="${id.toLowerCase()}">`)
        }
      }
    }
  })

  it('has a row for every role and purpose, and says which the filter knows', () => {
    const rows = new Set(cellsIn(render(SHIPPED)).map(({ row }) => row))
    for (const role of ROLES) {
      const purposes = [...rows].filter((row) => row.startsWith(`${role} `)).flatMap((row) => row.split(' ').slice(1))
      for (const purpose of PURPOSES) expect(purposes).toContain(purpose)
    }
    const page = render(SHIPPED)
    for (const word of [...ROLES, ...PURPOSES]) expect(page).toContain(`<option value="${word}">`)
    // Without the script the form is not there, and every row is.
    expect(page).toContain('<form id="filter" hidden>')
    expect(page).not.toMatch(/<tr[^>]* hidden/)
  })

  it('marks a source that nobody has checked, in the cell and in the entry', () => {
    const page = render(SIGNED)
    expect(page).toMatch(/>US-ZZ-1<\/a><sup>\?<\/sup>/)
    const entry = page.split('<article id="us-zz-1">')[1]?.split('</article>')[0] ?? ''
    expect(entry).toContain('<strong>Its source has not been checked.</strong>')
    expect(entry).toContain('Of the bundle of US-ZZ')
    expect(entry).toContain('In effect from 2026-03-01')
    const checked = page.split('<article id="cls-5">')[1]?.split('</article>')[0] ?? ''
    expect(checked).toMatch(/checked \d{4}-\d{2}-\d{2}\)/)
    expect(checked).not.toContain('has not been checked')
  })

  it('lists an inactive bundle as inactive, and in no cell', () => {
    const page = render(INACTIVE)
    const [before = '', inactive = ''] = page.split('Inactive: the source has not been checked</h2>')
    expect(inactive).toContain('<article id="us-zz-1">')
    expect(before).not.toContain('US-ZZ-1')
  })

  it('brings everything along, and nothing from elsewhere; what policies say is escaped', () => {
    const page = render(SIGNED)
    expect(page).not.toMatch(/\b(?:src|href)="(?!#)|url\(|@import|https?:/)
    expect(page).toContain('US-ZZ shares &lt;nothing&gt; &amp; more')
    expect(page).not.toContain('<nothing>')
  })

  it('says no banned word', () => {
    for (const set of [SHIPPED, INACTIVE]) expect(render(set).replace(/<[^>]*>/g, ' ')).not.toMatch(NEVER_SAID)
  })

  it('as the portal serves it: the banner, and script and style as files of the portal alone', () => {
    const page = policyPage(matrixPage(SHIPPED), { mode: 'DEMO', hasRealData: false })
    expect(page).toContain('SYNTHETIC PEOPLE')
    expect([...page.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual(['<script src="/assets/policy.js" defer>'])
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/)
  })
})
