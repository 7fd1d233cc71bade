import './loopback-only.mjs'
import type { TestProject } from 'vitest/node'
import { buildTemplates, type BuiltTemplates, type Templates } from './templates.js'

declare module 'vitest' {
  interface ProvidedContext {
    templates: Templates
  }
}

// Both projects of one run name this file; the module is loaded once for each, the process's own object is shared.
const shared = globalThis as { comityTemplates?: { built: Promise<BuiltTemplates>; users: number } }

export async function setup(project: TestProject): Promise<void> {
  shared.comityTemplates ??= { built: buildTemplates(), users: 0 }
  shared.comityTemplates.users += 1
  project.provide('templates', (await shared.comityTemplates.built).templates)
}

export async function teardown(): Promise<void> {
  const held = shared.comityTemplates
  if (!held) return
  held.users -= 1
  if (held.users > 0) return
  delete shared.comityTemplates
  ;(await held.built).remove()
}
