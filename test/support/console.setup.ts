import { format } from 'node:util'
import { afterAll, expect } from 'vitest'
import { personsIn } from './sink.js'

type Write = (...given: unknown[]) => void

// Files of one worker share their console, and this file is run anew for each.
const shared = globalThis as { comityConsole?: string[] }

/** What was written to the console of a person of the demo world since the last file. */
const written = (shared.comityConsole ??= watched())

function watched(): string[] {
  const found: string[] = []
  for (const method of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    const write = Reflect.get(console, method) as Write
    console[method] = (...given: unknown[]) => {
      const text = format(...given)
      if (personsIn(text).length > 0) found.push(text)
      write.apply(console, given)
    }
  }
  return found
}

afterAll(() => {
  expect(written.splice(0)).toEqual([])
})
