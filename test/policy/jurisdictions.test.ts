import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PolicyError, checkBundle, loadPolicySet } from '../../policy/index.js'
import type { PolicyFiles, PolicySet } from '../../policy/index.js'
import { RECORDS } from './cases/records.js'
import { TODAY, VIEWERS } from './cases/viewers.js'
import { TABLES } from './jurisdictions/index.js'
import { decideCase, expectedOf, nameOf, outcomeOf } from './support/decide-case.js'
import { FILES, POLICIES } from './support/policy.js'

const CODE = 'US-VA'
const FILE = `jurisdictions/${CODE}.cedar`
const SOURCE = 'policy/jurisdictions/sources/a-source.txt'

/** A bundle of one rule, as its jurisdiction might send it, with one thing changed. */
function bundle(change: Readonly<Record<string, string>> = {}): string {
  const parts = {
    status: '@citeStatus("UNCHECKED")',
    dates: '@effectiveFrom("2026-01-01")',
    effect: 'forbid',
    head: '(principal, action == Action::"read:P4", resource is Incident)',
    when: `when { resource.ownerJurisdiction == "${CODE}" && context.purpose == "J" };`,
    ...change,
  }
  return `// ${CODE}

@id("${CODE}-1") @title("Virginia shares no findings for hiring")
@cite("An invented code, Sec. 1") @citeRole("AUTHORITY") ${parts.status}
${parts.dates} @reveals("reason")
${parts.effect} ${parts.head}
${parts.when}`
}

function filesWith(text: string, more: Partial<PolicyFiles> = {}): PolicyFiles {
  return { ...FILES, ...more, policies: { ...FILES.policies, [FILE]: text } }
}
const sources = (digest: string): Partial<PolicyFiles> => ({ sources: { ...FILES.sources, [SOURCE]: digest } })
const attested = { attested: { [FILE]: 'bnd_1' } }

function faultOf(text: string): string {
  try {
    checkBundle(FILES, CODE, text)
  } catch (error) {
    expect(error).toBeInstanceOf(PolicyError)
    return (error as PolicyError).message
  }
  return 'it is accepted'
}

describe('a bundle is refused with file, line and reason', () => {
  it.each([
    ['permits', bundle({ effect: 'permit' }), 3, 'may only forbid'],
    ["reaches other owners' records", bundle({ when: 'when { context.purpose == "J" };' }), 3, 'reaches other owners'],
    [
      'reaches them by an alternative',
      bundle({ when: `when { resource.ownerJurisdiction == "${CODE}" || resource.sealed };` }),
      3,
      'reaches other owners',
    ],
    [
      'says whose records they are in a comment alone',
      bundle({ when: `// resource.ownerJurisdiction == "${CODE}"\nwhen { resource.sealed };` }),
      3,
      'reaches other owners',
    ],
    ['does not parse', bundle({ when: 'when { resource.sealed' }), 7, 'unexpected end of input'],
    [
      'names an attribute that nothing has',
      bundle({ when: `when { resource.ownerJurisdiction == "${CODE}" && resource.shoeSize == 43 };` }),
      3,
      'resource.shoeSize',
    ],
    [
      'names a fact of the request that nothing has',
      bundle({ when: `when { resource.ownerJurisdiction == "${CODE}" && context.mood == "bad" };` }),
      3,
      'context.mood',
    ],
    ['has no dates', bundle({ dates: '' }), 3, '@effectiveFrom is missing'],
    ['has a day that no calendar has', bundle({ dates: '@effectiveFrom("2026-02-30")' }), 3, 'is no date'],
    [
      'ends with no date',
      bundle({ dates: '@effectiveFrom("2026-01-01") @effectiveUntil("soon")' }),
      3,
      '@effectiveUntil("soon") is no date',
    ],
    [
      'ends before it begins',
      bundle({ dates: '@effectiveFrom("2026-01-01") @effectiveUntil("2026-01-01")' }),
      3,
      'never hold',
    ],
    ['is 1 MB', `${bundle()}\n//${'x'.repeat(1_000_000)}`, 1, 'larger than 262144 bytes'],
    [
      'was checked against a source that nobody can read',
      bundle({ status: `@citeStatus("CHECKED") @checkedOn("2026-11-24") @source("${SOURCE}")` }),
      3,
      'is no source in the repository',
    ],
    [
      'was checked against nothing',
      bundle({ status: '@citeStatus("CHECKED") @checkedOn("2026-11-24")' }),
      3,
      'without a @source',
    ],
    ['holds no policy', '// nothing', 1, 'holds no policy'],
  ])('that %s', (_what, text, line, reason) => {
    const said = faultOf(text)
    expect(said).toContain(reason)
    expect(said.slice(0, said.indexOf(': '))).toBe(`${FILE}:${line}`)
  })

  it('and accepted as it should be', () => {
    expect(faultOf(bundle())).toBe('it is accepted')
    expect(faultOf(bundle({ dates: '@effectiveFrom("2026-01-01") @effectiveUntil("2027-01-01")' }))).toBe(
      'it is accepted',
    )
  })

  it('the baseline has no dates: it always holds', () => {
    const text = bundle({ when: 'when { resource.sealed };' })
    const files = { ...FILES, policies: { ...FILES.policies, 'rules/test.cedar': text } }
    expect(() => loadPolicySet(files)).toThrow('rules/test.cedar:3: US-VA-1: only the rules of a bundle')
  })
})

