import type { Role } from './types.js'

/** How much one operation may ask for, from the narrowest to the widest; gateway/budget/limits.ts has the numbers. */
export const BUDGETS = ['NARROW', 'STANDARD', 'WIDE'] as const
export type Budget = (typeof BUDGETS)[number]

/**
 * Whoever comes without a token gets the least. Who looks at one person, or at an agency's credentials, needs no pages of
 * fifty people with all their records; who works with a whole agency's does.
 */
export const ROLE_BUDGETS: Readonly<Record<Role, Budget>> = {
  HIRING_INVESTIGATOR: 'WIDE',
  COMMISSION_ANALYST: 'WIDE',
  RECORDS_OFFICER: 'WIDE',
  PROSECUTOR: 'WIDE',
  GRANTS_OFFICER: 'STANDARD',
  CREDENTIALING_ASSESSOR: 'STANDARD',
  POLICY_OFFICER: 'STANDARD',
  DATA_SUBJECT: 'STANDARD',
  AUDITOR: 'WIDE',
  PUBLIC: 'NARROW',
}

/** The widest of the budgets of several roles; the narrowest for none. */
export function budgetOf(roles: readonly Role[]): Budget {
  return BUDGETS[Math.max(0, ...roles.map((role) => BUDGETS.indexOf(ROLE_BUDGETS[role])))] ?? BUDGETS[0]
}
