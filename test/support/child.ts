import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface EmbeddedChild {
  /** What it told until now. */
  readonly lines: readonly string[]
  /** Resolves once `count` of its lines begin with `word`, to the last of them; rejects if it ends before. */
  told(word: string, count?: number): Promise<string>
  /** SIGKILL: nothing of it is cleaned up. Resolves when the process is gone and its output was read. */
  kill(): Promise<void>
}

const SCRIPT = fileURLToPath(new URL('embedded-child.ts', import.meta.url))

/** Starts `embedded-child.ts` in a process of its own. */
export function embeddedChild(task: 'open' | 'write' | 'append', place: string): EmbeddedChild {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', SCRIPT, task, place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const closed = once(child, 'close')
  if (!child.stdout) throw new Error('The child has no output')
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => lines.push(line))
  return {
    lines,
    told(word, count = 1) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.filter((line) => line.startsWith(`${word} `))[count - 1]
          if (found === undefined) return
          reader.off('line', look)
          resolve(found)
        }
        reader.on('line', look)
        void closed.then(() => reject(new Error(`The child ended before it told "${word}" ${count} times`)))
        look()
      })
    },
    async kill() {
      child.kill('SIGKILL')
      await closed
    },
  }
}
