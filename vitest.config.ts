import { defineConfig } from 'vitest/config'

import { NO_WASM_INLINING } from './cli/v8-flags.mjs'
import { scratchFolder } from './test/support/scratch.mjs'

process.env['TMPDIR'] = scratchFolder()

const graphqlCopy = { find: /^graphql$/, replacement: 'graphql/index.js' }
const shared = {
  environment: 'node' as const,
  // Room for what a request leaves behind: 1,000 operations of the leak test by itself took 28.4 s instead of 33.2.
  execArgv: [NO_WASM_INLINING, '--max-semi-space-size=64'],
  setupFiles: ['test/support/outbound.setup.ts'],
}
/** Where there are persons of the demo world that the console could name. */
const withPersons = [...shared.setupFiles, 'test/support/console.setup.ts']

// Under vitest, ESM tests and the CommonJS Apollo packages would load two copies of graphql: alias one.
export default defineConfig({
  resolve: { alias: [graphqlCopy] },
  test: {
    // Two cores are what the project is tested on; vitest alone would leave one of them idle.
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias: [graphqlCopy] },
        test: {
          ...shared,
          name: 'unit',
          // The files share their modules (half of the time was importing them): a unit test changes no global.
          isolate: false,
          // Nothing is timed: a shared machine may be slow.
          testTimeout: 30_000,
          hookTimeout: 120_000,
          include: ['test/**/*.test.ts'],
          exclude: ['test/integration/**', 'test/http/**', 'test/cli/**', 'test/postgres-only/**'],
        },
      },
      {
        resolve: { alias: [graphqlCopy] },
        test: {
          ...shared,
          name: 'integration',
          // As above; what a file opens it closes, and each has a database of its own.
          isolate: false,
          include: ['test/integration/**/*.test.ts', 'test/postgres-only/**/*.test.ts'],
          globalSetup: ['test/support/world.setup.ts'],
          setupFiles: withPersons,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias: [graphqlCopy] },
        test: {
          ...shared,
          name: 'http',
          // As above.
          isolate: false,
          include: ['test/http/**/*.test.ts', 'test/cli/**/*.test.ts'],
          globalSetup: ['test/support/world.setup.ts'],
          setupFiles: withPersons,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
