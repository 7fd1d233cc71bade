import { PolicyError } from './errors.js'
import type { PolicyFiles } from './files.js'
import { loadPolicySet } from './policy-set.js'

/** The file that a jurisdiction's bundle is held as. */
export const bundleFile = (jurisdiction: string): string => `jurisdictions/${jurisdiction}.cedar`

/**
 * Reads a bundle as it would be in force beside all the others.
 * @throws PolicyError (file, line, reason) for anything that must not be put in force
 */
export function checkBundle(files: PolicyFiles, jurisdiction: string, text: string): void {
  const file = bundleFile(jurisdiction)
  const set = loadPolicySet({
    ...files,
    policies: { ...files.policies, [file]: text },
    attested: { ...files.attested, [file]: 'candidate' },
  })
  const rules = [...set.rules, ...set.inactive].filter((rule) => rule.file === file)
  if (rules.length === 0) throw new PolicyError(file, 1, 'the bundle holds no policy; withdraw it instead')
  // Two jurisdictions publish without asking each other: their ids must not meet, on whatever day each takes effect.
  for (const { head, line } of rules) {
    if (!head.id.startsWith(`${jurisdiction}-`) || head.id.slice(jurisdiction.length + 1).includes('-'))
      throw new PolicyError(file, line, `@id("${head.id}") is not of the form ${jurisdiction}-1`)
  }
}
