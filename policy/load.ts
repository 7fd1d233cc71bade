import { policySetTextToParts, policyToJson, validate } from '@cedar-policy/cedar-wasm/nodejs'
import type { Clause, DetailedError, PolicyJson } from '@cedar-policy/cedar-wasm/nodejs'
import { bundleFault, bundleOf } from './bundle.js'
import type { Condition } from './condition.js'
import { readEffectDates } from './effect-dates.js'
import { PolicyError } from './errors.js'
import type { PolicyFiles } from './files.js'
import { readHead } from './head.js'
import { UnfoldableError, parseCondition } from './parse-condition.js'
import type { Rule } from './rule.js'
import { lineAt, readVocabulary } from './vocabulary.js'
import type { Vocabulary } from './vocabulary.js'

/** Larger than any bundle a person could review; refused before it is parsed. In bytes. */
const MAX_FILE = 256 * 1024

interface Located {
  readonly file: string
  readonly line: number
  readonly text: string
}

export interface Loaded {
  readonly rules: readonly Rule[]
  readonly vocabulary: Vocabulary
}

/** Parses, lints and validates a policy set. Throws PolicyError (file, line, reason) at the first fault. */
export function loadRules(files: PolicyFiles): Loaded {
  const vocabulary = readVocabulary(files.schema)
  const rules = Object.keys(files.policies)
    .sort()
    .flatMap((file) => split(file, files.policies[file] ?? ''))
    .map((located) => readRule(located, vocabulary, files.sources))
  refuseDuplicates(rules)
  refuseInvalid(rules, files.schema)
  for (const rule of rules) {
    const fault = bundleFault(rule)
    if (fault) throw new PolicyError(rule.file, rule.line, fault)
  }
  return { rules, vocabulary }
}

function split(file: string, text: string): Located[] {
  if (Buffer.byteLength(text) > MAX_FILE) throw new PolicyError(file, 1, `the file is larger than ${MAX_FILE} bytes`)
  if (bundleOf(file) === undefined)
    throw new PolicyError(file, 1, 'a bundle is named after its jurisdiction, US-CA.cedar')
  const parts = policySetTextToParts(text)
  if (parts.type === 'failure') {
    throw new PolicyError(file, lineOf(text, 1, parts.errors[0]), parts.errors[0]?.message ?? 'does not parse')
  }
  if (parts.policy_templates.length > 0) throw new PolicyError(file, 1, 'templates are not supported')
  return parts.policies
    .map((policy) => ({ policy, at: text.indexOf(policy) }))
    .sort((a, b) => a.at - b.at)
    .map(({ policy, at }) => ({ file, line: text.slice(0, at).split('\n').length, text: policy }))
}

function readRule(located: Located, vocabulary: Vocabulary, sources: PolicyFiles['sources']): Rule {
  const { file, line, text } = located
  const fail = (reason: string): never => {
    throw new PolicyError(file, line, reason)
  }
  const answer = policyToJson(text)
  if (answer.type === 'failure') return fail(answer.errors[0]?.message ?? 'does not parse')
  const { json } = answer
  const head = readHead(json.effect, json.annotations, sources)
  if (typeof head === 'string') return fail(head)
  const bundle = bundleOf(file) ?? null
  const dates = readEffectDates(json.annotations, bundle)
  if (typeof dates === 'string') return fail(`${head.id}: ${dates}`)
  if (json.principal.op !== 'All') return fail(`${head.id}: write the principal without a constraint; roles are a set`)
  try {
    return {
      head,
      ...located,
      actions: new Set(actionsOf(json, vocabulary)),
      type: typeOf(json),
      condition: join(json.conditions),
      bundle,
      source: json.annotations?.['source'] ?? null,
      ...dates,
    }
  } catch (error) {
    if (error instanceof UnfoldableError) return fail(`${head.id}: ${error.message}`)
    throw error
  }
}

function actionsOf({ action }: PolicyJson, vocabulary: Vocabulary): readonly string[] {
  if (action.op === 'All') return [...vocabulary.appliesTo.keys()]
  const entities = 'entities' in action ? action.entities : 'entity' in action ? [action.entity] : []
  return entities
    .map((entity) => ('__entity' in entity ? entity.__entity.id : entity.id))
    .flatMap((name) => vocabulary.expand(name))
}

function typeOf({ resource }: PolicyJson): string | null {
  if (resource.op === 'All') return null
  if (resource.op === 'is' && resource.in === undefined) return resource.entity_type
  throw new UnfoldableError('the resource is constrained by type only: `resource is Incident`')
}

function join(clauses: readonly Clause[]): Condition {
  const parts = clauses.map(({ kind, body }): Condition => {
    const condition = parseCondition(body)
    return kind === 'when' ? condition : { op: 'not', of: condition }
  })
  return { op: 'and', of: parts }
}

function refuseDuplicates(rules: readonly Rule[]): void {
  const seen = new Map<string, Rule>()
  for (const rule of rules) {
    const first = seen.get(rule.head.id)
    if (first)
      throw new PolicyError(rule.file, rule.line, `${rule.head.id} is also the id of ${first.file}:${first.line}`)
    seen.set(rule.head.id, rule)
  }
}

/** Strict validation. A success may hold validation errors; a policy that can never apply is a mistake too. */
function refuseInvalid(rules: readonly Rule[], schema: string): void {
  const staticPolicies = Object.fromEntries(rules.map((rule) => [rule.head.id, rule.text]))
  const answer = validate({ schema, policies: { staticPolicies }, validationSettings: { mode: 'strict' } })
  if (answer.type === 'failure') throw new PolicyError('policy', 1, answer.errors[0]?.message ?? 'validation failed')
  const [first] = [...answer.validationErrors, ...answer.validationWarnings]
  if (!first) return
  const rule = rules.find(({ head }) => head.id === first.policyId)
  if (!rule) throw new PolicyError('policy', 1, first.error.message)
  throw new PolicyError(rule.file, lineOf(rule.text, rule.line, first.error), first.error.message)
}

/** Line in the file of an error in a text that begins at `line`. */
function lineOf(text: string, line: number, error: DetailedError | undefined): number {
  return line - 1 + lineAt(text, error?.sourceLocations?.[0]?.start ?? 0)
}