describe('a bundle is in force', () => {
  const isInForce = (set: PolicySet): boolean => set.heads.some(({ id }) => id === `${CODE}-1`)
  const text = bundle()

  it('not while nobody has checked its source, nor signed for it', () => {
    const set = loadPolicySet(filesWith(text))
    expect(isInForce(set)).toBe(false)
    expect(set.inactive.map(({ head }) => head.id)).toContain(`${CODE}-1`)
  })

  it('once its source lies in the repository and was compared with it', () => {
    const status = `@citeStatus("CHECKED") @checkedOn("2026-11-24") @source("${SOURCE}")`
    const set = loadPolicySet(filesWith(bundle({ status }), sources('its digest')))
    expect(isInForce(set)).toBe(true)
    expect(set.rules.find(({ head }) => head.id === `${CODE}-1`)?.source).toBe(SOURCE)
  })

  it('once its policy officer has signed for it, and for no other file', () => {
    expect(isInForce(loadPolicySet(filesWith(text, attested)))).toBe(true)
    expect(isInForce(loadPolicySet(filesWith(text, { attested: { 'jurisdictions/US-IA.cedar': 'bnd_1' } })))).toBe(
      false,
    )
  })

  it('under a hash that says who signed, and what was checked', () => {
    const hashes = [
      filesWith(text),
      filesWith(text, attested),
      filesWith(text, { attested: { [FILE]: 'bnd_2' } }),
      filesWith(text, sources('one')),
      filesWith(text, sources('another')),
    ].map((files) => loadPolicySet(files).hash)
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('a rule holds from its first day until the day on which it no longer does', () => {
  const date = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
  const { viewer, facts } = VIEWERS.iowaHiringInvestigator
  const { type, facts: finding } = RECORDS.reyesFinalFinding

  /** The policy that decides whether the finding is read today, under a bundle with these days. */
  function decidedBy(from: number, until?: number, today = TODAY): string | undefined {
    const dates = `@effectiveFrom("${date(from)}")${until === undefined ? '' : ` @effectiveUntil("${date(until)}")`}`
    const set = loadPolicySet(filesWith(bundle({ dates }), attested))
    return set.forRequest(viewer, { ...facts, today }).decide('read:P4', type, finding).policy?.id
  }

  it.each([
    ['from yesterday', [TODAY - 1], `${CODE}-1`],
    ['from today', [TODAY], `${CODE}-1`],
    ['from tomorrow', [TODAY + 1], 'HIR-1'],
    ['until tomorrow', [TODAY - 9, TODAY + 1], `${CODE}-1`],
    ['until today', [TODAY - 9, TODAY], 'HIR-1'],
  ] as const)('%s', (_when, [from, until], expected) => {
    expect(decidedBy(from, until)).toBe(expected)
  })

  it('one set answers for each day', () => {
    const set = loadPolicySet(filesWith(bundle({ dates: `@effectiveFrom("${date(TODAY + 1)}")` }), attested))
    const on = (today: number): string | undefined =>
      set.forRequest(viewer, { ...facts, today }).decide('read:P4', type, finding).policy?.id
    expect([on(TODAY), on(TODAY + 1), on(TODAY)]).toEqual(['HIR-1', `${CODE}-1`, 'HIR-1'])
    const ids = (day: number): readonly string[] => set.rulesOn(day).map(({ head }) => head.id)
    expect(ids(TODAY)).toEqual(POLICIES.rulesOn(TODAY).map(({ head }) => head.id))
    expect(ids(TODAY + 1)).toContain(`${CODE}-1`)
  })
})

describe.each(Object.entries(TABLES))('the bundle of %s, signed for', (code, table) => {
  const file = `jurisdictions/${code}.cedar`
  const set = loadPolicySet({ ...FILES, attested: { [file]: 'bnd_1' } })
  const own = set.rules.filter((rule) => rule.file === file)

  it.each(table.map((one) => [nameOf(one), one] as const))('%s', (_name, one) => {
    const explanation = decideCase(one, ({ viewer, facts }) => set.forRequest(viewer, facts))
    expect(outcomeOf(explanation)).toEqual(expectedOf(one))
    if (one.spares) expect(explanation.grounds.map(({ policy }) => policy.id)).not.toContain(one.spares)
  })

  it('has rules of which each decides a case and leaves one alone', () => {
    expect(own.length).toBeGreaterThan(0)
    for (const { head } of own) {
      expect(table.filter((one) => 'deny' in one && one.deny === head.id)).not.toHaveLength(0)
      expect(table.filter(({ spares }) => spares === head.id)).not.toHaveLength(0)
    }
  })

  it('would be accepted of its policy officer as it is', () => {
    expect(() => checkBundle(FILES, code, FILES.policies[file] ?? '')).not.toThrow()
  })

  it('says at its head whether its source was checked', () => {
    const [said] = /^(?:\/\/.*\n)+/.exec(FILES.policies[file] ?? '') ?? ['']
    const checked = own.every(({ head }) => head.citation.status === 'CHECKED')
    expect(said).toContain(checked ? 'Checked: ' : 'NOT CHECKED against')
  })
})

describe('the bundles that are shipped', () => {
  const shipped = Object.keys(FILES.policies).filter((file) => file.startsWith('jurisdictions/'))

  it('have a table each', () => {
    expect(shipped).toEqual(Object.keys(TABLES).map((code) => `jurisdictions/${code}.cedar`))
  })

  it('are in force where the source lies in the repository, and nowhere else', () => {
    const active = new Set(POLICIES.rules.filter(({ bundle }) => bundle !== null).map(({ bundle }) => bundle))
    expect([...active]).toEqual(['TRIBE-TALMIRRA'])
    expect(new Set(POLICIES.inactive.map(({ bundle }) => bundle))).toEqual(new Set(['US-CA', 'US-DE', 'US-FED']))
  })

  it('name sources that say of themselves that they are invented', () => {
    const sources = Object.keys(FILES.sources ?? {})
    expect(sources).not.toHaveLength(0)
    for (const source of sources) {
      const text = readFileSync(new URL(`../../${source}`, import.meta.url), 'utf8')
      expect(text).toMatch(/^SYNTHETIC INSTRUMENT/)
    }
  })

  it('are made as the template says, which loads', () => {
    const [, template = ''] = /```cedar\n([^]*?)```/.exec(readme()) ?? []
    expect(() => checkBundle(FILES, 'US-XX', template)).not.toThrow()
  })
})

function readme(): string {
  return readFileSync(new URL('../../policy/jurisdictions/README.md', import.meta.url), 'utf8')
}
