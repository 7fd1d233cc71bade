import { firstReplaced, LAYERS, type Planted, replaced } from './edit.js'

/** Mistakes in what brings the rules to rows and fields: the filter, the layers of a subgraph, repositories, the gateway. */
export const PROGRAM: readonly Planted[] = [
  {
    name: 'where: a denial is every row',
    file: 'prisma/where.ts',
    edit: replaced('return where ? {} : NOTHING', 'return {}'),
    by: LAYERS,
  },
  {
    name: 'where: NOT is forgotten',
    file: 'prisma/where.ts',
    edit: replaced('{ NOT: part }', 'part'),
    by: LAYERS,
  },
  {
    name: 'where: one part of an `and` is enough',
    file: 'prisma/where.ts',
    edit: replaced("combine(parts, 'AND', true)", "combine(parts, 'OR', true)"),
    by: LAYERS,
  },
  {
    name: 'incidents are listed without the row scope',
    file: 'subgraphs/incidents/incident.repository.ts',
    edit: replaced('    AND: [\n      visible,\n      {', '    AND: [\n      {},\n      {'),
    by: LAYERS,
  },
  {
    name: 'an incident is found by its id without the row scope',
    file: 'subgraphs/incidents/incident.repository.ts',
    edit: firstReplaced(
      'findMany({ where: { AND: [visible, { id: { in: [...ids] } }] } })',
      'findMany({ where: { id: { in: [...ids] } } })',
    ),
    by: LAYERS,
  },
  {
    name: "an officer's incidents are found without the row scope",
    file: 'subgraphs/incidents/incident.repository.ts',
    edit: replaced('        visible,\n        parent ===', '        {},\n        parent ==='),
    by: LAYERS,
  },
  {
    name: 'certificates are counted without the row scope',
    file: 'subgraphs/credentials/certification.repository.ts',
    edit: replaced('db.certification.count({ where, take', 'db.certification.count({ where: {}, take'),
    by: LAYERS,
  },
  {
    name: 'an officer is made of all identity records',
    file: 'subgraphs/officers/officer.repository.ts',
    edit: firstReplaced(
      'where: { AND: [visible, { officerId: { in: [...officerIds] } }] }',
      'where: { officerId: { in: [...officerIds] } }',
    ),
    by: LAYERS,
  },
  {
    name: 'spells are loaded without the row scope',
    file: 'subgraphs/officers/employment.repository.ts',
    edit: firstReplaced(
      'where: { AND: [visible, { recordId: { in: [...recordIds] } }] }',
      'where: { recordId: { in: [...recordIds] } }',
    ),
    by: LAYERS,
  },
  {
    name: 'a candidate is compared with every record',
    file: 'subgraphs/officers/check/candidates.repository.ts',
    edit: firstReplaced('where: { AND: [record, { officerId', 'where: { AND: [{}, { officerId'),
    by: LAYERS,
  },
  {
    name: 'a filter by stage asks for no class',
    file: 'subgraphs/incidents/find-incidents.ts',
    edit: replaced("filtered ? (['P4'] as const) : []", '[]'),
    by: LAYERS,
  },
  {
    name: 'a filter by status asks for no class',
    file: 'subgraphs/credentials/find-certifications.ts',
    edit: replaced("...(status === null ? [] : (['P4'] as const)),", ''),
    by: LAYERS,
  },
  {
    name: 'rows that the rules deny are kept when the statement returned them',
    file: 'subgraphs/kit/known.ts',
    edit: replaced('access.allows(`know:${type}`, type, facts) &&', 'true &&'),
    by: LAYERS,
  },
  {
    name: 'a count is believed although the rules dropped rows of it',
    file: 'subgraphs/kit/known.ts',
    edit: replaced(
      'return agreed ? count : () => Promise.resolve(rows.length)',
      'void agreed\n  void rows\n  return count',
    ),
    by: LAYERS,
  },
  {
    name: 'the shield reuses the verdict of the first row',
    file: 'subgraphs/kit/shield.ts',
    edit: firstReplaced(
      "rule(coordinate, { cache: 'no_cache' })((parent",
      "rule(coordinate, { cache: 'contextual' })((parent",
    ),
    by: LAYERS,
  },
  {
    name: 'the shield has its rules on interfaces, where they are not enforced',
    file: 'subgraphs/kit/shield.ts',
    edit: (text) =>
      replaced(
        'fallbackRule: deny',
        'fallbackRule: allow',
      )(
        replaced(
          '!isObjectType(type)',
          '!isInterfaceType(type)',
        )(replaced('isObjectType }', 'isInterfaceType }')(text)),
      ),
    by: LAYERS,
  },
  {
    name: 'the shield allows what it does not list',
    file: 'subgraphs/kit/shield.ts',
    edit: (text) =>
      replaced(
        'fallbackRule: deny',
        'fallbackRule: allow',
      )(replaced('if (field === null) return deny', 'if (field === null) return allow')(text)),
    by: 'test/policy/fetch.test.ts',
  },
  {
    name: 'the shield opens a field where it cannot say why not',
    file: 'subgraphs/kit/shield.ts',
    edit: replaced('if (opens(context.access, type, dataClass, basis.facts)) return true', 'return true'),
    by: LAYERS,
  },
  {
    name: 'the mask leaves what is denied',
    file: 'subgraphs/kit/present.ts',
    edit: replaced('if (!opens(access, type, rule.class, facts)) masked[name]', 'if (facts.length === 0) masked[name]'),
    by: LAYERS,
  },
  {
    name: 'one identity record that opens a class opens it for all of the person',
    file: 'subgraphs/officers/officer.repository.ts',
    edit: replaced("const named = opened('P1')", 'const named = records'),
    by: LAYERS,
  },
  {
    name: 'loaders outlive a grant: they are kept over a write',
    file: 'subgraphs/kit/subgraph.ts',
    edit: replaced(
      '      Object.assign(context, await read())\n      shared = new Map()',
      '      Object.assign(context, await read())',
    ),
    by: 'test/policy/fetch.test.ts',
  },
  {
    name: 'a write does not renew the access',
    file: 'subgraphs/kit/subgraph.ts',
    edit: replaced('      Object.assign(context, await read())\n', ''),
    by: 'test/policy/fetch.test.ts',
  },
  {
    name: 'a closed case is live',
    file: 'subgraphs/kit/subgraph.ts',
    edit: replaced('fresh.caseId !== null && !fresh.caseClosed', 'fresh.caseId !== null'),
    by: 'test/policy/fetch.test.ts',
  },
  {
    name: 'an altered request passes the signature check',
    file: 'contract/signature.ts',
    edit: replaced('        claims.bd !== bodyDigest(query, variables) ||\n', ''),
    by: 'test/contract/signature.test.ts',
  },
  {
    name: 'what no subgraph reported leaves the gateway',
    file: 'gateway/disclosed.ts',
    edit: replaced('if (!report?.classes.includes(dataClass))', 'if (report && !report.classes.includes(dataClass))'),
    by: 'test/gateway/disclosure.test.ts',
  },
  {
    name: 'a withheld field is reported although its row did not reach the client',
    file: 'gateway/withheld-errors.ts',
    edit: replaced('    if (gaps && !gap) return []\n', ''),
    by: 'test/gateway/withheld-errors.test.ts',
  },
  {
    name: "a certificate's history shows what was overturned",
    file: 'subgraphs/credentials/status-history.ts',
    edit: replaced('factsAt(facts, row.stage as Stage)', 'facts'),
    by: 'test/subgraphs/credentials/status-history.test.ts',
  },
  {
    name: 'a commission is told apart by its role in a repository',
    file: 'subgraphs/kit/context.ts',
    edit: (text) =>
      `${text}\nexport const isCommission = (viewer: Viewer): boolean => viewer.roles.includes('COMMISSION_ANALYST')\n`,
    by: 'test/conditionals.test.ts',
  },
]
