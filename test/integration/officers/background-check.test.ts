import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AGENCIES, CAST, type CastMember } from '../../../prisma/seed/index.js'
import { openTestHub, type TestHub } from '../../support/hub.js'
import { TEST_NOW } from '../../support/now.js'
import { bytes, checked, named, rowsOf, verdicts, type WholeCheck } from './checks.js'

const { decertified, nearNamesake } = CAST
const CERTIFICATE = { authority: 'US-VA', number: decertified.certificate?.number ?? '' }
const INVENTED = { givenName: 'Zebediah', familyName: 'Quorlexington' }

let hub: TestHub
/** What every source answers about somebody who does not exist. */
let silence: WholeCheck['sources']
let cases = 0
const check = async (candidate: object) => (await checked(hub, `CHECK-${++cases}`, candidate)).check

beforeAll(async () => {
  hub = await openTestHub()
  silence = (await check(INVENTED)).sources
})
afterAll(() => hub.close())

/** The same answers, but that these jurisdictions point at somebody. */
const sourcesWith = (...pointing: readonly string[]) =>
  silence.map((source) => {
    if (!pointing.includes(source.jurisdiction)) return source
    return { ...source, answer: 'POINTER', note: source.note.split('This is not a clearance. ')[1] }
  })

const ANSWER = {
  id: expect.stringMatching(/^chk_/) as string,
  requestedAt: TEST_NOW.toISOString(),
  caseReference: expect.stringMatching(/^CHECK-/) as string,
  notice:
    'A pointer, not a finding about your candidate. Contact the source before you act. A listing does not by itself bar hire.',
  policyVersion: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
}

const NAME_AGREES = { given: 'AGREE', family: 'AGREE' }

const match = (sourceJurisdiction: string, outcome: string, agreeing: object, officer: object | null = null) => ({
  outcome,
  sourceJurisdiction,
  adjudication: 'OPEN',
  verdicts: { ...NAME_AGREES, ...agreeing },
  officer,
})

/** A check with, of each match, what was compared and said; the numbers are the model's own, tested with it. */
const told = (whole: WholeCheck) => ({ ...whole, matches: whole.matches.map(verdicts) })

const [hoxenfell, quillmere] = decertified.spells.map(({ agency, from, to }) => ({
  agency: { name: agency.name },
  start: { value: from },
  end: to && { value: to },
}))

/** All that a hiring investigator sees of the decertified officer. */
const TAMSIN = {
  id: decertified.officerId,
  name: decertified.name,
  certificateNumbers: [
    { authority: { name: decertified.certificate?.authorityName }, number: decertified.certificate?.number },
  ],
  employments: {
    nodes: [
      { ...quillmere, separation: 'DISCHARGED' },
      { ...hoxenfell, separation: 'RESIGNED' },
    ],
  },
  certifications: { nodes: [{ number: decertified.certificate?.number, status: 'REVOKED' }] },
  incidents: {
    nodes: [
      { id: decertified.incidentIds.termination, kind: 'TERMINATION', stage: 'FINAL' },
      { id: decertified.incidentIds.decertification, kind: 'DECERTIFICATION', stage: 'FINAL' },
    ],
  },
}

/** The two spells that she kept to herself. */
const UNDISCLOSED = [hoxenfell, quillmere].map((recorded) => ({
  claimed: null,
  recorded,
  result: 'UNDISCLOSED_SPELL',
}))

describe('The decertified officer is LIKELY, and her namesake POSSIBLE', () => {
  it.each([
    {
      by: 'the date of birth',
      more: { dateOfBirth: decertified.dobText },
      agreeing: { dateOfBirth: 'AGREE' },
      namesake: { dateOfBirth: 'PARTIAL' },
    },
    {
      by: 'the certificate number',
      more: { certificates: [CERTIFICATE] },
      agreeing: { certificateNumber: 'AGREE' },
      namesake: {},
    },
  ])('by name and $by', async ({ more, agreeing, namesake }) => {
    expect(told(await check(named(decertified, more)))).toEqual({
      ...ANSWER,
      status: 'NEEDS_ADJUDICATION',
      matches: [match('US-VA', 'LIKELY', agreeing, TAMSIN), match('US-MD', 'POSSIBLE', namesake)],
      reconciliation: UNDISCLOSED,
      sources: sourcesWith('US-VA', 'US-MD'),
    })
  })
})

