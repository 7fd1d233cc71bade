import { policySetTextToParts, policyToJson } from '@cedar-policy/cedar-wasm/nodejs'
import { PolicyError } from './errors.js'
import { lineAt } from './vocabulary.js'

/**
 * Whose bundle a text is, by the ids of its policies (`US-CA-1` is of `US-CA`); null where they name none, or several.
 * `file`: how the text is called in a fault.
 * @throws PolicyError (file, line, reason) where it does not parse
 */
export function bundleOwner(file: string, text: string): string | null {
  const parts = policySetTextToParts(text)
  if (parts.type === 'failure') {
    const [first] = parts.errors
    const line = lineAt(text, first?.sourceLocations?.[0]?.start ?? 0)
    throw new PolicyError(file, line, first?.message ?? 'does not parse')
  }
  const owners = new Set(parts.policies.map(ownerInId))
  const [owner] = owners
  return owners.size === 1 ? (owner ?? null) : null
}

function ownerInId(policy: string): string | null {
  const answer = policyToJson(policy)
  const id = answer.type === 'success' ? answer.json.annotations?.['id'] : null
  return /^([A-Z]{2,5}-[A-Z0-9-]+)-[^-]+$/.exec(id ?? '')?.[1] ?? null
}
