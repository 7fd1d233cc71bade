import { describe, expect, it } from 'vitest'
import { cell } from '../../policy/cells.js'
import { looksAt } from '../../policy/looks-at.js'
import { ROLE_TERMS } from '../../policy/purposes.js'
import type { Action, Purpose, Role } from '../../policy/types.js'
import { PURPOSES, ROLES } from '../../policy/types.js'
import { POLICIES } from './support/policy.js'

/**
 * The table of domain.md 3 as rulings.md amends it, written from there and not from the rules. A cell is `yes` for
 * everyone, `no`, or what it is conditional on:
 * - `case`: the person whom a live case of the viewer has opened;
 * - `own`: records of the own agency or jurisdiction;
 * - `self`: the own records;
 * - `law`: what a case opens, only where besides the owner authorizes it (source-State rule, compact);
 * - `any`: whatever may leave its owner at all.
 */
const CLASSES = 'P0  P1       P2  P3a      P3b      P4       P5           P6   P7 P8 P9 P10  P11'
const TABLE: readonly (readonly [Role, Purpose, string])[] = [
  ['HIRING_INVESTIGATOR', 'J', 'yes case     no  case     case     case     case,law     no   no no no own  yes'],
  // P5 of another State by compact; P6 of another State is a separation's pointer, which is an instance (P4).
  ['COMMISSION_ANALYST', 'hub:CERT', 'yes case,own own case,own case,own case,own case,own,law own  no no no own  yes'],
  ['COMMISSION_ANALYST', 'A', 'yes own      own own      own      own      own          own  no no no no   yes'],
  ['COMMISSION_ANALYST', 'hub:STAT', 'yes no       no  no       no       no       no           no   no no no no   yes'],
  ['RECORDS_OFFICER', 'A', 'yes own      own own      own      own      own          own  no no no no   yes'],
  // P5 and P6: ask the owner. P8: the own office keeps its list; the hub has none.
  ['PROSECUTOR', 'C', 'yes case     no  case     case     case     no           no   no no no own  yes'],
  ['GRANTS_OFFICER', 'hub:GRANT', 'yes no       no  no       no       no       no           no   no no no no   yes'],
  ['GRANTS_OFFICER', 'hub:STAT', 'yes no       no  no       no       no       no           no   no no no no   yes'],
  [
    'CREDENTIALING_ASSESSOR',
    'hub:CRED',
    'yes no       no  no       no       no       no           no   no no no no   yes',
  ],
  ['POLICY_OFFICER', 'A', 'yes no       no  no       no       no       no           no   no no no no   yes'],
  ['DATA_SUBJECT', 'hub:SELF', 'yes self     self self    self     self     self         self no no no self yes'],
  // P1 by a pseudonym, which is the random id; P5 case by case is no rule, and so a request to the owner.
  ['AUDITOR', 'hub:AUDIT', 'yes no       no  any      any      any      no           any  no no no any  yes'],
  ['AUDITOR', 'hub:STAT', 'yes no       no  no       no       no       no           no   no no no no   yes'],
  ['PUBLIC', 'NONE', 'yes no       no  no       no       no       no           no   no no no no   yes'],
]
/*
 * "P10 own" is of the checks of the own kind of case: a waiver is signed for hiring, and to open a hiring check to the same
 * agency's other purposes would be another use of what was consented to.
 */

/**
 * Which records each may know to exist, compare, submit. For a link any admitted record is compared with one's own, and told
 * of by whose it is: to those who keep the own one, and to whom it is about.
 */
const WAYS = 'know:IdentityRecord know:Employment know:Certification know:Incident know:BackgroundCheck match store'
const REACH: readonly (readonly [Role, Purpose, string])[] = [
  ['HIRING_INVESTIGATOR', 'J', 'case case case case own case no'],
  ['COMMISSION_ANALYST', 'hub:CERT', 'case,own case,own case,own case,own own any,case own'],
  ['COMMISSION_ANALYST', 'A', 'own own own own no any own'],
  ['RECORDS_OFFICER', 'A', 'own own own own no any own'],
  ['PROSECUTOR', 'C', 'case case case case own case no'],
  ['DATA_SUBJECT', 'hub:SELF', 'self self self self no any no'],
  ['AUDITOR', 'hub:AUDIT', 'any any any any any no no'],
]

