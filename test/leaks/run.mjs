// npm run test:leaks -- --operations 1000000 --seed 7 --names 10000: the leak test with larger numbers, in one process.
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { operations: { type: 'string' }, seed: { type: 'string' }, names: { type: 'string' } },
})
const whole = (name) => {
  const given = values[name]
  if (given !== undefined && !/^\d+$/.test(given)) {
    console.error(`--${name} takes a whole number, not "${given}".`)
    process.exit(1)
  }
  return given
}
const [operations, seed, names] = ['operations', 'seed', 'names'].map(whole)
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
