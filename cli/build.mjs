// Compiles what `comity` runs, if that is missing or older than its sources. Plain JavaScript: it runs before anything is compiled.
import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const DIST = join(ROOT, 'dist')
const LOCK = join(DIST, '.building')
const BUILD_CONFIG = join(ROOT, 'tsconfig.build.json')
const SCHEMA = join(ROOT, 'prisma', 'schema')

/** Each step, what it is made of and the file that dates it. The client is a source of the second. */
const STEPS = [
  {
    name: 'database client',
    stamp: join(ROOT, 'prisma', 'client', '.stamp'),
    sources: () => [...filesIn(SCHEMA, '.prisma'), join(ROOT, 'prisma.config.ts')],
    // Generation needs no engine, but looks for one and would download it: any executable will do (docs/adr).
    run: () =>
      node([resolveBin('prisma/build/index.js'), 'generate'], {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      }),
  },
  {
    name: 'TypeScript',
    stamp: join(DIST, '.stamp'),
    sources: () => [
      BUILD_CONFIG,
      join(ROOT, 'tsconfig.json'),
      ...compiledFolders().flatMap((folder) => filesIn(join(ROOT, folder), '.ts')),
    ],
    run: () => node([resolveBin('typescript/bin/tsc'), '-p', BUILD_CONFIG], {}),
  },
]

/** Nothing to do where the package was installed without its sources or without the compiler. */
export async function buildIfStale(only = STEPS.length) {
  if (!existsSync(BUILD_CONFIG) || !existsSync(SCHEMA) || !hasCompiler()) return
  const steps = STEPS.slice(0, only)
  if (!steps.some(isStale)) return
  await withLock(async () => {
    for (const step of steps) if (isStale(step)) await build(step)
  })
}

async function build(step) {
  const started = new Date()
  process.stderr.write(`comity: building, ${step.name} … `)
  const { code, output } = await step.run()
  if (code !== 0) {
    process.stderr.write(`failed\n${output}\n`)
    process.exit(1)
  }
  writeFileSync(step.stamp, '')
  // As of the beginning: a source saved during the build is newer than it.
  utimesSync(step.stamp, started, started)
  process.stderr.write(`${((Date.now() - started.getTime()) / 1000).toFixed(1)} s\n`)
}

function isStale(step) {
  const built = modified(step.stamp)
  return built === 0 || step.sources().some((path) => modified(path) > built)
}

function compiledFolders() {
  return JSON.parse(readFileSync(BUILD_CONFIG, 'utf8')).include
}

function filesIn(folder, extension) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(extension))
    .map((name) => join(folder, name))
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

const require = createRequire(import.meta.url)
const resolveBin = (path) =>
  join(dirname(require.resolve(`${path.split('/')[0]}/package.json`)), ...path.split('/').slice(1))

function hasCompiler() {
  try {
    return existsSync(resolveBin('typescript/bin/tsc'))
  } catch {
    return false
  }
}

function node(args, env) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => done({ code, output }))
  })
}

/** Two commands that start at once build once: half a file of the other's must not be imported. */
async function withLock(work) {
  mkdirSync(DIST, { recursive: true })
  for (;;) {
    try {
      const file = openSync(LOCK, 'wx')
      writeSync(file, String(process.pid))
      closeSync(file)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isAbandoned()) rmSync(LOCK, { force: true })
      else await sleep(100)
    }
  }
  const release = () => rmSync(LOCK, { force: true })
  process.on('exit', release)
  try {
    await work()
  } finally {
    release()
    process.off('exit', release)
  }
}

function isAbandoned() {
  try {
    const pid = Number(readFileSync(LOCK, 'utf8'))
    if (pid > 0) process.kill(pid, 0)
    // Its owner has not written its id yet, or never will.
    return pid === 0 && Date.now() - modified(LOCK) > 5_000
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildIfStale(process.argv.includes('--client') ? 1 : STEPS.length)
