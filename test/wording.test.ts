import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse, visit } from 'graphql'
import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../contract/errors.js'
import { BANNED as BANNED_WORDS } from '../prisma/seed/prose.js'
import { CLASS_TEXTS, loadPolicySet, readPolicyFiles } from '../policy/index.js'
import { stringLiterals } from './support/string-literals.js'

const ROOT = resolve(import.meta.dirname, '..')

/** rulings.md, "Wording": never in text about a person or an agency. */
const BANNED = /\bclear(?:ed)?\b|\bno record\b|\bmatch found\b|\bnon-?compliant\b|\b(?:in)?eligible\b/i
/** The one sentence that may say "no record", because it says of what: `Virginia: no record that Virginia shares …`. */
const PRESCRIBED = /\bno record that (?:\S+ ){0,6}?shares for this purpose\b/gi
const TEMPLATE_BEFORE_NAME = /\bno record that $/gi

const FOLDERS = ['subgraphs', 'portal', 'hub', 'cli', 'gateway', 'contract', 'policy', 'prisma/seed'] as const

/** Texts that hold a banned word and are not about a person or an agency. */
const ALLOWED: readonly { readonly file: string; readonly texts: readonly string[]; readonly why: string }[] = [
  {
    file: 'hub/import/profiles/va-dcjs/map-row.ts',
    texts: ['INELIGIBLE'],
    why: 'code of a doubt about a cell that itself speaks of ineligibility; what is printed is its sentence',
  },
  {
    file: 'gateway/disclosed.ts',
    texts: [' is part of no record'],
    why: 'a fault for whoever repairs the hub: it names a type of the schema and never leaves the hub',
  },
  { file: 'prisma/seed/prose.ts', texts: BANNED_WORDS, why: 'the list of the banned words' },
]

function bannedIn(text: string): string | null {
  const rest = text.replace(PRESCRIBED, '').replace(TEMPLATE_BEFORE_NAME, '')
  return BANNED.exec(rest)?.[0] ?? null
}

interface Said {
  readonly where: string
  readonly text: string
}

function literals(): Said[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const file = join(folder, name)
        return stringLiterals(file, readFileSync(join(ROOT, file), 'utf8'))
          .filter(({ text }) => !ALLOWED.some((allowed) => allowed.file === file && allowed.texts.includes(text)))
          .map(({ line, text }) => ({ where: `${file}:${line}`, text }))
      }),
  )
}

function descriptions(): Said[] {
  const said: Said[] = []
  visit(parse(readFileSync(join(ROOT, 'docs/generated/supergraph.graphql'), 'utf8')), {
    StringValue: ({ value }) => {
      said.push({ where: 'docs/generated/supergraph.graphql', text: value })
    },
  })
  return said
}

function policyTitles(): Said[] {
  const { rules, inactive } = loadPolicySet(readPolicyFiles())
  return [...rules, ...inactive].map(({ head, file, line }) => ({ where: `policy/${file}:${line}`, text: head.title }))
}

function catalogues(): Said[] {
  return [
    ...Object.entries(CATALOGUE).flatMap(([code, { meaning, whatToDo }]) => [
      { where: `error ${code}`, text: meaning },
      { where: `error ${code}`, text: whatToDo },
    ]),
    ...Object.entries(CLASS_TEXTS).flatMap(([name, { title, withheld }]) => [
      { where: `class ${name}`, text: title },
      { where: `class ${name}`, text: withheld },
    ]),
  ]
}

describe('words that are never said of a person or an agency', () => {
  it.each([
    ['string literals', literals, 3_000],
    ['descriptions of the schema', descriptions, 50],
    ['titles of policies', policyTitles, 25],
    ['errors and classes', catalogues, 100],
  ] as const)('%s', (_what, read, least) => {
    const said = read()
    expect(said.length).toBeGreaterThan(least)
    const wrong = said.flatMap(({ where, text }) => {
      const word = bannedIn(text)
      return word === null ? [] : [`${where} says "${word}": ${text.slice(0, 120)}`]
    })
    expect(wrong).toEqual([])
  })

  it.each([
    ['The candidate is clear.', 'clear'],
    ['Cleared for hire', 'Cleared'],
    ['There is no record.', 'no record'],
    ['Match found', 'Match found'],
    ['a non-compliant agency', 'non-compliant'],
    ['not eligible', 'eligible'],
    ['ineligible', 'ineligible'],
    ['Virginia: no record that Virginia shares for this purpose. This is not a clearance.', null],
    ['no record that the Ovenna Nation shares for this purpose, for decertifications', null],
    ['no record that Virginia shares for this purpose; there is no record', 'no record'],
  ])('"%s": %s', (text, word) => {
    expect(bannedIn(text)).toBe(word)
  })
})
