import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { conditionalsIn } from './support/conditionals.js'
import { FOLDERS, ROOT, sources } from './support/sources.js'

/**
 * Conditionals that are no rule about who sees what. A file, or a folder that ends in `/`, with what its conditionals say
 * (`*`: whatever they say), and why that decides nothing that `policy/` should.
 */
const ALLOWED: readonly { readonly at: string; readonly says: readonly string[]; readonly why: string }[] = [
  {
    at: 'prisma/seed/',
    says: ['*'],
    why: 'makes the synthetic world: which invented agency has which invented records; it answers no viewer',
  },
  {
    at: 'hub/tour/',
    says: ['match.sourceJurisdiction === other.jurisdiction', "purpose === 'J' && classes"],
    why: 'a client of the API that looks for its own rows in an answer and decides nothing by them',
  },
  {
    at: 'gateway/identity/authenticate.ts',
    says: ['*'],
    why: 'holds a token to itself before there is a viewer; what a role means is ROLE_TERMS in policy/',
  },
  {
    at: 'gateway/identity/issuer-terms.ts',
    says: ['*'],
    why: "holds a token to its issuer's entry in the configuration; which jurisdictions, roles and purposes those are decides nothing here",
  },
  {
    at: 'gateway/identity/place.ts',
    says: ['*'],
    why: 'holds a token to the directory before there is a viewer; what a class means is VIEWER_CLASSES in policy/',
  },
  {
    at: 'gateway/identity/claims.ts',
    says: ['PURPOSES.find('],
    why: 'narrows text to a known purpose; which one it is decides nothing here',
  },
  {
    at: 'gateway/identity/demo.ts',
    says: ['PURPOSES.find(', 'persona.purposes.includes(known)'],
    why: 'mints demo tokens: a persona is held to the purposes of its own row',
  },
  {
    at: 'subgraphs/agencies/authorizations/',
    says: ['jurisdictions.find(', 'owner === viewer.jurisdiction'],
    why: 'an owner reads and writes its own list of authorizations: that is whose list it is, not who sees what',
  },
  {
    at: 'subgraphs/agencies/bundles/publication.ts',
    says: ['jurisdiction !== viewer.jurisdiction'],
    why: 'what is signed names whose bundle it is, and that is the asker; which jurisdiction it is decides nothing here',
  },
  {
    at: 'hub/policy-simulate.ts',
    says: ['file === bundleFile(jurisdiction)'],
    why: "counts the policies of a jurisdiction's bundle, for a report",
  },
  {
    at: 'cli/flips-text.ts',
    says: ['ownerJurisdiction === owner'],
    why: 'prints the lines of a report under the jurisdiction whose records they are about',
  },
  {
    at: 'subgraphs/officers/check/waiver-form.ts',
    says: ['waiver.scope.includes(terms.purpose)'],
    why: 'the paper must name the purpose of the case that it is filed in; whichever that is',
  },
  {
    at: 'subgraphs/officers/check/sources.ts',
    says: ['listed.has(row.jurisdiction)'],
    why: 'a source is "listed" where a match of it is shown, and that was decided before',
  },
]

const files = FOLDERS.flatMap(sources).filter((file) => !file.startsWith('policy/'))
const found = files.flatMap((file) =>
  conditionalsIn(readFileSync(join(ROOT, file), 'utf8'), file).map((one) => ({ file, ...one })),
)

type Found = (typeof found)[number]

function permits({ at, says }: (typeof ALLOWED)[number], { file, what }: Found): boolean {
  const here = at.endsWith('/') ? file.startsWith(at) : file === at
  return here && says.some((text) => text === '*' || what.includes(text))
}

describe('nothing outside policy/ decides by role, purpose or jurisdiction', () => {
  it('reads the whole program, and finds what is allowed', () => {
    expect(files.length).toBeGreaterThan(250)
    const stale = ALLOWED.filter((entry) => !found.some((one) => permits(entry, one)))
    expect(stale.map(({ at }) => at)).toEqual([])
  })

  it('each conditional that does is in the list above, with its reason', () => {
    const wrong = found.filter((one) => !ALLOWED.some((entry) => permits(entry, one)))
    // Ask policy/ instead. Where nothing is decided about a viewer or a record, say so in ALLOWED.
    expect(wrong.map(({ file, line, what }) => `${file}:${line}: ${what}`)).toEqual([])
  })
})

describe('what is a conditional on role, purpose or jurisdiction', () => {
  it.each([
    "if (viewer.roles.includes('AUDITOR')) open()",
    "const open = viewer.purpose === 'J'",
    "return 'hub:SELF' !== code",
    "switch (viewer.role) { case 'X': break }",
    "switch (word) { case 'PUBLIC': break }",
    "switch (word) { case 'C': break }",
    "const open = ['A', 'C'].includes(code)",
    "const open = new Set(['hub:CERT']).has(code)",
    'const own = row.ownerJurisdiction === viewer.jurisdiction ? row : null',
    'while (isOpenTo(viewer.purpose)) next()',
    'const open = ALLOWED_FOR[viewer.purpose]',
    'const open = { J: true, C: false }[purpose]',
    "rows.filter((row) => row.ownerClass === 'TRIBAL')",
    "rows.filter((row) => row.jurisdictionCode === 'US-CA')",
    'if (!viewer.roles.some(isTrusted)) return',
    'if (viewer.roles.length > 1) return',
    "const open = sealed || role == 'PROSECUTOR'",
    "if (code.startsWith('TRIBE-')) return",
    'const open = /^US-/.test(viewer.jurisdiction)',
    "const open = 'J' in byPurpose && byPurpose[purpose]",
    "@Resolver() class X { m() { return this.purposeIsOpen && this.viewer.purpose !== 'NONE' } }",
  ])('%s', (text) => {
    expect(conditionalsIn(text)).toHaveLength(1)
  })

  it.each([
    "const persona = { roles: ['PUBLIC'], purpose: 'NONE' }",
    "log.info({ purpose, jurisdiction }, 'answered')",
    'const where = { ownerJurisdiction: criteria.jurisdiction }',
    'const where = criteria.jurisdiction === null ? [] : [criteria.jurisdiction]',
    'if (purpose === undefined) ask()',
    'const text = `${viewer.jurisdiction}/${kind}`',
    'const names = viewer.roles.map((role) => role.toLowerCase())',
    "type Open = Purpose extends 'J' ? true : false",
    "if (stage === 'FINAL' && sealed) return",
    'const roles = new Map<Role, string>()',
    'const { roles } = viewer',
    'const ground = TEXTS[row.kind]',
    'const purposeless = rows.filter(({ sealed }) => !sealed)',
  ])('not: %s', (text) => {
    expect(conditionalsIn(text)).toEqual([])
  })
})
