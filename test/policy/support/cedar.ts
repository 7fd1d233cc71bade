import { setFlagsFromString } from 'node:v8'
import { preparsePolicySet, preparseSchema, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs'
import type { CedarValueJson } from '@cedar-policy/cedar-wasm/nodejs'
import { contextFor } from '../../../policy/authorized.js'
import type { PolicyFiles, PolicySet } from '../../../policy/index.js'
import type { Sample } from './sample.js'

// Node 20's optimizer crashes ("unreachable code", Deoptimizer) in hot calls of WebAssembly that return a reference.
setFlagsFromString('--no-turbo-inline-js-wasm-calls')

export interface Verdict {
  readonly effect: 'allow' | 'deny'
  /** The policies that determined it, sorted. */
  readonly reason: readonly string[]
}

/** Cedar itself as the oracle. An error in the evaluation of a policy would hide a forbid, so there must be none. */
export function cedar(files: PolicyFiles, set: PolicySet): (sample: Sample) => Verdict {
  refuseFailure(preparseSchema('comity', files.schema))
  const parsed = new Set<string>()
  // Cedar knows no dates of effect: it is given the policies of the day.
  const policiesOn = (day: number): string => {
    const rules = set.rules.filter(
      ({ effectiveFrom, effectiveUntil }) => (effectiveFrom ?? -Infinity) <= day && day < (effectiveUntil ?? Infinity),
    )
    const id = `comity ${set.hash} ${rules.map(({ head }) => head.id).join()}`
    const staticPolicies = Object.fromEntries(rules.map(({ head, text }) => [head.id, text]))
    if (!parsed.has(id)) refuseFailure(preparsePolicySet(id, { staticPolicies }))
    parsed.add(id)
    return id
  }
  return ({ viewer, request, action, type, facts }) => {
    const { granted, self, authorized, ...context } = contextFor(viewer, request, action)
    const { subject, ...attributes } = viewer
    const principal = { type: 'Viewer', id: subject }
    const resource = { type, id: 'record' }
    const answer = statefulIsAuthorized({
      principal,
      resource,
      action: { type: 'Action', id: action },
      context: { ...context, granted: [...granted], self: [...self], authorized: [...authorized] },
      preparsedSchemaName: 'comity',
      validateRequest: true,
      preparsedPolicySetId: policiesOn(request.today),
      entities: [
        { uid: principal, attrs: attributes as unknown as Record<string, CedarValueJson>, parents: [] },
        {
          uid: resource,
          attrs: type === 'Hub' ? {} : (facts as unknown as Record<string, CedarValueJson>),
          parents: [],
        },
      ],
    })
    if (answer.type === 'failure') throw new Error(answer.errors[0]?.message)
    const { decision, diagnostics } = answer.response
    if (diagnostics.errors.length > 0) throw new Error(diagnostics.errors[0]?.error.message)
    return { effect: decision, reason: [...diagnostics.reason].sort() }
  }
}

function refuseFailure(answer: ReturnType<typeof preparseSchema>): void {
  if (answer.type === 'failure') throw new Error(answer.errors[0]?.message)
}
