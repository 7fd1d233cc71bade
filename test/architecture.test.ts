import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FOLDERS, ROOT, sources } from './support/sources.js'

/** A module is named by its longest prefix in this list. */
const MODULES = [
  'policy',
  'contract',
  'gateway',
  'audit/tree',
  'audit',
  'hub',
  'cli',
  'portal',
  'demo',
  'prisma/seed',
  'prisma',
  'subgraphs/kit',
  'subgraphs/agencies',
  'subgraphs/officers/matching',
  'subgraphs/officers',
  'subgraphs/incidents/admission',
  'subgraphs/incidents',
  'subgraphs/credentials',
  'subgraphs',
] as const
type Module = (typeof MODULES)[number]

/** design.md, Layout: "Arrows". What a module may import besides itself and packages. */
const ARROWS: Record<Module, readonly Module[]> = {
  policy: [],
  contract: ['policy'],
  gateway: ['audit/tree', 'contract', 'policy'],
  // Pure: whoever is handed the log can compute it again.
  'audit/tree': ['contract'],
  audit: ['audit/tree', 'contract', 'policy', 'prisma'],
  prisma: ['contract', 'policy'],
  'prisma/seed': ['prisma', 'contract', 'policy', 'subgraphs/officers/matching'],
  'subgraphs/kit': ['contract', 'policy', 'prisma'],
  'subgraphs/agencies': ['subgraphs/kit', 'audit/tree', 'contract', 'policy', 'prisma'],
  'subgraphs/officers': ['subgraphs/kit', 'subgraphs/officers/matching', 'audit/tree', 'contract', 'policy', 'prisma'],
  // Ids alone; it compares what it is handed.
  'subgraphs/officers/matching': ['contract'],
  'subgraphs/incidents': [
    'subgraphs/kit',
    'subgraphs/incidents/admission',
    'audit/tree',
    'contract',
    'policy',
    'prisma',
  ],
  'subgraphs/incidents/admission': ['contract', 'policy'],
  'subgraphs/credentials': ['subgraphs/kit', 'audit/tree', 'contract', 'policy', 'prisma'],
  // The list of them, for the composition root.
  subgraphs: [
    'subgraphs/kit',
    'subgraphs/agencies',
    'subgraphs/officers',
    'subgraphs/incidents',
    'subgraphs/credentials',
    'contract',
    'prisma',
  ],
  portal: ['contract'],
  cli: ['hub', 'audit/tree', 'contract', 'policy', 'portal', 'prisma/seed'],
  demo: ['contract', 'hub', 'prisma/seed'],
  hub: MODULES,
}

function moduleOf(path: string): Module | undefined {
  return [...MODULES]
    .sort((a, b) => b.length - a.length)
    .find((module) => path === module || path.startsWith(`${module}/`))
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"\n]*?(?:from\s+)?['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)|\}\s*from\s+['"](\.[^'"]+)['"]/g

function importsOf(path: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8')
  return [...text.matchAll(IMPORT)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? ''
    return relative(ROOT, resolve(ROOT, dirname(path), target))
  })
}

const files = FOLDERS.flatMap(sources)

describe('the arrows of design.md', () => {
  it('finds every module in the tree, so that the rule below is not vacuous', () => {
    const found = new Set(files.map(moduleOf))
    expect([...MODULES].filter((module) => !found.has(module))).toEqual([])
    expect(files.flatMap(importsOf).length).toBeGreaterThan(200)
  })

  it('no file imports against them', () => {
    const wrong = files.flatMap((file) => {
      const from = moduleOf(file)
      if (from === undefined) return [`${file} is in no module`]
      return importsOf(file).flatMap((target) => {
        const to = moduleOf(target)
        if (to === undefined || to === from || ARROWS[from].includes(to)) return []
        return [`${file} -> ${target} (${from} may import ${ARROWS[from].join(', ') || 'nothing'})`]
      })
    })
    expect(wrong).toEqual([])
  })

  it('the oracle of the leak test knows nothing of what it judges', () => {
    const own = sources('test/oracle')
    expect(own.length).toBeGreaterThan(5)
    expect(own.flatMap(importsOf).filter((target) => !target.startsWith('test/oracle/'))).toEqual([])
  })

  it('only the composition root reads the system clock', () => {
    const wrong = files.filter(
      (file) =>
        /^(?:policy|subgraphs|prisma\/seed|gateway)\//.test(file) &&
        /\bDate\.now\(\)|new Date\(\)/.test(readFileSync(join(ROOT, file), 'utf8')),
    )
    expect(wrong).toEqual([])
  })
})
