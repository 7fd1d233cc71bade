import { describe, expect, it } from 'vitest'
import { PolicyError, loadPolicySet, readPolicyFiles } from '../../policy/index.js'
import type { PolicyFiles, Rule } from '../../policy/index.js'
import { FILES, POLICIES } from './support/policy.js'

const HEAD = '@id("TST-1") @title("A test") @cite("A source") @citeRole("AUTHORITY") @citeStatus("UNCHECKED")'
const CHECKED = '@citeStatus("CHECKED") @checkedOn("2026-11-24")'

/** The shipped files and one more. */
function and(text: string, file = 'rules/test.cedar'): PolicyFiles {
  return { ...FILES, policies: { ...FILES.policies, [file]: text } }
}

function faultOf(text: string, file?: string): string {
  try {
    loadPolicySet(and(text, file))
  } catch (error) {
    expect(error).toBeInstanceOf(PolicyError)
    return (error as PolicyError).message
  }
  return 'it loads'
}

const forbid = (condition: string, head = HEAD): string =>
  `${head}\nforbid (principal, action == Action::"read:P4", resource) when { ${condition} };`

describe('a policy that must not be put in force is refused with file, line and reason', () => {
  it.each([
    ['no id', HEAD.replace('@id("TST-1") ', ''), '@id is missing'],
    ['no title', HEAD.replace('@title("A test") ', ''), '@title is missing'],
    ['an empty title', HEAD.replace('A test', ' '), '@title is missing or empty'],
    ['no citation', HEAD.replace('@cite("A source") ', ''), '@cite is missing'],
    ['no status', HEAD.replace(' @citeStatus("UNCHECKED")', ''), '@citeStatus is missing'],
    ['no role', HEAD.replace('@citeRole("AUTHORITY") ', ''), '@citeRole is missing'],
    ['an annotation nobody knows', `${HEAD} @author("me")`, '@author is not known'],
    [
      'a checked source that is not here',
      HEAD.replace('@citeStatus("UNCHECKED")', CHECKED),
      "only the order's own text",
    ],
    ['a revoked source', HEAD.replace('UNCHECKED', 'REVOKED'), 'a revoked source carries no rule'],
    ['the order as authority', HEAD.replace('A source', 'EO 13929 Sec. 3(b)'), 'never the authority'],
    ['a date of no check', `${HEAD} @checkedOn("2026-11-24")`, '@checkedOn goes with'],
    ['an id that is none', HEAD.replace('TST-1', 'tst 1'), 'not of the form ABC-1'],
    ['an id in use', HEAD.replace('TST-1', 'DP-1'), 'is also the id of'],
    ['a reveal that is none', `${HEAD} @reveals("all")`, '@reveals knows "reason" only'],
  ])('%s', (_what, head, reason) => {
    const said = faultOf(forbid('resource.sealed', head))
    expect(said).toContain(reason)
    expect(said).toMatch(/rules\/\w+[\w-]*\.cedar:\d+/)
  })

  it.each([
    ['no Cedar', 'forbid (principal', 'rules/test.cedar:1'],
    ['an attribute that no record has', forbid('resource.salary > 1'), '`resource.salary` is no attribute'],
    ['an operator that no row filter knows', forbid('resource.kind like "A*"'), 'operator `like` is not supported'],
    [
      'two facts compared',
      forbid('resource.validFrom < resource.validUntil'),
      'a row filter compares a fact with values',
    ],
    ['a wrong type', forbid('resource.sealed == 1'), 'rules/test.cedar:2'],
    ['a principal', `${HEAD}\nforbid (principal is Viewer, action, resource);`, 'without a constraint'],
    ['one record', `${HEAD}\nforbid (principal, action, resource == Incident::"inc_1");`, 'constrained by type only'],
    ['a template', `${HEAD}\nforbid (principal == ?principal, action, resource);`, 'templates are not supported'],
    ['an action that is none', `${HEAD}\nforbid (principal, action == Action::"peek", resource);`, 'rules/test.cedar'],
  ])('%s', (_what, text, reason) => {
    expect(faultOf(text)).toContain(reason)
  })

  it('a line is counted in the file, with what is before it', () => {
    expect(faultOf(`${forbid('resource.sealed')}\n\n\n${forbid('resource.salary > 1')}`)).toContain(
      'rules/test.cedar:5',
    )
  })

  it('a schema that does not parse', () => {
    expect(() => loadPolicySet({ ...FILES, schema: `${FILES.schema}\nentity` })).toThrow(/schema\.cedarschema:\d+/)
  })
})

describe("a jurisdiction's bundle only narrows, and only what its jurisdiction owns", () => {
  const DATED = `${HEAD} @effectiveFrom("2026-01-01")`
  const owned = 'resource.ownerJurisdiction == "US-VA"'
  it.each([
    [
      'a permit',
      `${DATED}\npermit (principal, action == Action::"read:P4", resource) when { ${owned} };`,
      'may only forbid',
    ],
    ['all owners', forbid('resource.sealed', DATED), 'reaches other owners'],
    ['another owner', forbid('resource.ownerJurisdiction == "US-IA"', DATED), 'reaches other owners'],
    ['its own or sealed ones', forbid(`${owned} || resource.sealed`, DATED), 'reaches other owners'],
    ['all but its own', forbid(`!(${owned})`, DATED), 'reaches other owners'],
  ])('refused: %s', (_what, text, reason) => {
    expect(faultOf(text, 'jurisdictions/US-VA.cedar')).toContain(reason)
  })

  it('refused: a name that is no jurisdiction', () => {
    expect(faultOf(forbid(owned), 'jurisdictions/virginia.cedar')).toContain('named after its jurisdiction')
  })

  it('is inactive until its source was checked, or it is activated as it is', () => {
    const text = forbid(`${owned} && context.purpose == "J"`, DATED)
    const files = and(text, 'jurisdictions/US-VA.cedar')
    const [cautious, bold] = [loadPolicySet(files), loadPolicySet(files, { activateUnchecked: true })]
    const ids = (rules: readonly Rule[]): readonly string[] => rules.map(({ head }) => head.id)
    expect([ids(cautious.rules).includes('TST-1'), ids(cautious.inactive).includes('TST-1')]).toEqual([false, true])
    expect([ids(bold.rules).includes('TST-1'), bold.inactive]).toEqual([true, []])
  })
})

describe('a policy set is addressed by its text', () => {
  it('the same text has the same hash; another, another', () => {
    expect(loadPolicySet(readPolicyFiles()).hash).toBe(POLICIES.hash)
    expect(loadPolicySet(and(forbid('resource.sealed'))).hash).not.toBe(POLICIES.hash)
    const renamed = Object.entries(FILES.policies).map(([file, text]) => [file.replace('own', 'owned'), text])
    const moved = { ...FILES, policies: Object.fromEntries(renamed) as PolicyFiles['policies'] }
    expect(loadPolicySet(moved).hash).not.toBe(POLICIES.hash)
  })
})
