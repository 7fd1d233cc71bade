import { loadPolicySet, readPolicyFiles } from '../../../policy/index.js'

/** The shipped policy set, loaded once per test file. */
export const FILES = readPolicyFiles()
export const POLICIES = loadPolicySet(FILES)
