import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generatedFiles } from './generate/files.js'

/*
 * `npm run generate`: writes what is derived from the sources and committed beside them. `.ci/run` runs it and fails on a
 * difference. Runs from dist/hub.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))

for (const [path, content] of await generatedFiles()) {
  const target = join(root, path)
  const before = await readFile(target).catch(() => null)
  const changed = before === null || !before.equals(Buffer.from(content))
  if (changed) {
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, content)
  }
  process.stdout.write(`${changed ? 'written  ' : 'unchanged'} ${path}\n`)
}
