import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INCIDENT_KINDS, NEXUS, STAGES } from '../../../../policy/types.js'
import {
  type AdmissionInput,
  admit,
  CAPACITIES,
  DISPOSITIONS,
  FAIR_PROCESS_BASES,
  GROUND_NATURES,
  mostProtective,
  NOTICES,
  ON_DUTY_BASES,
  OPPORTUNITIES,
} from '../../../../subgraphs/incidents/admission/index.js'
import { MOST_PROTECTIVE_FIRST } from '../../../../subgraphs/incidents/admission/protective-stage.js'
import { PEOPLE, TODAY } from './people.js'

const span = fc.option(
  fc
    .tuple(fc.integer({ min: TODAY - 4000, max: TODAY + 100 }), fc.nat(364))
    .map(([earliest, length]) => ({ earliest, latest: earliest + length })),
)

const anything: fc.Arbitrary<AdmissionInput> = fc.record({
  kind: fc.constantFrom(...INCIDENT_KINDS),
  basis: fc.constantFrom('RECORDED', 'SOURCE_ATTESTED'),
  statedStages: fc.array(fc.constantFrom(...STAGES), { maxLength: 2 }),
  occurredOn: span,
  decidedOn: span,
  nexus: fc.constantFrom(...NEXUS),
  decidingAuthority: fc.constantFrom('NONE', 'agc_COMMISSION'),
  fairProcess: fc.record({
    notice: fc.constantFrom(...NOTICES),
    noticedOn: span,
    opportunity: fc.constantFrom(...OPPORTUNITIES),
    respondedOn: span,
    authority: fc.constantFrom('', 'Commission'),
    basis: fc.constantFrom(...FAIR_PROCESS_BASES),
    attestedBy: fc.constantFrom(null, '', 'Director'),
  }),
  groundNature: fc.constantFrom(...GROUND_NATURES),
  disposition: fc.constantFrom(...DISPOSITIONS),
  onDutyBasis: fc.constantFrom(...ON_DUTY_BASES),
  capacity: fc.constantFrom(...CAPACITIES),
  proofOfService: fc.boolean(),
  investigationOpenAtSeparation: fc.boolean(),
  counterSigned: fc.boolean(),
  pointerAllowed: fc.boolean(),
})

/** Somebody of people.ts with some properties replaced by anything: the share of admissions is then not nearly nought. */
const almost: fc.Arbitrary<AdmissionInput> = fc
  .tuple(
    fc.constantFrom(...INCIDENT_KINDS),
    anything,
    fc.subarray(Object.keys(PEOPLE.TERMINATION.input) as (keyof AdmissionInput)[], { maxLength: 3 }),
  )
  .map(([kind, other, replaced]) => ({
    ...PEOPLE[kind].input,
    ...Object.fromEntries(replaced.filter((name) => name !== 'kind').map((name) => [name, other[name]])),
  }))

const RUNS = { numRuns: 3000 }

describe('whatever else is said', () => {
  it.each([
    ['anything', anything],
    ['almost everything', almost],
  ] as const)('of %s: never admitted without notice and opportunity', (_name, inputs) => {
    fc.assert(
      fc.property(inputs, (input) => {
        if (!admit(input, TODAY).admitted) return
        expect(input.fairProcess.notice).toBe('SERVED')
        expect(['HEARD', 'WAIVED', 'DEFAULTED', 'AFFORDED']).toContain(input.fairProcess.opportunity)
      }),
      RUNS,
    )
  })

  it('what is admitted is final, a pointer or a certificate status, by the most protective stage stated', () => {
    fc.assert(
      fc.property(almost, (input) => {
        const answer = admit(input, TODAY)
        expect(answer.stage).toBe(mostProtective(input.statedStages))
        if (!answer.admitted) return
        expect([
          ['INSTANCE', 'FINAL'],
          ['POINTER', 'SEPARATED_UNDER_INVESTIGATION'],
          ['CERTIFICATE_STATUS', 'EFFECTIVE_UNDER_APPEAL'],
        ]).toContainEqual([answer.as, answer.stage])
        expect(answer.as === 'POINTER').toBe(input.kind === 'SEPARATION_UNDER_INVESTIGATION')
        if (answer.as === 'CERTIFICATE_STATUS') expect(input.kind).toBe('DECERTIFICATION')
      }),
      RUNS,
    )
  })

  it('taking notice or opportunity away refuses whoever was admitted', () => {
    fc.assert(
      fc.property(almost, (input) => {
        for (const change of [
          { notice: 'UNKNOWN' },
          { notice: 'NOT_SERVED' },
          { opportunity: 'UNKNOWN' },
          { opportunity: 'NOT_AFFORDED' },
        ] as const) {
          expect(admit({ ...input, fairProcess: { ...input.fairProcess, ...change } }, TODAY).admitted).toBe(false)
        }
      }),
      RUNS,
    )
  })

  it('is not vacuous: between a tenth and nine tenths of the almost complete are admitted', () => {
    const sample = fc.sample(almost, { numRuns: 2000, seed: 7 })
    const admitted = sample.filter((input) => admit(input, TODAY).admitted).length
    expect(admitted).toBeGreaterThan(200)
    expect(admitted).toBeLessThan(1800)
  })

  it('the order of protection ranks every stage once', () => {
    expect([...MOST_PROTECTIVE_FIRST].sort()).toEqual([...STAGES].sort())
  })
})
