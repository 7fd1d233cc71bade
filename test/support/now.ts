/** The day of every test that has a database: the demo world is built for it, and the hub's clock stands there. */
export const TEST_NOW = new Date('2026-11-24T09:00:00Z')
