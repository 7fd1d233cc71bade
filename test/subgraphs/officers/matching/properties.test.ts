import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  keysForCandidate,
  keysForRecord,
  matchCandidate,
  scoreRecord,
} from '../../../../subgraphs/officers/matching/index.js'
import { compareNames } from '../../../../subgraphs/officers/matching/features/name.js'
import { normalizeParts, type NormalName } from '../../../../subgraphs/officers/matching/normalize.js'
import { CASES, RANKINGS } from './cases.js'
import { candidate, record, type Person } from './people.js'

/** Names near enough to each other for every level to occur, and any text at all. */
const given = fc.constantFrom(
  'Robert',
  'Bob',
  'Rob',
  'R.',
  'Mary Ann',
  'Maryann',
  'Mary',
  'Eric',
  'Erik',
  'Erica',
  'Lee',
  'José',
  'Holloway',
)
const family = fc.constantFrom(
  'Holloway',
  'Hollowya',
  'Holoway',
  'Quist-Holloway',
  'de la Quist',
  'Quist',
  'Lee',
  'Robert',
  "O'Quist",
  'O Quist Jr',
  'Møller',
  'Moeller III',
)
const noise = fc.string({ unit: 'grapheme', maxLength: 30 })
const cell = (source: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 4, arbitrary: source }, { weight: 1, arbitrary: noise })
const parts = fc.record({
  given: cell(given),
  middle: fc.option(cell(given)),
  family: cell(family),
  suffix: fc.option(fc.constantFrom('Jr.', 'II', 'III', 'Sr', 'x')),
})

const born = fc.constantFrom('1984-03-07', '1984-07-03', '1984-03-08', '1984-03', '1984', '1991-12-30')
const certificate = fc.constantFrom('XA 48213', 'XA 48214', 'XA 90377', 'XB 5530', '48213', 'XB 77')
const agency = fc.constantFrom(
  'Port Ellery PD',
  'Port Ellery PD, 2010..2014',
  'Port Elery PD, 2011-02..',
  'Harmon County SO, 2001..2003',
  'Dale Regional Jail',
)
const person: fc.Arbitrary<Person> = fc.record(
  {
    given,
    family,
    middle: given,
    suffix: fc.constantFrom('Jr.', 'II', 'III'),
    born,
    certificates: fc.array(certificate, { maxLength: 3 }),
    agencies: fc.array(agency, { maxLength: 3 }),
    aliases: fc.array(fc.constantFrom('Bob Quist', 'Erica Holloway', 'Lee Robert'), { maxLength: 2 }),
  },
  { requiredKeys: ['given', 'family'] },
)

/** Neither birth date nor certificate is stated. */
const unidentified: fc.Arbitrary<Person> = fc.record({ given, family, agencies: fc.array(agency, { maxLength: 3 }) })

const again = (name: NormalName) =>
  normalizeParts({
    given: name.given.join(' '),
    middle: name.middle.join(' '),
    family: name.family.join(' '),
    suffix: name.suffix,
  })

const total = (asked: Person, known: Person) => scoreRecord(candidate(asked), record(known)).total

