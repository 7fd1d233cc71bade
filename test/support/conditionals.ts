import ts from 'typescript'
import { JURISDICTION_CLASSES, PURPOSES, ROLES } from '../../policy/types.js'

/** A place where code decides by role, purpose or jurisdiction. `what` is its text, on one line. */
export interface Conditional {
  readonly line: number
  readonly what: string
}

/** `role`, `viewerPurpose`, `ownerJurisdiction`, `jurisdictionClass`, `ownerClass`, in one or many. */
const NAMED =
  /^(?:\w*[a-z])?(?:[rR]ole|[pP]urpose|[jJ]urisdiction)(?:s|Class|Classes|Code|Codes)?$|^(?:ROLES?|PURPOSES?|JURISDICTIONS?)$|^ownerClass$/
/** Words that mean a role, a purpose or a class of jurisdictions wherever they stand; `A`, `C` and `J` do not. */
const WORDS: ReadonlySet<string> = new Set([
  ...ROLES,
  ...PURPOSES.filter((purpose) => purpose.startsWith('hub:')),
  ...JURISDICTION_CLASSES,
])
const LETTERS: ReadonlySet<string> = new Set(PURPOSES.filter((purpose) => purpose.length === 1))
const CODE = /^(?:US-[A-Z]{0,3}|TRIBE-[A-Z0-9-]*)$/

const COMPARING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.InKeyword,
])
const SEARCHING: ReadonlySet<string> = new Set([
  'includes',
  'has',
  'indexOf',
  'some',
  'every',
  'filter',
  'find',
  'findIndex',
  'startsWith',
  'endsWith',
  'test',
  'match',
  'equals',
])

/** Every test, comparison, membership, switch and lookup in a TypeScript source that is about role, purpose or jurisdiction. */
export function conditionalsIn(source: string, name = 'source.ts'): Conditional[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true)
  const found: Conditional[] = []
  const add = (node: ts.Node): void => {
    const what = node.getText(file).replace(/\s+/g, ' ')
    found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, what })
  }
  const visit = (node: ts.Node): void => {
    if (isTypeOnly(node)) return
    if (decides(node)) add(node)
    else ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function isTypeOnly(node: ts.Node): boolean {
  return ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)
}

function decides(node: ts.Node): boolean {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) return concerns(node.expression)
  if (ts.isConditionalExpression(node)) return concerns(node.condition)
  if (ts.isSwitchStatement(node)) return concerns(node.expression) || node.caseBlock.clauses.some(isCaseOfWord)
  if (ts.isPrefixUnaryExpression(node)) {
    return node.operator === ts.SyntaxKind.ExclamationToken && concerns(node.operand)
  }
  if (ts.isBinaryExpression(node)) {
    return COMPARING.has(node.operatorToken.kind) && concerns(node)
  }
  if (ts.isElementAccessExpression(node)) return isTable(node.expression) && concerns(node.argumentExpression)
  return ts.isCallExpression(node) && searches(node)
}

function isCaseOfWord(clause: ts.CaseOrDefaultClause): boolean {
  return ts.isCaseClause(clause) && (isWord(clause.expression) || isLetter(clause.expression))
}

/** `x.includes(role)`, `roles.some(…)`, `['J'].includes(x)`. */
function searches({ expression, arguments: given }: ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(expression) || !SEARCHING.has(expression.name.text)) return false
  const of = expression.expression
  if (concerns(of) || given.some(concerns)) return true
  return ts.isArrayLiteralExpression(of) && of.elements.some(isLetter)
}

/** A table written in code: what it is indexed by decides. An index of a map that was read is no such table. */
function isTable(expression: ts.Expression): boolean {
  return (
    ts.isObjectLiteralExpression(expression) ||
    (ts.isIdentifier(expression) && /^[A-Z][A-Z0-9_]+$/.test(expression.text))
  )
}

/** Whether an expression is, or is computed from, a role, a purpose or a jurisdiction; nested functions included. */
function concerns(node: ts.Node): boolean {
  if (isTypeOnly(node) || asksForPresence(node)) return false
  if (ts.isIdentifier(node) && NAMED.test(node.text)) return true
  if (isWord(node)) return true
  return ts.forEachChild(node, (child) => concerns(child) || undefined) ?? false
}

/** `purpose === undefined`: whether there is one, not which. */
function asksForPresence(node: ts.Node): boolean {
  return ts.isBinaryExpression(node) && COMPARING.has(node.operatorToken.kind) && isAbsence(node.right)
}

function isAbsence(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined')
}

function isWord(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) && (WORDS.has(node.text) || CODE.test(node.text))
}

function isLetter(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) && LETTERS.has(node.text)
}
