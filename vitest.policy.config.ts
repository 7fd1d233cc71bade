import { defineConfig } from 'vitest/config'

import { NO_WASM_INLINING } from './cli/v8-flags.mjs'

// `npm run test:policy`: what a mistake in the rules, or in what asks them, must not pass. Fast: no database, no process.
export default defineConfig({
  // As in vitest.config.ts: two copies of graphql otherwise.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    environment: 'node',
    // As there: the rules' oracle is WebAssembly.
    execArgv: [NO_WASM_INLINING],
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: [
      'test/policy/**/*.test.ts',
      'test/conditionals.test.ts',
      'test/contract/signature.test.ts',
      'test/gateway/{answer-walk,disclosure,withheld-errors}.test.ts',
      'test/subgraphs/credentials/status-history.test.ts',
    ],
    // What these two ask, the others ask of fewer questions.
    exclude: ['test/policy/decide-hundred-thousand.test.ts', 'test/policy/mutants.test.ts'],
  },
})