describe('Nobody is LIKELY whom a strong identifier contradicts', () => {
  const contradicted = { dateOfBirth: '1971-08-30' }
  const other = { certificates: [{ authority: 'US-VA', number: '999123' }] }
  it.each([
    { what: 'another birth date', more: contradicted, matches: [], pointing: [] },
    { what: 'another certificate', more: other, matches: [match('US-MD', 'POSSIBLE', {})], pointing: ['US-MD'] },
    {
      what: 'another birth date beside the right certificate',
      more: { ...contradicted, certificates: [CERTIFICATE] },
      matches: [match('US-VA', 'POSSIBLE', { dateOfBirth: 'DIFFER', certificateNumber: 'AGREE' })],
      pointing: ['US-VA'],
    },
    {
      what: 'another certificate beside the right birth date',
      more: { ...other, dateOfBirth: decertified.dobText },
      matches: [
        match('US-VA', 'POSSIBLE', { dateOfBirth: 'AGREE', certificateNumber: 'DIFFER' }),
        match('US-MD', 'POSSIBLE', { dateOfBirth: 'PARTIAL' }),
      ],
      pointing: ['US-VA', 'US-MD'],
    },
  ])('$what', async ({ more, matches, pointing }) => {
    expect(told(await check(named(decertified, more)))).toEqual({
      ...ANSWER,
      status: matches.length > 0 ? 'NEEDS_ADJUDICATION' : 'COMPLETED',
      matches,
      reconciliation: [],
      sources: sourcesWith(...pointing),
    })
  })
})

describe('A name alone', () => {
  it('is POSSIBLE, of everybody who has it, and shows nothing of class P3 or above', async () => {
    const { answer, check: whole } = await checked(hub, `CHECK-${++cases}`, named(decertified))
    expect(told(whole)).toEqual({
      ...ANSWER,
      status: 'NEEDS_ADJUDICATION',
      matches: expect.arrayContaining([match('US-VA', 'POSSIBLE', {}), match('US-MD', 'POSSIBLE', {})]) as unknown,
      reconciliation: [],
      sources: sourcesWith('US-VA', 'US-MD'),
    })
    expect(whole.matches).toHaveLength(2)
    for (const { officerId, recordIds, certificate, agencyName, dobText } of [decertified, nearNamesake]) {
      for (const value of [officerId, ...recordIds, certificate?.number, agencyName, dobText]) {
        expect(answer.text).not.toContain(value)
      }
    }
  })

  it('with former agencies and no dates is no more: what was claimed is not compared with what is not open', async () => {
    const claims = decertified.spells.map(({ agency }) => ({ agency: agency.name }))
    const { matches, reconciliation } = await check(named(decertified, { formerEmployers: claims }))
    expect(matches.map(verdicts)).toEqual([
      match('US-VA', 'POSSIBLE', { formerAgency: 'PARTIAL' }),
      match('US-MD', 'POSSIBLE', { formerAgency: 'DIFFER' }),
    ])
    expect(reconciliation).toEqual(
      claims.map(({ agency }) => ({
        claimed: { agency, from: null, to: null },
        recorded: null,
        result: 'NOT_COVERED',
      })),
    )
  })
})

describe('The candidate’s own account beside the records', () => {
  const account = async (formerEmployers: readonly object[]) =>
    (await check(named(decertified, { dateOfBirth: decertified.dobText, formerEmployers }))).reconciliation
  const claim = { agency: AGENCIES.virginiaCity.name, from: '2013-09', to: '2022-05' }
  const first = { agency: AGENCIES.virginiaSheriff.name, from: '2009-06-15', to: '2013-08-31' }

  it('AGREE: both, to the month', async () => {
    expect(await account([first, claim])).toEqual([
      { claimed: first, recorded: hoxenfell, result: 'AGREE' },
      { claimed: claim, recorded: quillmere, result: 'AGREE' },
    ])
  })

  it('UNDISCLOSED_SPELL: the one that ended in a discharge is left out', async () => {
    expect(await account([first])).toEqual([
      { claimed: first, recorded: hoxenfell, result: 'AGREE' },
      { claimed: null, recorded: quillmere, result: 'UNDISCLOSED_SPELL' },
    ])
  })

  it('DATES_DIFFER: two years more than the record has', async () => {
    const longer = { ...claim, to: '2024-05' }
    expect(await account([first, longer])).toEqual([
      { claimed: first, recorded: hoxenfell, result: 'AGREE' },
      { claimed: longer, recorded: quillmere, result: 'DATES_DIFFER' },
    ])
  })

  it('NOT_COVERED: an agency of which no opened record speaks', async () => {
    const elsewhere = { agency: 'Nowhereville Police Department', from: '2023', to: null }
    expect(await account([first, claim, elsewhere])).toEqual([
      { claimed: first, recorded: hoxenfell, result: 'AGREE' },
      { claimed: claim, recorded: quillmere, result: 'AGREE' },
      { claimed: elsewhere, recorded: null, result: 'NOT_COVERED' },
    ])
  })
})

