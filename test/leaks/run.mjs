// npm run test:leaks -- --operations 1000000 --seed 7 --names 10000: the leak test with larger numbers, in one process.
import { spawnSync } from 'node:child_process'
import { wholeNumbers } from '../support/whole-numbers.mjs'

const [operations, seed, names] = wholeNumbers('operations', 'seed', 'names')
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--project', 'integration', 'test/integration/leaks.test.ts', '--disable-console-intercept'],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(operations && { COMITY_LEAK_OPERATIONS: operations }),
      ...(seed && { COMITY_LEAK_SEED: seed }),
      COMITY_LEAK_NAMES: names ?? '10000',
    },
  },
)
process.exit(status ?? 1)
