import { readFileSync, readlinkSync } from 'node:fs'

/** A process, told apart from a later one that was given the same id. */
export interface ProcessIdentity {
  readonly pid: number
  /** Clock ticks between the machine's start and the process's (Linux); null where the system does not tell. */
  readonly started: string | null
  /** Within which process ids are told apart: a container counts its own. Null where the system does not tell. */
  readonly namespace: string | null
}

export const thisProcess = (): ProcessIdentity => ({
  pid: process.pid,
  started: startOf(process.pid),
  namespace: ownNamespace(),
})

/** UNKNOWN: a process of another container, which cannot be seen from here. */
export type Standing = 'ALIVE' | 'GONE' | 'UNKNOWN'

export function standingOf({ pid, started, namespace }: ProcessIdentity): Standing {
  if (namespace !== ownNamespace()) return 'UNKNOWN'
  try {
    process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process may not be signalled, but is there.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return 'GONE'
  }
  return started === null || startOf(pid) === started ? 'ALIVE' : 'GONE'
}

function ownNamespace(): string | null {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return null
  }
}

/** proc(5): the 22nd field of `stat`; the second one, in brackets, may hold spaces. A zombie is no process any more. */
function startOf(pid: number): string | null {
  let stat: string
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  } catch {
    return null
  }
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' ? 'ended' : (fields[19] ?? null)
}
