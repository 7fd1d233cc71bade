import { AUDIT } from './audit.js'
import type { Case } from './case.js'
import { CONDITIONS } from './conditions.js'
import { DUE_PROCESS } from './due-process.js'
import { HIRING } from './hiring.js'
import { OWN } from './own.js'
import { VIEWER } from './viewer.js'

export const CASES: readonly Case[] = [...HIRING, ...OWN, ...DUE_PROCESS, ...VIEWER, ...AUDIT, ...CONDITIONS]
export type { Case }
