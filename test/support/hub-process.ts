import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface HubProcess {
  readonly origin: string
  /** SIGKILL: nothing of it is cleaned up. Resolves when the process is gone. @throws what the reader of its log throws */
  kill(): Promise<void>
}

const COMITY = fileURLToPath(new URL('../../cli/comity.mjs', import.meta.url))
/** Milliseconds; a loaded machine is slow. */
const PATIENCE = 120_000

/** Is given all that the process has logged, when it is gone: a sink (sink.ts). Without one it logs nothing. */
export interface HubLog {
  write(text: string): void
}

/**
 * `comity start`, or another command that serves, as its operator runs it: in a process of its own, on a free port where
 * `env` names none, when it says where it is.
 */
export async function startHubProcess(
  env: Readonly<Record<string, string>>,
  command: readonly string[] = ['start'],
  log: HubLog | null = null,
): Promise<HubProcess> {
  const child: ChildProcess = spawn(process.execPath, [COMITY, ...command], {
    env: { ...process.env, PORT: '0', COMITY_LOG_LEVEL: log ? 'trace' : 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = once(child, 'close')
  let complained = ''
  child.stderr?.on('data', (chunk: Buffer) => (complained += chunk.toString()))
  const kill = async () => {
    child.kill('SIGKILL')
    await closed
    log?.write(complained)
  }
  const ready = originOf(child, () => complained)
  try {
    const origin = await Promise.race([ready, after(PATIENCE, 'was not ready in time')])
    return { origin, kill }
  } catch (error) {
    await kill()
    throw error
  }
}

function originOf(child: ChildProcess, complained: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const origin = /^Comity .*?at (http:\/\/[\d.:]*\d)/m.exec(said)?.[1]
      if (origin !== undefined) resolve(origin)
    })
    child.once('close', () => reject(new Error(`The hub ended before it was ready: ${complained()}`)))
  })
}

function after(milliseconds: number, what: string): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`The hub ${what}`)), milliseconds).unref()
  })
}
