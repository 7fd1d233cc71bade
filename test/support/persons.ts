import anyAscii from 'any-ascii'
import pg from 'pg'
import { PERSONAS } from '../../prisma/seed/index.js'

/** What of a person is found in a text, and of which kind it is. */
export interface Found {
  readonly what: 'name' | 'date of birth' | 'number'
  readonly text: string
}

/** A name is a word: what is shorter, or a word that a log uses for something else, counts only in a whole name. */
const SHORTEST = 4
/**
 * Names in the demo world that are also words of logs, metrics and traces. Nothing else is exempt; a log that uses another
 * such word fails, and is worded differently or the word is added here, in the sight of a reviewer.
 */
const ORDINARY: ReadonlySet<string> = new Set(['mark'])

/** What a text must not hold, as JSON. */
export interface Persons {
  readonly words: readonly string[]
  /** `given family`, one word each, of names that a single word does not give away. */
  readonly pairs: readonly string[]
  /** `YYYY-MM-DD`. */
  readonly births: readonly string[]
  readonly numbers: readonly string[]
}

export interface PersonRows {
  readonly names: readonly { readonly given: string; readonly family: string }[]
  readonly births: readonly string[]
  readonly numbers: readonly string[]
}

export function personsOf({ names, births, numbers }: PersonRows): Persons {
  const words = new Set<string>()
  const pairs = new Set<string>()
  for (const { given, family } of names) {
    const [givens, families] = [wordsOf(given), wordsOf(family)]
    for (const word of [...givens, ...families]) if (isTelling(word)) words.add(word)
    for (const one of givens) {
      // A letter is an initial: with a particle beside it, it names nobody.
      for (const other of families) {
        if (one.length > 1 && (!isTelling(one) || !isTelling(other))) pairs.add(`${one} ${other}`)
      }
    }
  }
  return {
    words: [...words],
    pairs: [...pairs],
    births: [...new Set(births)],
    numbers: [...new Set(numbers.map((number) => number.toLowerCase()))],
  }
}

/** Everybody of the demo world, read from its database. */
export async function personsInDatabase(url: string): Promise<Persons> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const names = await client.query<{ given: string; family: string }>(NAMES)
    const births = await client.query<{ born: string }>(BIRTHS)
    const numbers = await client.query<{ number: string }>(NUMBERS)
    const personas = PERSONAS.map(({ displayName }) => {
      const [given = '', ...family] = displayName.split(' ')
      return { given, family: family.join(' ') }
    })
    return personsOf({
      names: [...names.rows, ...personas],
      births: births.rows.map(({ born }) => born),
      numbers: numbers.rows.map(({ number }) => number),
    })
  } finally {
    await client.end()
  }
}

const NAMES = `
  SELECT concat_ws(' ', given, middle) AS given, family FROM officers.identity_record
  UNION SELECT concat_ws(' ', given, middle), family FROM officers.identity_alias`
const BIRTHS = `SELECT DISTINCT birth_date::text AS born FROM officers.identity_record WHERE birth_date IS NOT NULL`
const NUMBERS = `
  SELECT number FROM officers.identity_certificate
  UNION SELECT number FROM credentials.certification WHERE number IS NOT NULL`

const isTelling = (word: string): boolean => word.length >= SHORTEST && !ORDINARY.has(word)

/** In small letters, without accents, as the matching keys have them too. What is beside a digit is a part of an id. */
function wordsOf(text: string): string[] {
  return (
    anyAscii(text.normalize('NFC'))
      .toLowerCase()
      .match(/(?<![a-z0-9'])[a-z][a-z']*(?![a-z0-9'])/g) ?? []
  )
}

const DATE = /\b(\d{4})[-/.](\d{2})[-/.](\d{2})|\b(\d{2})[-/.](\d{2})[-/.](\d{4})\b|\b(\d{4})(\d{2})(\d{2})\b/g
const NUMBER = /[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/g

export type PersonFinder = (text: string) => Found[]

/**
 * Finds names, dates of birth and certificate numbers of those persons in a text. Ids of records are none: they are drawn at
 * random, and telemetry may need one.
 */
export function personFinder(persons: Persons): PersonFinder {
  const [words, pairs, births, numbers] = [persons.words, persons.pairs, persons.births, persons.numbers].map(
    (list) => new Set(list),
  ) as [Set<string>, Set<string>, Set<string>, Set<string>]
  return (text) => {
    const found: Found[] = []
    const said = wordsOf(text)
    for (const [index, word] of said.entries()) {
      if (words.has(word)) found.push({ what: 'name', text: word })
      const next = said[index + 1] ?? ''
      if (pairs.has(`${word} ${next}`) || pairs.has(`${next} ${word}`)) {
        found.push({ what: 'name', text: `${word} ${next}` })
      }
    }
    for (const [whole, y1, m1, d1, m2, d2, y2, y3, m3, d3] of text.matchAll(DATE)) {
      const iso = [y1 ?? y2 ?? y3, m1 ?? m2 ?? m3, d1 ?? d2 ?? d3].join('-')
      if (births.has(iso)) found.push({ what: 'date of birth', text: whole })
    }
    for (const [token] of text.matchAll(NUMBER)) {
      if (numbers.has(token.toLowerCase())) found.push({ what: 'number', text: token })
    }
    return found
  }
}
