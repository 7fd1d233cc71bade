import { describe, expect, it } from 'vitest'
import { explainLine } from '../../policy/index.js'
import { CASES } from './cases/index.js'
import { RECORDS } from './cases/records.js'
import type { RecordName } from './cases/records.js'
import { TODAY, VIEWERS } from './cases/viewers.js'
import type { ViewerName } from './cases/viewers.js'
import { expectedOf, nameOf } from './support/decide-case.js'
import { POLICIES } from './support/policy.js'

function question(viewer: ViewerName, asked: object, record?: RecordName): string {
  const { viewer: who, facts } = VIEWERS[viewer]
  return JSON.stringify({
    viewer: who,
    facts,
    ...asked,
    ...(record && { record: { type: RECORDS[record].type, ...RECORDS[record].facts } }),
  })
}

const explain = (line: string, asViewer = false) => explainLine(POLICIES, line, TODAY, { asViewer })
const byId = new Map(POLICIES.heads.map((head) => [head.id, head]))

describe('the operator is told every policy that spoke', () => {
  const asked = CASES.filter(
    ({ action }) => !action.startsWith('read:') || action === 'read:P0' || action === 'read:P11',
  )
  it.each(asked.map((one) => [nameOf(one), one] as const))('%s', (_name, { viewer, action, record, ...rest }) => {
    const { effect, policy, policies } = explain(question(viewer, { action }, record))
    const expected = expectedOf({ viewer, action, ...rest })
    expect({ effect, policy }).toEqual(expected)
    // The one that is named is among them, and all of them speak for the effect.
    if (policy !== null) expect(policies.map(({ id }) => id)).toContain(policy)
    for (const spoken of policies) {
      expect(spoken.effect).toBe(effect === 'allow' ? 'permit' : 'forbid')
      expect(spoken.citation).toEqual(byId.get(spoken.id)?.citation)
      expect(JSON.stringify(spoken.looksAt)).toMatch(/^\{"viewer":\[.*\],"request":\[.*\],"facts":\[.*\]\}$/)
    }
  })

  it('a field of a record that nobody may know of: why the record is hidden', () => {
    const { code, policy, policies } = explain(
      question('iowaHiringInvestigator', { dataClass: 'P5' }, 'reyesSealedFinding'),
    )
    expect([code, policy]).toEqual(['ABSENT', 'DP-1'])
    expect(policies.find(({ id }) => id === 'DP-1')?.looksAt.facts).toContain('sealed')
  })

  it('says where a line is malformed, and nothing else', () => {
    expect(explain('{"viewer": 1}')).toMatchObject({ effect: 'deny', code: 'MALFORMED', policies: [] })
  })
})

describe('--as-viewer: what the viewer may know', () => {
  const records = Object.keys(RECORDS) as RecordName[]
  const viewers = Object.keys(VIEWERS) as ViewerName[]

  it('a hidden record has one explanation, whatever hides it, and no policy', () => {
    const said = new Set<string>()
    for (const viewer of viewers) {
      for (const record of records) {
        const one = explain(question(viewer, { dataClass: 'P4' }, record), true)
        if (one.code !== 'ABSENT') continue
        expect(one.policies).toEqual([])
        said.add(JSON.stringify(one))
      }
    }
    expect(said.size).toBe(1)
  })

  it('never names a policy of a denial that does not reveal its reason', () => {
    let named = 0
    for (const viewer of viewers) {
      for (const record of records) {
        for (const dataClass of ['P1', 'P2', 'P4', 'P5', 'P6', 'P7', 'P9']) {
          const { effect, policy, policies } = explain(question(viewer, { dataClass }, record), true)
          if (effect === 'allow') continue
          for (const id of [...(policy ? [policy] : []), ...policies.map((one) => one.id)]) {
            named++
            expect(byId.get(id)?.revealsReason).toBe(true)
          }
        }
      }
    }
    expect(named).toBeGreaterThan(50)
  })

  it('a withheld field of a visible record names policy and citation; an allowed one its permit', () => {
    const withheld = explain(question('iowaHiringInvestigator', { dataClass: 'P5' }, 'reyesFinalFinding'), true)
    expect([withheld.code, withheld.policy, withheld.policies[0]?.citation.status]).toEqual([
      'WITHHELD',
      'CLS-5',
      'CHECKED',
    ])
    const allowed = explain(question('iowaHiringInvestigator', { dataClass: 'P4' }, 'reyesFinalFinding'), true)
    expect([allowed.code, allowed.policies.map(({ id }) => id)]).toEqual([null, ['HIR-1']])
  })
})
