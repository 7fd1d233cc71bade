import {
  AUTHORIZED,
  CASES,
  DIFFERENTIAL,
  FIELD_CLASSES,
  firstReplaced,
  LAYERS,
  LOAD,
  type Planted,
  POLICY_SET,
  replaced,
} from './edit.js'

/** Mistakes in what reads, folds, keeps and asks the rules. */
export const POLICY_CODE: readonly Planted[] = [
  {
    name: 'a birth date is P3a',
    file: 'policy/fields.ts',
    edit: replaced("P2: 'dateOfBirth'", "P3a: 'dateOfBirth'"),
    by: FIELD_CLASSES,
  },
  {
    name: 'the raw reason of a separation is P3b',
    file: 'policy/fields.ts',
    edit: (text) =>
      replaced(
        "P6: 'separationRaw ",
        "P6: '",
      )(replaced("P3b: 'separation',", "P3b: 'separation separationRaw',")(text)),
    by: FIELD_CLASSES,
  },
  {
    name: 'an allegation is P4',
    file: 'policy/fields.ts',
    edit: (text) =>
      replaced(
        "'onDutyBasis capacity",
        "'allegationText onDutyBasis capacity",
      )(replaced('groundRaw statusRaw allegationText', 'groundRaw statusRaw')(text)),
    by: FIELD_CLASSES,
  },
  {
    name: 'the matches of a check are open',
    file: 'policy/fields.ts',
    edit: replaced("P10: 'status requestedAt matches ", "CONTAINER: 'matches',\n    P10: 'status requestedAt "),
    by: FIELD_CLASSES,
  },
  {
    name: 'a field that nobody classified is a value',
    file: 'policy/fields.ts',
    edit: replaced("return 'VALUE'\n  return null", "return 'VALUE'\n  return 'VALUE'"),
    by: 'test/policy/coverage.test.ts',
  },
  ...(['agency', 'assurance'] as const).map((name): Planted => ({
    name: `accesses are kept without the viewer's ${name} in their key`,
    file: 'policy/policy-set.ts',
    edit: (text) =>
      replaced(
        'return [agency, jurisdiction, jurisdictionClass, roles, assurance]',
        `return [agency, jurisdiction, jurisdictionClass, roles, assurance].filter((part) => part !== ${name})`,
      )(text),
    by: POLICY_SET,
  })),
  ...(['purpose', 'today', 'granted', 'self'] as const).map((name): Planted => ({
    name: `accesses are kept without ${name} in their key`,
    file: 'policy/policy-set.ts',
    edit: replaced(`    ${name},\n`, ''),
    by: POLICY_SET,
  })),
  {
    name: 'accesses are kept without the authorizations in their key',
    file: 'policy/policy-set.ts',
    edit: replaced('    digestOf(authorizations),\n', ''),
    by: POLICY_SET,
  },
  {
    name: 'a permit beats a forbid',
    file: 'policy/access.ts',
    edit: (text) => {
      const forbid =
        '    for (const forbid of forbidsOf(record.ownerJurisdiction)) if (forbid.test(record)) return forbid.decision\n'
      const permit = '    for (const permit of permits) if (permit.test(record)) return permit.decision\n'
      return replaced(forbid + permit, permit + forbid)(text)
    },
    by: CASES,
  },
  {
    name: "the bundle of a record's owner is not asked",
    file: 'policy/access.ts',
    edit: replaced('if (!bundles.has(owner)) return baseline', 'if (bundles.has(owner)) return baseline'),
    by: 'test/policy/jurisdictions.test.ts',
  },
  {
    name: 'row scopes hold the permits alone',
    file: 'policy/access.ts',
    edit: replaced('and([permitted, not(forbidden)])', 'permitted'),
    by: DIFFERENTIAL,
  },
  {
    name: 'a filter looks at rows whose class is withheld',
    file: 'policy/access.ts',
    edit: replaced('...classes.map((dataClass)', '...classes.slice(1).map((dataClass)'),
    by: LAYERS,
  },
  {
    name: 'where no policy speaks, it is allowed',
    file: 'policy/access.ts',
    edit: replaced("{ effect: 'deny', policy: null", "{ effect: 'allow', policy: null"),
    by: CASES,
  },
  {
    name: '`unless` is read as `when`',
    file: 'policy/load.ts',
    edit: replaced("kind === 'when' ? condition : { op: 'not', of: condition }", 'condition'),
    by: CASES,
  },
  {
    name: 'a comparison that is mirrored gains its bound',
    file: 'policy/fold.ts',
    edit: replaced("'<': '>',", "'<': '>=',"),
    by: CASES,
  },
  {
    name: 'not not is not',
    file: 'policy/simplify.ts',
    edit: replaced("if (part.op === 'not') return part.of", "if (part.op === 'not') return part"),
    by: 'test/policy/simplify.test.ts',
  },
  {
    name: 'negation of a Boolean fact is dropped',
    file: 'policy/simplify.ts',
    edit: replaced('{ ...part, value: !part.value }', 'part'),
    by: CASES,
  },
  {
    name: 'an authorization holds for every purpose',
    file: 'policy/authorized.ts',
    edit: replaced(' || !authorization.purposes.includes(facts.purpose)', ''),
    by: AUTHORIZED,
  },
  {
    name: 'an authorization holds for every class',
    file: 'policy/authorized.ts',
    edit: replaced('!authorization.classes.includes(dataClass) || ', ''),
    by: AUTHORIZED,
  },
  {
    name: 'an authorization names everybody',
    file: 'policy/authorized.ts',
    edit: replaced('    if (!names(authorization, viewer)) continue\n', ''),
    by: AUTHORIZED,
  },
  {
    name: 'a record of nobody is granted with a case that names NONE',
    file: 'policy/authorized.ts',
    edit: replaced("facts.granted.filter((record) => record !== 'NONE')", 'facts.granted'),
    by: AUTHORIZED,
  },
  {
    name: 'a bundle may permit',
    file: 'policy/bundle.ts',
    edit: replaced("rule.head.effect !== 'forbid'", "rule.head.effect === 'permit' && rule.bundle === ''"),
    by: LOAD,
  },
  {
    name: "a bundle reaches other owners' records by an `or`",
    file: 'policy/bundle.ts',
    edit: replaced("if (condition.op === 'and')", "if (condition.op === 'and' || condition.op === 'or')"),
    by: LOAD,
  },
  {
    name: 'warnings and errors of validation are not looked at',
    file: 'policy/load.ts',
    edit: replaced('  refuseInvalid(rules, files.schema)\n', ''),
    by: LOAD,
  },
  {
    name: 'evaluation: one arm of an `or` is enough to fail',
    file: 'policy/evaluate.ts',
    edit: firstReplaced('if (test(facts)) return true', 'if (!test(facts)) return true'),
    by: CASES,
  },
]
