import { type EpochDay, matrixChanges, type MatrixChanges } from '../policy/index.js'
import { loadPolicies, policyFilesAt, type ReadBundle, readBundle, withBundle } from './policy-sets.js'

export interface PolicyDiffRequest {
  /** Folder, or `shipped`. */
  readonly before: string
  readonly after: string
  /** File of a bundle that is put in place in `after`. */
  readonly bundle: string | null
  readonly jurisdiction: string | null
  /** Bundles whose source nobody has checked are compared as if their jurisdiction had signed for them. */
  readonly asIfSigned: boolean
  readonly day: EpochDay
}

export interface PolicyDiff extends MatrixChanges {
  /** Hashes of the two sets. */
  readonly before: string
  readonly after: string
  readonly day: EpochDay
  /** Bundle policies that nobody has signed for and whose source nobody has checked: they change no cell. */
  readonly inactive: { readonly before: readonly string[]; readonly after: readonly string[] }
}

/** @throws ComityError BAD_INPUT, POLICY_INVALID, BUNDLE_REFUSED */
export function policyDiff(request: PolicyDiffRequest): PolicyDiff {
  const options = { activateUnchecked: request.asIfSigned }
  const filesAfter = policyFilesAt(request.after)
  const bundle: ReadBundle | null = request.bundle === null ? null : readBundle(request.bundle, request.jurisdiction)
  const before = loadPolicies(policyFilesAt(request.before), options)
  const after = loadPolicies(bundle === null ? filesAfter : withBundle(filesAfter, bundle), options)
  return {
    before: before.hash,
    after: after.hash,
    day: request.day,
    inactive: {
      before: before.inactive.map(({ head }) => head.id).sort(),
      after: after.inactive.map(({ head }) => head.id).sort(),
    },
    ...matrixChanges(before, after, request.day),
  }
}
