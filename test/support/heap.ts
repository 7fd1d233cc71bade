import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** MiB that are still needed: what is left once the garbage is gone. */
export function heapInUse(): number {
  collect()
  return process.memoryUsage().heapUsed / 1_048_576
}