describe('Nobody finds whom the rules let nobody compare', () => {
  const all = ({ name, dobText, certificate }: CastMember) => ({
    givenName: name.given,
    middleName: name.middle,
    familyName: name.family,
    dateOfBirth: dobText,
    ...(certificate && { certificates: [{ authority: certificate.authority, number: certificate.number }] }),
  })
  const answered = async (candidate: object) => bytes((await checked(hub, `HIDDEN-${++cases}`, candidate)).answer)

  beforeAll(async () => {
    // Before the seal she is found as anybody is.
    expect((await check(all(CAST.held))).matches.map(({ outcome }) => outcome)).toEqual(['LIKELY'])
    await rowsOf(hub, 'UPDATE officers.identity_record SET sealed = true WHERE id = ANY($1)', [CAST.held.recordIds])
  })

  it.each([
    { what: 'a sealed record', member: CAST.held },
    { what: 'a record known through a matter that is not admitted', member: CAST.matterOnly },
    { what: 'a tribe that has consented to nothing', member: CAST.tribalWithholding },
  ])('$what: the answer is that about an invented name', async ({ member }) => {
    const invented = { ...INVENTED, middleName: 'Orla', dateOfBirth: '1984-10-12' }
    expect(await answered(all(member))).toBe(await answered(invented))
  })

  it('that record, once the matter is final and admitted, is found', async () => {
    await rowsOf(
      hub,
      `UPDATE officers.identity_record SET stage = 'FINAL', admitted = true, admission_basis = 'RECORDED', subject_noticed = true
        WHERE id = ANY($1)`,
      [CAST.matterOnly.recordIds],
    )
    expect((await check(all(CAST.matterOnly))).matches.map(({ outcome }) => outcome)).toEqual(['LIKELY'])
  })

  it('a sealed instance: the answer is that about his twin, who has none', async () => {
    const [sealed, twin] = [await check(all(CAST.sealed)), await check(all(CAST.twin))]
    expect(JSON.stringify(sealed.sources)).toBe(JSON.stringify(twin.sources))
    const opened = ({ id, name, certificate }: { id: string; name: object; certificate: CastMember['certificate'] }) =>
      match(
        'US-PA',
        'LIKELY',
        { middle: 'AGREE', dateOfBirth: 'AGREE', certificateNumber: 'AGREE' },
        {
          id,
          name,
          certificateNumbers: [{ authority: { name: certificate?.authorityName }, number: certificate?.number }],
          employments: {
            nodes: [
              {
                agency: { name: AGENCIES.pennsylvaniaCity.name },
                start: { value: '2008-04-01' },
                end: null,
                separation: 'NONE',
              },
            ],
          },
          certifications: { nodes: [{ number: certificate?.number, status: 'ACTIVE' }] },
          incidents: { nodes: [] },
        },
      )
    expect(sealed.matches.map(verdicts)).toEqual([opened({ ...CAST.sealed, id: CAST.sealed.officerId })])
    expect(twin.matches.map(verdicts)).toEqual([opened({ ...CAST.twin, id: CAST.twin.officerId })])
  })

  it('ten invented names: ten times the same bytes of every source', async () => {
    const families = [...'ABCDEFGHIJ'].map((letter) => `${letter}quorlexbury`)
    const sources = new Set<string>()
    for (const familyName of families) sources.add(JSON.stringify((await check({ ...INVENTED, familyName })).sources))
    expect([...sources]).toEqual([JSON.stringify(silence)])
  })
})

describe('A year of birth that is one off, in two digits', () => {
  const { underAppeal } = CAST
  const candidate = named(underAppeal, { dateOfBirth: '1980-05-28' })
  const birth = async (profile: string | null) => {
    const { check: asked } = await checked(hub, `CHECK-${++cases}`, candidate, { profile })
    return asked.matches.map(({ outcome, explanations }) => [
      outcome,
      explanations.find(({ feature }) => feature === 'dateOfBirth')?.verdict,
    ])
  }

  it('speaks against the match, unless the check asks for the expanded search; either way a person decides', async () => {
    expect(underAppeal.dobText).toBe('1979-05-28')
    expect({ unsaid: await birth(null), strict: await birth('STRICT'), expanded: await birth('EXPANDED_DOB') }).toEqual(
      {
        unsaid: [['POSSIBLE', 'DIFFER']],
        strict: [['POSSIBLE', 'DIFFER']],
        expanded: [['POSSIBLE', 'PARTIAL']],
      },
    )
  })
})
