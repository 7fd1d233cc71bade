import { AUDIT } from './audit.js'
import type { Case } from './case.js'
import { CASE_CHECKS } from './case-checks.js'
import { CONDITIONS } from './conditions.js'
import { DUE_PROCESS } from './due-process.js'
import { HIRING } from './hiring.js'
import { LINKS } from './links.js'
import { OWN } from './own.js'
import { TABLES } from '../jurisdictions/index.js'
import { VIEWER } from './viewer.js'

/** Cases of the rules in force as shipped: the baseline, and the one bundle whose source lies in the repository. */
export const CASES: readonly Case[] = [
  ...HIRING,
  ...OWN,
  ...DUE_PROCESS,
  ...VIEWER,
  ...AUDIT,
  ...CONDITIONS,
  ...LINKS,
  ...CASE_CHECKS,
  ...(TABLES['TRIBE-TALMIRRA'] ?? []),
]
export type { Case }
