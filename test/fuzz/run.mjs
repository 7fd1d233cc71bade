// npm run fuzz -- --seconds 60 --seed 7: hostile requests to a listening hub; --only N sends one of them again.
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { seconds: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
})
const whole = (name) => {
  const given = values[name]
  if (given !== undefined && !/^\d+$/.test(given)) {
    console.error(`--${name} takes a whole number, not "${given}".`)
    process.exit(1)
  }
  return given
}
const [seconds, seed, only] = ['seconds', 'seed', 'only'].map(whole)
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
