import { describe, expect, it } from 'vitest'
import type { Decision, StaticDecision } from '../../policy/index.js'
import { TODAY } from './cases/viewers.js'
import { balanced } from './support/balanced.js'
import { POLICIES } from './support/policy.js'
import { seeded } from './support/random.js'
import type { Sample } from './support/sample.js'

const SEED = Number(process.env['COMITY_TEST_SEED'] ?? 13929)
const SAMPLES = Number(process.env['COMITY_TEST_SAMPLES'] ?? 4000)

/** What a viewer is told: a policy that does not reveal its reason is not named. */
function shown({ effect, policy, sentence }: Decision) {
  const named = policy?.revealsReason ? policy : null
  return { effect, sentence, policy: named?.id ?? null, citation: named?.citation.text ?? null }
}

function beforehand({ viewer, request, action, type }: Sample): StaticDecision {
  return POLICIES.beforeRequest(viewer, { purpose: request.purpose, today: request.today }).decide(action, type)
}

function ofTheRecord({ viewer, request, action, type, facts }: Sample): Decision {
  // The samples' rules about the hub read no record.
  return POLICIES.forRequest(viewer, request).decide(action, type as 'Incident', facts)
}

const next = balanced(seeded(SEED))
const samples = Array.from({ length: SAMPLES }, next)

describe(`decisions before there is a record (seed ${SEED}, ${SAMPLES} samples)`, () => {
  it('ALLOW is allowed of every record', () => {
    const wrong = samples.filter((one) => beforehand(one).kind === 'ALLOW' && ofTheRecord(one).effect !== 'allow')
    expect(wrong.slice(0, 1)).toEqual([])
  })

  it('DENY is denied of every record, in the same words', () => {
    for (const one of samples) {
      const decision = beforehand(one)
      if (decision.kind !== 'DENY') continue
      expect({ one, ...shown(ofTheRecord(one)) }).toEqual({ one, ...shown(decision.decision) })
    }
  })

  it('is not vacuous: each answer is given, also of records', () => {
    const share = (kind: StaticDecision['kind'], of: readonly Sample[]) =>
      of.filter((one) => beforehand(one).kind === kind).length / of.length
    const records = samples.filter(({ type }) => type !== 'Hub')
    expect(share('ALLOW', samples)).toBeGreaterThan(0.02)
    expect(share('DENY', records)).toBeGreaterThan(0.1)
    expect(share('DENY', records)).toBeLessThan(0.9)
    expect(share('ROW', records)).toBeGreaterThan(0.1)
  })

  it('agrees about every other record of the same viewer, whatever the case has opened', () => {
    const others = samples.slice(0, 60)
    let denied = 0
    for (const one of samples.slice(0, 300)) {
      const decision = beforehand(one)
      if (decision.kind !== 'DENY') continue
      denied += 1
      for (const { facts, request } of others) {
        const asked = { ...one, facts, request: { ...request, purpose: one.request.purpose } }
        expect(shown(ofTheRecord(asked))).toEqual(shown(decision.decision))
      }
    }
    expect(denied).toBeGreaterThan(30)
  })
})

describe('of the shipped rules', () => {
  const who = {
    subject: 'x',
    agency: 'agc_1',
    jurisdiction: 'US-OH',
    jurisdictionClass: 'LOCAL',
    assurance: 2,
  } as const
  const decide = (role: 'GRANTS_OFFICER' | 'HIRING_INVESTIGATOR', assurance = 2) =>
    POLICIES.beforeRequest(
      { ...who, roles: [role], assurance },
      { purpose: role === 'GRANTS_OFFICER' ? 'hub:GRANT' : 'J', today: TODAY },
    )

  it('a directory is open, a person depends on the row', () => {
    expect(decide('HIRING_INVESTIGATOR').decide('read:P0', 'Hub')).toEqual({ kind: 'ALLOW' })
    expect(decide('HIRING_INVESTIGATOR').decide('read:P4', 'Incident')).toEqual({ kind: 'ROW' })
  })

  it('a grants officer sees nobody, and no record is asked for it', () => {
    expect(decide('GRANTS_OFFICER').decide('know:Incident', 'Incident').kind).toBe('DENY')
    expect(decide('GRANTS_OFFICER').decide('read:P4', 'Incident').kind).toBe('DENY')
  })

  it('a viewer below the assurance level is told which policy wants more', () => {
    expect(decide('HIRING_INVESTIGATOR', 1).decide('read:P4', 'Incident')).toMatchObject({
      kind: 'DENY',
      decision: { effect: 'deny', policy: { id: 'VWR-1' } },
    })
  })
})