describe('properties', () => {
  it('the normal form of a normal form is itself', () => {
    fc.assert(
      fc.property(parts, (name) => {
        // Letters that ASCII has lost are in the first form alone.
        const normal = { ...normalizeParts(name), writing: undefined }
        expect(again(normalizeParts(name))).toEqual(normal)
      }),
      { numRuns: 1000 },
    )
  })

  it('names compare the same in both directions', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const [left, right] = [normalizeParts(a), normalizeParts(b)]
        expect(compareNames(right, left)).toEqual(compareNames(left, right))
      }),
      { numRuns: 1500 },
    )
  })

  it('a person agrees with himself at least as well as with anyone', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        expect(total(a, a)).toBeGreaterThanOrEqual(total(a, { ...b, ...pick(a) }))
      }),
      { numRuns: 300 },
    )
  })

  it('one more agreeing thing never lowers the score', () => {
    fc.assert(
      fc.property(person, person, (asked, known) => {
        const before = total(asked, known)
        const certificates = [...(asked.certificates ?? []), ...(known.certificates ?? [])]
        expect(total({ ...asked, certificates }, known)).toBeGreaterThanOrEqual(before)
        const agencies = [...(asked.agencies ?? []), ...(known.agencies ?? [])]
        expect(total({ ...asked, agencies }, known)).toBeGreaterThanOrEqual(before)
        const aliases = [...(asked.aliases ?? []), ...(known.aliases ?? [])]
        expect(total({ ...asked, aliases }, known)).toBeGreaterThanOrEqual(before)
        if (asked.born === undefined && known.born !== undefined) {
          expect(total({ ...asked, born: known.born }, known)).toBeGreaterThanOrEqual(before)
        }
        if (asked.suffix === undefined && known.suffix !== undefined && !/jr|iii/i.test(known.family)) {
          expect(total({ ...asked, suffix: known.suffix }, known)).toBeGreaterThanOrEqual(before)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('one more contradicting thing never raises the score', () => {
    fc.assert(
      fc.property(unidentified, person, (asked, known) => {
        const before = total(asked, known)
        expect(total({ ...asked, born: '1955-10-22' }, known)).toBeLessThanOrEqual(before)
        expect(total({ ...asked, certificates: ['XA 66666', 'XB 99999'] }, known)).toBeLessThanOrEqual(before)
      }),
      { numRuns: 300 },
    )
  })

  it('the explanations sum to the total, and the score rises with it', () => {
    fc.assert(
      fc.property(person, person, person, (asked, a, b) => {
        const scores = [a, b].map((known) => scoreRecord(candidate(asked), record(known)))
        for (const one of scores) {
          expect(one.explanations.reduce((sum, { score }) => sum + score, 0)).toBe(one.total)
          for (const { score, weight } of one.explanations) expect(score).toBeLessThanOrEqual(weight)
        }
        const [low, high] = [...scores].sort((x, y) => x.total - y.total)
        expect(low?.score).toBeLessThanOrEqual(high?.score ?? -1)
      }),
      { numRuns: 300 },
    )
  })

  it('LIKELY always has an agreeing name and one corroborating thing, and never a contradiction', () => {
    let likely = 0
    fc.assert(
      fc.property(person, person, (asked, known) => {
        // Half of the pairs are made one person's, or LIKELY would hardly occur.
        for (const other of [known, { ...known, ...pick(asked) }]) {
          const [match] = matchCandidate(candidate(asked), [record(other)])
          if (match?.outcome !== 'LIKELY') continue
          likely++
          const verdicts = Object.fromEntries(match.explanations.map(({ feature, verdict }) => [feature, verdict]))
          expect(['AGREE', 'PARTIAL']).toContain(verdicts.given)
          expect(['AGREE', 'PARTIAL']).toContain(verdicts.family)
          expect([verdicts.dateOfBirth, verdicts.certificateNumber, verdicts.formerAgency]).toContain('AGREE')
          for (const feature of ['suffix', 'dateOfBirth', 'certificateNumber'])
            expect(verdicts[feature]).not.toBe('DIFFER')
        }
      }),
      { numRuns: 700 },
    )
    expect(likely).toBeGreaterThan(50)
  })

  it('a name alone is never LIKELY', () => {
    fc.assert(
      fc.property(person, ({ given, family, middle = '', suffix = '' }) => {
        const name = { given, family, middle, suffix }
        expect(matchCandidate(candidate(name), [record(name)]).map(({ outcome }) => outcome)).not.toContain('LIKELY')
      }),
      { numRuns: 300 },
    )
  })

  it('no explanation holds a value of the record or of the candidate', () => {
    const people = [
      ...CASES.flatMap((row) => [[row.candidate, row.record] as const]),
      ...RANKINGS.map((row) => [row.candidate, row.better] as const),
    ]
    const sentences = new Map<string, Set<string>>()
    for (const [asked, known] of people) {
      for (const { feature, level, detail } of scoreRecord(candidate(asked), record(known)).explanations) {
        const key = `${feature}.${level}`
        sentences.set(key, (sentences.get(key) ?? new Set()).add(detail))
        for (const text of [
          known.born,
          ...(known.certificates ?? []).map((one) => one.split(' ')[1]),
          known.family,
          known.given,
        ]) {
          if (text && text.length > 2) expect(detail).not.toContain(text)
        }
        expect(detail).not.toMatch(/\d/)
      }
    }
    // One sentence a level, whoever is compared.
    for (const said of sentences.values()) expect(said.size).toBe(1)
    expect(sentences.size).toBeGreaterThan(30)
  })

  it('any text is compared without failing, the same each time', () => {
    fc.assert(
      fc.property(parts, parts, noise, noise, (a, b, text, number) => {
        const asked = {
          ...candidate({ given: a.given, family: a.family, agencies: [text] }),
          certificates: [{ authority: null, number }],
        }
        const known = {
          ...record({ given: b.given, family: b.family, agencies: [text] }),
          certificates: [{ authority: 'XA', number }],
        }
        expect(matchCandidate(asked, [known])).toEqual(matchCandidate(asked, [known]))
        expect(keysForCandidate(asked).every((key) => key.length < 120)).toBe(true)
        expect(keysForRecord(known)).toEqual(keysForRecord(known))
      }),
      { numRuns: 300 },
    )
  })
})

/** What identifies the person: the name and, where stated, the birth date. */
function pick({ given, family, middle, suffix, born }: Person): Person {
  return {
    given,
    family,
    ...(middle === undefined ? {} : { middle }),
    ...(suffix === undefined ? {} : { suffix }),
    ...(born === undefined ? {} : { born }),
  }
}
