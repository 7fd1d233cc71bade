import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ComityError, type ErrorCode } from '../contract/errors.js'
import {
  bundleFile,
  bundleOwner,
  checkBundle,
  type LoadOptions,
  loadPolicySet,
  PolicyError,
  type PolicyFiles,
  type PolicySet,
  readPolicyFiles,
} from '../policy/index.js'

/** The word of the command line for the rules that come with this program. */
export const SHIPPED = 'shipped'

/** @throws ComityError POLICY_INVALID with file, line and reason */
export function shippedPolicies(): PolicySet {
  return loadPolicies(readPolicyFiles())
}

/** @throws ComityError POLICY_INVALID with file, line and reason */
export function loadPolicies(files: PolicyFiles, options: LoadOptions = {}): PolicySet {
  return inWords('POLICY_INVALID', () => loadPolicySet(files, options))
}

/** Policy files of a folder laid out as `policy/` is, or those shipped. @throws ComityError BAD_INPUT */
export function policyFilesAt(place: string): PolicyFiles {
  if (place === SHIPPED) return readPolicyFiles()
  const needed = ['schema.cedarschema', 'rules', 'jurisdictions']
  const missing = needed.filter((name) => !existsSync(join(place, name)))
  if (missing.length > 0) {
    const what = existsSync(place) ? `${place} holds no ${missing.join(', no ')}` : `${place} does not exist`
    throw new ComityError('BAD_INPUT', `${what}; a folder laid out as policy/ is, or "${SHIPPED}".`)
  }
  return readPolicyFiles(place)
}

export interface ReadBundle {
  readonly jurisdiction: string
  readonly text: string
}

/**
 * A bundle from a file, and whose it is: as told, or by its name, or by the ids of its policies.
 * @throws ComityError BAD_INPUT, BUNDLE_REFUSED
 */
export function readBundle(file: string, jurisdiction: string | null): ReadBundle {
  const text = bundleTextOf(file)
  const owner =
    jurisdiction ??
    /^([A-Z]{2,5}-[A-Z0-9-]+)\.cedar$/.exec(basename(file))?.[1] ??
    inWords('BUNDLE_REFUSED', () => bundleOwner(basename(file), text))
  if (owner === null)
    throw new ComityError('BAD_INPUT', `${file}: the ids of its policies do not say whose it is; say --jurisdiction.`)
  return { jurisdiction: owner, text }
}

/**
 * The files with a bundle in the place of its jurisdiction's, as if its policy officer had published it.
 * @throws ComityError BUNDLE_REFUSED with file, line and reason
 */
export function withBundle(files: PolicyFiles, { jurisdiction, text }: ReadBundle): PolicyFiles {
  inWords('BUNDLE_REFUSED', () => {
    checkBundle(files, jurisdiction, text)
  })
  const file = bundleFile(jurisdiction)
  return {
    ...files,
    policies: { ...files.policies, [file]: text },
    attested: { ...files.attested, [file]: 'candidate' },
  }
}

/** More than a bundle may have; what is larger is not read. In bytes. */
const READ_MAX = 1024 * 1024

function bundleTextOf(file: string): string {
  try {
    if (statSync(file).size > READ_MAX)
      throw new ComityError('BUNDLE_REFUSED', `${file}:1: larger than a bundle may be.`)
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof ComityError) throw error
    throw new ComityError(
      'BAD_INPUT',
      `the bundle cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}): ${file}.`,
    )
  }
}

function inWords<T>(code: ErrorCode, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof PolicyError) throw new ComityError(code, `${error.message}.`)
    throw error
  }
}
