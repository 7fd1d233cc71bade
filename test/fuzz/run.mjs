// npm run fuzz -- --seconds 60 --seed 7: hostile requests to a listening hub; --only N sends one of them again.
import { spawnSync } from 'node:child_process'
import { wholeNumbers } from '../support/whole-numbers.mjs'

const [seconds, seed, only] = wholeNumbers('seconds', 'seed', 'only')
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--project', 'http', 'test/http/fuzz.test.ts', '--disable-console-intercept'],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      COMITY_TEST_FUZZ_SECONDS: seconds ?? '60',
      ...(seed && { COMITY_TEST_FUZZ_SEED: seed }),
      ...(only && { COMITY_TEST_FUZZ_ONLY: only }),
    },
  },
)
process.exit(status ?? 1)
