import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PURPOSES, ROLES } from '../policy/index.js'

const ROOT = resolve(import.meta.dirname, '..')

/** A module is named by its longest prefix in this list. */
const MODULES = [
  'policy',
  'contract',
  'gateway',
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
  gateway: ['contract', 'policy'],
  audit: ['contract', 'policy', 'prisma'],
  prisma: ['contract', 'policy'],
  'prisma/seed': ['prisma', 'contract', 'policy', 'subgraphs/officers/matching'],
  'subgraphs/kit': ['contract', 'policy', 'prisma'],
  'subgraphs/agencies': ['subgraphs/kit', 'contract', 'policy', 'prisma'],
  'subgraphs/officers': ['subgraphs/kit', 'subgraphs/officers/matching', 'contract', 'policy', 'prisma'],
  // Ids alone; it compares what it is handed.
  'subgraphs/officers/matching': ['contract'],
  'subgraphs/incidents': ['subgraphs/kit', 'subgraphs/incidents/admission', 'contract', 'policy', 'prisma'],
  'subgraphs/incidents/admission': ['contract', 'policy'],
  'subgraphs/credentials': ['subgraphs/kit', 'contract', 'policy', 'prisma'],
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
  cli: ['hub', 'contract', 'policy', 'portal', 'prisma/seed'],
  demo: ['contract', 'hub', 'prisma/seed'],
  hub: MODULES,
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = join(folder, name)
    if (path === join('prisma', 'client')) return []
    if (statSync(join(ROOT, path)).isDirectory()) return sources(path)
    return /\.tsx?$/.test(name) ? [path] : []
  })
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

const NAMES = [...ROLES, ...PURPOSES].join('|')
const COMPARISON = new RegExp(
  [
    `\\b(?:roles|purpose|purposes)\\.(?:includes|has)\\(\\s*['"]`,
    `\\b(?:role|purpose)\\s*[!=]==?\\s*['"]`,
    `['"](?:${NAMES})['"]\\s*[!=]==?\\s*[\\w.]*(?:role|purpose)\\b`,
    `\\bcase\\s+['"](?:${NAMES})['"]`,
    `['"](?:${NAMES})['"]\\s*\\]\\.includes\\(`,
  ].join('|'),
)
/** The rules themselves; and the tour, a client that checks what an answer says of a purpose and decides nothing by it. */
const DECIDES_OR_CHECKS = /^(?:policy|hub\/tour)\//

function comparesRoleOrPurpose(text: string): boolean {
  return COMPARISON.test(text)
}

const FOLDERS = ['policy', 'contract', 'gateway', 'audit', 'hub', 'cli', 'portal', 'demo', 'prisma', 'subgraphs']
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

  it('role and purpose are compared in policy/ alone', () => {
    const wrong = files.filter(
      (file) => !DECIDES_OR_CHECKS.test(file) && comparesRoleOrPurpose(readFileSync(join(ROOT, file), 'utf8')),
    )
    expect(wrong).toEqual([])
  })

  it.each([
    ["if (viewer.roles.includes('AUDITOR')) return", true],
    ["if (viewer.purpose === 'J') return", true],
    ["return 'hub:SELF' !== viewer.purpose", true],
    ["switch (role) { case 'PUBLIC': return }", true],
    ["['A', 'hub:CERT'].includes(purpose)", true],
    ['roles.some((role) => ROLE_TERMS[role].needsAgency)', false],
    ["{ roles: ['PUBLIC'], purpose: 'NONE' }", false],
  ])('%s: %s', (text, compares) => {
    expect(comparesRoleOrPurpose(text)).toBe(compares)
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
