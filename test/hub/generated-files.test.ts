import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generatedFiles } from '../../hub/generate/files.js'

const ROOT = resolve(import.meta.dirname, '../..')

describe('what is generated is committed, and is not stale (`npm run generate`)', async () => {
  const [files, again] = [await generatedFiles(), await generatedFiles()]
  test.each([...files])('%s', (path, content) => {
    const bytes = Buffer.from(content)
    expect(bytes.equals(Buffer.from(again.get(path) ?? '')), 'the same bytes every time').toBe(true)
    expect(readFileSync(join(ROOT, path)).equals(bytes), 'the committed file is what is generated').toBe(true)
  })
})
