import type { Snapshot } from '../oracle/snapshot.js'
import type { TestHub } from '../support/hub.js'
import { Random } from './random.js'
import { signedWaiver } from '../support/waiver.js'

const CHECK = `mutation ($input: BackgroundCheckInput!) {
  requestBackgroundCheck(input: $input) {
    matches {
      outcome
      officer {
        id
        name { family }
        employments { nodes { id } }
        certifications { nodes { id } }
        incidents { nodes { id } }
      }
    }
    reconciliation { recorded { id start { value } separation } }
    sources { jurisdiction answer asOf note coverage { kinds from until } nextSteps { unit phone form expectedDays } }
  }
}`
const AFTERWARDS = `{
  officers { nodes { id } totalCount { value } }
  certifications { nodes { id } totalCount { value } }
  incidents { nodes { id } totalCount { value } }
}`
const NOBODY = { nodes: [], totalCount: { value: 0 } }

interface Checked {
  readonly matches: readonly { readonly outcome: string; readonly officer: unknown }[]
  readonly reconciliation: readonly { readonly recorded: unknown }[]
  readonly sources: readonly unknown[]
}

export interface Guesses {
  names: number
  /** Checks that found somebody of the name. */
  met: number
  /** Checks that were refused, such as a name that too many have. */
  refused: number
  /** What a guess opened: nothing, or the test fails. */
  readonly opened: unknown[]
}

export interface Guess {
  readonly given: string
  readonly family: string
  readonly employers?: readonly unknown[]
}

/** A check of somebody of whom no more is stated than that, in a case of its own. */
export async function checkOf(hub: TestHub, handle: string, reference: string, { given, family, employers }: Guess) {
  const client = hub.as(handle, { caseReference: reference })
  const { data } = await client.ask<{ requestBackgroundCheck: Checked | null }>(CHECK, {
    input: {
      candidate: { givenName: given, familyName: family, ...(employers && { formerEmployers: employers }) },
      waiver: signedWaiver(`W-${handle}-${reference}`),
    },
  })
  return { client, check: data?.requestBackgroundCheck ?? null }
}

/** An investigator who guesses: half of the names are somebody's, half are put together of two people's. */
export async function guessNames(hub: TestHub, snapshot: Snapshot, seed: number, names: number): Promise<Guesses> {
  const random = new Random(seed)
  const records = [...snapshot.records.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const guesses: Guesses = { names: 0, met: 0, refused: 0, opened: [] }
  const guess = async (index: number, { given, family }: Guess) => {
    const { client, check } = await checkOf(hub, 'hiring-territory', `GUESS-${index}`, { given, family })
    guesses.names++
    if (check === null) {
      guesses.refused++
      return
    }
    if (check.matches.length > 0) guesses.met++
    guesses.opened.push(
      ...check.matches.filter(({ outcome, officer }) => outcome !== 'POSSIBLE' || officer !== null),
      ...check.reconciliation.filter(({ recorded }) => recorded !== null),
    )
    if (index % 10 !== 0) return
    const { data } = await client.ask(AFTERWARDS)
    const lists = Object.values(data ?? { none: null })
    guesses.opened.push(...lists.filter((list) => JSON.stringify(list) !== JSON.stringify(NOBODY)))
  }
  for (let index = 0; index < names; index += 4) {
    await Promise.all(
      [0, 1, 2, 3].map((more) => {
        const [one, other] = [random.pick(records), random.pick(records)]
        const family = random.chance(0.5) ? one : other
        return guess(index + more, { given: String(one['given']), family: String(family['family']) })
      }),
    )
  }
  return guesses
}