const words = (text: string): readonly string[] => text.split(/\s+/)

type Read = ReturnType<typeof looksAt>
/** Neither of a live case's person, nor of the own agency's or jurisdiction's, nor of oneself. */
const isOfAny = ({ request, facts }: Read): boolean =>
  !request.some((name) => name === 'caseLive' || name === 'self') &&
  !facts.some((name) => name === 'ownerAgency' || name === 'ownerJurisdiction')

/** What the policies say, in the same words. */
function said(role: Role, purpose: Purpose, action: Action): string {
  const { permits, narrows } = cell(POLICIES, role, purpose, action)
  if (permits.length === 0) return 'no'
  const reads = permits.map(({ condition }) => looksAt(condition))
  const unconditional = reads.some(
    ({ viewer, request, facts }) => [...viewer, ...request, ...facts].length === 0 && narrows.length === 0,
  )
  if (unconditional) return 'yes'
  // A forbid of this class alone that asks whether the owner authorizes it; what every class asks is the tribe's.
  const byLaw = narrows.some(
    (rule) => rule.actions.size === 1 && looksAt(rule.condition).request.includes('authorized'),
  )
  const conditions = [
    ...(reads.some(isOfAny) && reads.some((read) => !isOfAny(read)) ? ['any'] : []),
    ...(reads.some(({ request }) => request.includes('caseLive')) ? ['case'] : []),
    ...(reads.some(({ facts }) => facts.includes('ownerAgency') || facts.includes('ownerJurisdiction')) ? ['own'] : []),
    ...(reads.some(({ request }) => request.includes('self')) ? ['self'] : []),
  ]
  return [
    ...(conditions.length > 0 ? conditions : ['any']),
    ...(byLaw && conditions.includes('case') ? ['law'] : []),
  ].join()
}

describe('who sees what: the table of domain.md 3, cell by cell', () => {
  it.each(TABLE)('%s for %s', (role, purpose, expected) => {
    const classes = words(CLASSES)
    const answers = classes.map((dataClass) => said(role, purpose, `read:${dataClass}` as Action))
    const named = (cells: readonly string[]) => Object.fromEntries(classes.map((name, at) => [name, cells[at]]))
    expect(named(answers)).toEqual(named(words(expected)))
  })

  it('has a line for each role and each of its purposes', () => {
    const pairs = ROLES.flatMap((role) => ROLE_TERMS[role].purposes.map((purpose) => `${role} ${purpose}`))
    expect(TABLE.map(([role, purpose]) => `${role} ${purpose}`).sort()).toEqual([...pairs].sort())
  })

  it('for a purpose that is not a role’s, nobody sees a person', () => {
    const open = ROLES.flatMap((role) =>
      PURPOSES.filter((purpose) => !ROLE_TERMS[role].purposes.includes(purpose)).flatMap((purpose) =>
        words(CLASSES)
          .filter((dataClass) => dataClass !== 'P0' && dataClass !== 'P11')
          .filter((dataClass) => said(role, purpose, `read:${dataClass}` as Action) !== 'no')
          .map((dataClass) => `${role} ${purpose} ${dataClass}`),
      ),
    )
    expect(open).toEqual([])
  })
})

describe('which records each may know to exist, compare and submit', () => {
  it.each(TABLE.map(([role, purpose]) => [role, purpose] as const))('%s for %s', (role, purpose) => {
    const ways = words(WAYS)
    const line = REACH.find(([one, other]) => one === role && other === purpose)
    const expected = line ? words(line[2]) : ways.map(() => 'no')
    expect(ways.map((way) => said(role, purpose, way as Action))).toEqual(expected)
  })
})
