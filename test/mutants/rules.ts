import { CASES, firstReplaced, inPolicy, type Planted, replaced, withoutPolicy } from './edit.js'

const at = (file: string) => `policy/rules/${file}.cedar`

/** Mistakes in the rules themselves. */
export const RULES: readonly Planted[] = [
  { name: 'sealed records are no longer forbidden', file: at('due-process'), edit: withoutPolicy('DP-1'), by: CASES },
  { name: 'the due-process gate is gone', file: at('due-process'), edit: withoutPolicy('DP-2'), by: CASES },
  { name: 'tribal consent is not asked for', file: at('tribal'), edit: withoutPolicy('TRB-1'), by: CASES },
  { name: 'contradictory roles are no longer refused', file: at('viewer'), edit: withoutPolicy('VWR-3'), by: CASES },
  { name: 'any agency reads any background check', file: at('hiring'), edit: withoutPolicy('CHK-1'), by: CASES },
  {
    name: 'birth dates: the forbid is a permit',
    file: at('classes'),
    edit: inPolicy('CLS-2', replaced('\nforbid (', '\npermit (')),
    by: CASES,
  },
  {
    name: 'medical facts and minors: the forbid is a permit',
    file: at('classes'),
    edit: inPolicy('CLS-7', replaced('\nforbid (', '\npermit (')),
    by: CASES,
  },
  {
    name: 'tribal consent: the `unless` is a `when`',
    file: at('tribal'),
    edit: inPolicy('TRB-1', replaced('\nunless {', '\nwhen {')),
    by: CASES,
  },
  {
    name: 'validity days: the `unless` is a `when`',
    file: at('due-process'),
    edit: inPolicy('DP-3', replaced('\nunless {', '\nwhen {')),
    by: CASES,
  },
  {
    name: 'an assurance level of 1 is enough',
    file: at('viewer'),
    edit: inPolicy('VWR-1', replaced('principal.assurance < 2', 'principal.assurance < 1')),
    by: CASES,
  },
  {
    name: 'a record is shared on the day on which it expires',
    file: at('due-process'),
    edit: inPolicy('DP-3', replaced('context.today < resource.validUntil', 'context.today <= resource.validUntil')),
    by: CASES,
  },
  {
    name: 'hiring needs no waiver',
    file: at('hiring'),
    edit: inPolicy('HIR-1', replaced(' && context.waiverCovers', '')),
    by: CASES,
  },
  {
    name: 'a hiring case that was closed still opens',
    file: at('hiring'),
    edit: inPolicy('HIR-1', replaced(' && context.caseLive', '')),
    by: CASES,
  },
  {
    name: 'a hiring case opens everybody',
    file: at('hiring'),
    edit: inPolicy('HIR-1', replaced(' &&\n  context.granted.contains(resource.subjectRecord)', '')),
    by: CASES,
  },
  {
    name: 'a commission sees every jurisdiction as its own',
    file: at('commission'),
    edit: inPolicy('COM-1', replaced(' &&\n  resource.ownerJurisdiction == principal.jurisdiction', '')),
    by: CASES,
  },
  {
    name: 'a records officer sees every agency as the own one',
    file: at('own'),
    edit: inPolicy('OWN-1', replaced(' && resource.ownerAgency == principal.agency', '')),
    by: CASES,
  },
  {
    name: 'hiring reads birth dates (listed in the permit, and the forbid spares purpose J)',
    file: at('classes'),
    edit: inPolicy('CLS-2', firstReplaced('["A", "hub:CERT"]', '["A", "hub:CERT", "J"]')),
    by: CASES,
  },
  {
    name: 'pending flags: any purpose is with the owner',
    file: at('classes'),
    edit: inPolicy('CLS-6', firstReplaced('["A", "hub:CERT"].contains(context.purpose) &&\n    ', '')),
    by: CASES,
  },
  {
    name: 'an effective order under appeal needs no authorization of its owner',
    file: at('due-process'),
    edit: inPolicy('DP-2', replaced(' && context.authorized.contains(resource.ownerKind)', '')),
    by: CASES,
  },
  {
    name: 'a candidate is compared without a live case',
    file: at('matching'),
    edit: inPolicy('MAT-1', replaced(' && context.caseLive', '')),
    by: CASES,
  },
  {
    name: 'a commission compares the person of a certification case that was closed',
    file: at('matching'),
    edit: inPolicy('MAT-4', replaced(' && context.caseLive', '')),
    by: CASES,
  },
  {
    name: 'what is compared for links is compared in a closed certification case',
    file: at('matching'),
    edit: inPolicy('MAT-2', replaced(' && context.caseKind == "NONE"', '')),
    by: CASES,
  },
  {
    name: 'a prosecutor compares an officer without a live case',
    file: at('matching'),
    edit: inPolicy('MAT-5', replaced(' && context.caseLive', '')),
    by: CASES,
  },
  {
    name: 'a commission opens certification cases for whatever purpose',
    file: at('operations'),
    edit: inPolicy('OPS-9', replaced(' && context.purpose == "hub:CERT"', '')),
    by: CASES,
  },
  {
    name: 'a prosecutor has birth dates compared',
    file: at('operations'),
    edit: inPolicy(
      'OPS-10',
      replaced('Action::"do:closeCase"]', 'Action::"do:closeCase", Action::"do:matchStrongIdentifiers"]'),
    ),
    by: CASES,
  },
  {
    name: 'a commission reads back the hiring checks of its agency',
    file: at('commission'),
    edit: inPolicy('COM-3', replaced('resource.kind == "CERTIFICATION" && ', '')),
    by: CASES,
  },
  {
    name: "a prosecutor's office reads back the hiring checks of its agency",
    file: at('prosecution'),
    edit: inPolicy('PRO-3', replaced('resource.kind == "PROSECUTION" && ', '')),
    by: CASES,
  },
  {
    name: "a hiring agency reads back its prosecutors' checks",
    file: at('hiring'),
    edit: inPolicy('HIR-2', replaced('resource.kind == "NONE" && ', '')),
    by: CASES,
  },
]
