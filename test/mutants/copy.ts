import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { loadPolicySet, PolicyError, readPolicyFiles } from '../../policy/index.js'
import { EditError, type Planted } from './edit.js'

const ROOT = resolve(import.meta.dirname, '..', '..')
/** Not copied: what is not a source; what is large and generated is linked. */
const LEFT = new Set(['.git', 'dist', 'node_modules', 'bench'])
const LINKED = ['node_modules', 'prisma/client']

/** A copy of the sources. The work tree is never touched. */
export function copyTo(folder: string): Copy {
  mkdirSync(folder)
  for (const name of readdirSync(ROOT)) {
    if (LEFT.has(name)) continue
    cpSync(join(ROOT, name), join(folder, name), {
      recursive: true,
      filter: (source) => source !== join(ROOT, 'prisma', 'client'),
    })
  }
  for (const path of LINKED) symlinkSync(join(ROOT, path), join(folder, path))
  return new Copy(folder)
}

interface Run {
  readonly passed: boolean
  readonly output: string
}

export class Copy {
  constructor(private readonly folder: string) {}

  /** Why a mistake cannot be planted; none, or one sentence. It must leave a text that parses: nonsense is no mistake. */
  fault({ file, edit }: Planted): string[] {
    const before = readFileSync(join(this.folder, file), 'utf8')
    try {
      const after = edit(before)
      if (after === before) return ['it changes nothing']
      return file.endsWith('.cedar') ? this.#cedarFault(file, before, after) : syntaxFault(after)
    } catch (error) {
      if (error instanceof EditError) return [error.message]
      throw error
    }
  }

  /** The test file that failed, or null where all of them passed. The sources are as they were afterwards. */
  async plant({ file, edit, by }: Planted): Promise<string | null> {
    const path = join(this.folder, file)
    const before = readFileSync(path, 'utf8')
    writeFileSync(path, edit(before))
    try {
      if (!(await this.tests([by])).passed) return by
      const { passed, output } = await this.tests([])
      return passed ? null : (/FAIL\s+(\S+\.test\.ts)/.exec(output)?.[1] ?? 'a test')
    } finally {
      writeFileSync(path, before)
    }
  }

  /** Runs test files of `npm run test:policy`, all of them if none is named, until the first failure. */
  tests(files: readonly string[]): Promise<Run> {
    const args = ['run', '--config', 'vitest.policy.config.ts', '--bail', '1', ...files]
    return new Promise((done) => {
      const child = spawn(process.execPath, [join('node_modules', 'vitest', 'vitest.mjs'), ...args], {
        cwd: this.folder,
        env: { ...process.env, NO_COLOR: '1' },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let output = ''
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (text: Buffer) => (output += text.toString()))
      child.on('close', (code) => {
        if (/No test files found/.test(output)) throw new Error(`There is no test ${files.join(' ')}`)
        done({ passed: code === 0, output })
      })
    })
  }

  #cedarFault(file: string, before: string, after: string): string[] {
    const path = join(this.folder, file)
    writeFileSync(path, after)
    try {
      loadPolicySet(readPolicyFiles(join(this.folder, 'policy')))
      return []
    } catch (error) {
      if (error instanceof PolicyError) return [`the rules do not load: ${error.message}`]
      throw error
    } finally {
      writeFileSync(path, before)
    }
  }
}

function syntaxFault(text: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true, compilerOptions: COMPILER })
  return diagnostics.map(({ messageText }) => `it does not parse: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
}

const COMPILER: ts.CompilerOptions = { target: ts.ScriptTarget.ES2022, experimentalDecorators: true }
