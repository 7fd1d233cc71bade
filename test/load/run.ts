// npm run load -- --seconds 60 [--data FOLDER, one with a demo world]: three times capacity over loopback, and what came of it as ratios of the one run.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startLoadedHub } from './hub.js'
import { CONCURRENCY, load } from './load.js'

/** The median latency after the load, as a multiple of what it was before. */
const RECOVERED_WITHIN = 2

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, data: { type: 'string' } } })
if (!/^[1-9]\d{0,3}$/.test(values.seconds)) {
  console.error(`--seconds takes a whole number from 1 to 9999, not "${values.seconds}".`)
  process.exit(1)
}
const seconds = Number(values.seconds)
const machineLoad = () =>
  `${loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')} on ${cpus().length} cores`
const dataDir = values.data ?? mkdtempSync(join(tmpdir(), 'comity-load-'))
console.log(`machine: load ${machineLoad()} before`)
const hub = await startLoadedHub({ COMITY_DATA_DIR: dataDir }, { dataDir })
try {
  const report = await load(hub, { seconds, measured: Math.min(10, seconds), calm: 100 })
  const { capacity, offered, counts, faults, health, before, after, admitted } = report
  const ratio = (value: number) => (value / before).toFixed(2)
  console.log(
    `capacity: ${capacity.toFixed(0)} answers/s at ${CONCURRENCY} at once; offered: ${(offered / seconds).toFixed(0)}/s for ${seconds} s (${(offered / seconds / capacity).toFixed(2)} times)`,
  )
  console.log(
    `answers: ${Object.entries(counts)
      .map(([kind, count]) => `${kind}: ${count}`)
      .join(', ')}; admitted ${((counts['200'] ?? 0) / seconds / capacity).toFixed(2)} of capacity`,
  )
  console.log(`health: ${health.looks - health.missed} of ${health.looks} looks answered`)
  console.log(
    `median latency, calm = 1: under load, admitted ${ratio(admitted)}; after ${ratio(after)} (at most ${RECOVERED_WITHIN})`,
  )
  console.log(`machine: load ${machineLoad()} after`)
  const failures = [
    ...faults,
    ...(health.missed > 0 ? [`health was not answered ${health.missed} times`] : []),
    ...((counts['503'] ?? 0) === 0 ? ['nobody was refused: this was no overload'] : []),
    ...(after > RECOVERED_WITHIN * before ? ['the latency did not return to what it was'] : []),
  ]
  for (const failure of failures) console.error(`FAILED: ${failure}`)
  console.log(failures.length === 0 ? 'The hub held.' : 'The hub did not hold.')
  process.exitCode = failures.length === 0 ? 0 : 1
} finally {
  await hub.kill()
  if (values.data === undefined) rmSync(dataDir, { recursive: true, force: true })
}
