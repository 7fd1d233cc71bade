import { describe, expect, it } from 'vitest'
import { decideLine } from '../../policy/index.js'
import { CASES } from './cases/index.js'
import { RECORDS } from './cases/records.js'
import type { RecordName } from './cases/records.js'
import { TODAY, VIEWERS } from './cases/viewers.js'
import type { ViewerName } from './cases/viewers.js'
import { expectedOf, nameOf } from './support/decide-case.js'
import { POLICIES } from './support/policy.js'

function question(viewer: ViewerName, asked: object, record?: RecordName): Record<string, unknown> {
  const { viewer: who, facts } = VIEWERS[viewer]
  return {
    viewer: who,
    facts,
    ...asked,
    ...(record && { record: { type: RECORDS[record].type, ...RECORDS[record].facts } }),
  }
}

const decide = (line: unknown) => decideLine(POLICIES, typeof line === 'string' ? line : JSON.stringify(line), TODAY)

describe('a line asks the same policies as the hub', () => {
  const asked = CASES.filter(
    ({ action }) => !action.startsWith('read:') || action === 'read:P0' || action === 'read:P11',
  )
  it.each(asked.map((one) => [nameOf(one), one] as const))('%s', (_name, { viewer, action, record, ...rest }) => {
    const { effect, policy } = decide(question(viewer, { action }, record))
    expect({ effect, policy }).toEqual(expectedOf({ viewer, action, ...rest }))
  })
})

describe('a field is asked for only of a record that the viewer may know of', () => {
  it.each([
    ['iowaHiringInvestigator', 'P4', 'reyesFinalFinding', 'allow', null, 'HIR-1'],
    ['iowaHiringInvestigator', 'P5', 'reyesFinalFinding', 'deny', 'WITHHELD', 'CLS-5'],
    ['iowaHiringInvestigator', 'P5', 'reyesSealedFinding', 'deny', 'ABSENT', 'DP-1'],
    ['iowaHiringInvestigator', 'P4', 'reyesAllegation', 'deny', 'ABSENT', 'DP-2'],
    ['iowaHiringInvestigator', 'P4', 'otherFinding', 'deny', 'ABSENT', null],
    ['public', 'P1', 'reyesIdentity', 'deny', 'ABSENT', 'VWR-1'],
    // The class is authorised, the knowledge that there is a record is not.
    ['iowaHiringInvestigatorWithP4Alone', 'P4', 'reyesTribalSpell', 'deny', 'ABSENT', 'TRB-1'],
  ] as const)('%s: %s of %s', (viewer, dataClass, record, effect, code, policy) => {
    expect(decide(question(viewer, { dataClass }, record))).toMatchObject({
      effect,
      code,
      policy,
      known: code !== 'ABSENT',
      policyVersion: POLICIES.hash,
    })
  })

  it('carries the citation of the policy that decided', () => {
    expect(decide(question('iowaHiringInvestigator', { dataClass: 'P5' }, 'reyesFinalFinding')).citation).toEqual({
      text: 'EO 13929 Sec. 3(a), applicable privacy and due process rights',
      role: 'DESIGN_BASIS',
      status: 'CHECKED',
      checkedOn: '2026-11-24',
    })
  })
})

describe('facts that are not given hold nothing open', () => {
  it('no case, no grant, the purpose of the viewer', () => {
    const { viewer } = VIEWERS.iowaHiringInvestigator
    const { record } = question('iowaHiringInvestigator', {}, 'reyesFinalFinding')
    const line = { viewer: { ...viewer, purpose: 'J' }, dataClass: 'P4', record }
    expect(decide(line)).toMatchObject({ effect: 'deny', code: 'ABSENT', policy: null })
  })
})

describe('a malformed line is denied, with the place and without its content', () => {
  const good = question('iowaHiringInvestigator', { dataClass: 'P4' }, 'reyesFinalFinding')
  const record = good['record'] as Record<string, unknown>
  it.each([
    ['', 'not JSON'],
    ['{"viewer":', 'not JSON'],
    ['null', 'the line'],
    ['[]', 'the line'],
    [{ ...good, viewer: undefined }, 'viewer'],
    [{ ...good, viewer: { ...VIEWERS.public.viewer, roles: ['MAYOR_QUIMBY'] } }, 'viewer.roles.0'],
    [{ ...good, viewer: { ...VIEWERS.public.viewer, assurance: 4 } }, 'viewer.assurance'],
    [{ ...good, dataClass: 'P12' }, 'dataClass'],
    [{ ...good, dataClass: undefined }, 'dataClass or action is missing'],
    [{ ...good, action: 'read:P5' }, 'ask different things'],
    [{ ...good, action: 'peek:P5', dataClass: undefined }, 'action'],
    [{ ...good, record: undefined }, 'record'],
    [{ ...good, record: { ...record, stage: 'QUIMBY' } }, 'record.stage'],
    [{ ...good, record: { ...record, sealed: undefined } }, 'record.sealed'],
    [{ ...good, record: { ...record, validUntil: '2026-01-01' } }, 'record.validUntil'],
    [{ ...good, record: { ...record, validUntil: 0.5 } }, 'record.validUntil'],
    [{ ...good, record: { ...record, ownerKind: 'US-IA/NONE' } }, 'record.ownerKind'],
    [{ ...good, facts: { granted: 'idr_reyes' } }, 'facts.granted'],
    [{ ...good, facts: { consent: true } }, 'facts has keys that are not known'],
    [{ ...good, purpose: 'J' }, 'the line has keys that are not known'],
    [{ ...good, dataClass: undefined, action: 'know:Employment' }, 'does not apply to this type'],
  ])('%j', (line, where) => {
    const decision = decide(line)
    expect(decision).toMatchObject({ effect: 'deny', code: 'MALFORMED', policy: null, citation: null, known: null })
    expect(decision.sentence).toContain(where)
    expect(decision.sentence).not.toContain('QUIMBY')
  })
})
