import { describe, expect, it } from 'vitest'
import { createLogger } from '../hub/logger.js'
import { personFinder, personsOf } from './support/persons.js'
import { PersonInLog, personSink } from './support/sink.js'

const find = personFinder(
  personsOf({
    names: [
      { given: 'Tamsin Rue', family: 'Okonquist-Hale' },
      { given: 'Inés', family: 'Ordúñel' },
      { given: 'Min', family: 'Lee' },
      { given: 'Mark', family: 'Bao' },
    ],
    births: ['1986-03-14'],
    numbers: ['482913', 'VA-551207'],
  }),
)

describe("the log's sink in every test", () => {
  it.each([
    ['a given name', 'no match for tamsin'],
    ['one half of a surname', '{"msg":"Hale was not found"}'],
    ['a name without its accents', 'ORDUNEL'],
    ['a name with them', 'Ordúñel, I.'],
    ['a short name, whole', 'min lee'],
    ['the same, surname first', 'Lee, Min'],
    ['a name that is also a word, whole', 'Mark Bao'],
    ['a date of birth', '{"born":"1986-03-14T00:00:00.000Z"}'],
    ['the same, as Americans write it', 'dob 03/14/1986'],
    ['the same, without marks', 'dob=19860314'],
    ['a certificate', 'certificate 482913 is revoked'],
    ['a certificate with its State', 'va-551207'],
  ])('finds %s', (_what, text) => {
    expect(find(text)).not.toEqual([])
  })

  it.each([
    ['the words of a log', '{"level":30,"time":"2026-11-24T09:00:00.123Z","msg":"answered","ms":12,"status":200}'],
    ['a short name that is a word, alone', 'in 5 min a mark is withheld'],
    ['the id of a record', 'inc_01J482913ABCDEFGHJKMNPQRST'],
    ['a longer number', '1482913, 482913.5e3x'.replace('482913.5e3x', '4829135')],
  ])('leaves %s', (_what, text) => {
    expect(find(text)).toEqual([])
  })

  it('fails whoever logs a person, also where that is swallowed', () => {
    const sink = personSink(find)
    const logger = createLogger('trace', sink)
    logger.info({ requestId: 'req_1' }, 'answered')
    expect(() => sink.assertClean()).not.toThrow()
    expect(() => logger.error({ fault: 'no such officer: Tamsin' }, 'a request failed')).toThrow(PersonInLog)
    expect(() => sink.assertClean()).toThrow('A name, "tamsin", was written')
  })
})
