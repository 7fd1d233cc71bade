import type { Planted } from './edit.js'
import { POLICY_CODE } from './policy-code.js'
import { PROGRAM } from './program.js'
import { RULES } from './rules.js'

/** Every mistake, numbered from 1 in this order. */
export const PLANTED: readonly Planted[] = [...RULES, ...POLICY_CODE, ...PROGRAM]
