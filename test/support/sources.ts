import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '..', '..')

/** The folders of what ships. */
export const FOLDERS = [
  'policy',
  'contract',
  'gateway',
  'audit',
  'hub',
  'cli',
  'portal',
  'demo',
  'prisma',
  'subgraphs',
] as const

/** TypeScript files beneath a folder of the repository, from its root; the generated client is none. */
export function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = join(folder, name)
    if (path === join('prisma', 'client')) return []
    if (statSync(join(ROOT, path)).isDirectory()) return sources(path)
    return /\.tsx?$/.test(name) ? [path] : []
  })
}
