/** Where a demo answers with graphql-shield switched off: the same rules, one layer fewer. */
export const SHIELD_OFF_PATH = '/demo/shield-off/graphql'
