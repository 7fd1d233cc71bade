import type { EpochDay } from '../../../policy/index.js'
import { balanced, knownFirst } from './balanced.js'
import type { Random } from './random.js'
import type { Sample } from './sample.js'

/** A line of `comity policy decide`, and the question that it asks; null where the line is malformed. */
export interface Line {
  readonly text: string
  readonly asks: Sample | null
}

/** Enough to meet every kind of damage below hundreds of times in a long run, too few to make the rest vacuous. */
const MALFORMED = 0.04

/** Random lines of viewer, data class (or action) and record. `dayOfRun`: the day that a line without one stands for. */
export function randomLines(random: Random, dayOfRun: EpochDay): () => Line {
  const next = balanced(random, knownFirst)
  return () => {
    const asks = next()
    const question = questionOf(random, asks, dayOfRun)
    if (!random.chance(MALFORMED)) return { text: JSON.stringify(question), asks }
    return { text: random.pick(DAMAGES)(question, random), asks: null }
  }
}

interface Question {
  readonly viewer: Readonly<Record<string, unknown>>
  readonly dataClass?: string
  readonly action?: string
  readonly record: Readonly<Record<string, unknown>>
  readonly facts: Readonly<Record<string, unknown>>
}

function questionOf(random: Random, { viewer, request, action, type, facts }: Sample, dayOfRun: EpochDay): Question {
  const { purpose, today, ...rest } = request
  const { ownerKind, ...columns } = facts
  const leavesDayOut = random.chance(0.5) && today === dayOfRun
  const asked = action.startsWith('read:') ? { dataClass: action.slice('read:'.length) } : { action }
  return {
    // The purpose is the viewer's or one of the facts, which stand over it.
    viewer: { ...viewer, purpose: random.chance(0.5) ? purpose : 'NONE' },
    ...asked,
    record: { type: type === 'Hub' ? 'Incident' : type, ...columns, ...(random.chance(0.5) && { ownerKind }) },
    facts: { ...rest, purpose, ...(!leavesDayOut && { today }) },
  }
}

type Damage = (question: Question, random: Random) => string

/** Ways in which a line can be wrong; whichever it is, the answer is deny. */
const DAMAGES: readonly Damage[] = [
  (question, random) => {
    const text = JSON.stringify(question)
    return text.slice(0, 1 + Math.floor(random.next() * (text.length - 2)))
  },
  (question) => `${JSON.stringify(question)}}`,
  (question) => JSON.stringify([question]),
  (question) => JSON.stringify(JSON.stringify(question)),
  () => 'null',
  (question) => JSON.stringify({ ...question, viewer: undefined }),
  (question) => JSON.stringify({ ...question, dataClass: undefined, action: undefined }),
  (question) => JSON.stringify({ ...question, dataClass: 'P12', action: undefined }),
  (question) => JSON.stringify({ ...question, dataClass: undefined, action: 'read:' }),
  (question) => JSON.stringify({ ...question, dataClass: 'P1', action: 'know:Incident' }),
  (question) => JSON.stringify({ ...question, effect: 'allow' }),
  (question, random) =>
    JSON.stringify({ ...question, viewer: without(question.viewer, random, ['subject', 'purpose']) }),
  (question) => JSON.stringify({ ...question, viewer: { ...question.viewer, roles: [] } }),
  (question) => JSON.stringify({ ...question, viewer: { ...question.viewer, roles: ['ADMINISTRATOR'] } }),
  (question) => JSON.stringify({ ...question, viewer: { ...question.viewer, roles: 'AUDITOR' } }),
  (question) => JSON.stringify({ ...question, viewer: { ...question.viewer, jurisdiction: '' } }),
  (question) => JSON.stringify({ ...question, viewer: { ...question.viewer, assurance: '2' } }),
  (question) => JSON.stringify({ ...question, viewer: { ...question.viewer, assurance: 4 } }),
  (question) => JSON.stringify({ ...question, viewer: { ...question.viewer, purpose: 'X' } }),
  (question) => JSON.stringify({ ...question, facts: { ...question.facts, purpose: 'J ' } }),
  (question) => JSON.stringify({ ...question, facts: { ...question.facts, waiverCovers: 'true' } }),
  (question) => JSON.stringify({ ...question, facts: { ...question.facts, granted: null } }),
  (question) => JSON.stringify({ ...question, facts: { ...question.facts, today: 20_000.5 } }),
  (question) => JSON.stringify({ ...question, facts: { ...question.facts, consents: [] } }),
  ofRecord(({ record }, random) => without(record, random, ['ownerKind'])),
  ofRecord(({ record }) => ({ ...record, sealed: null })),
  ofRecord(({ record }) => ({ ...record, admitted: 1 })),
  ofRecord(({ record }) => ({ ...record, stage: 'final' })),
  ofRecord(({ record }) => ({ ...record, kind: 'RUMOUR' })),
  ofRecord(({ record }) => ({ ...record, validUntil: '9999-12-31' })),
  ofRecord(({ record }) => ({ ...record, validFrom: 1e300 })),
  ofRecord(({ record }) => ({ ...record, ownerKind: 'US-ZZ/NONE' })),
  ofRecord(({ record }) => ({ ...record, namedOwners: 'US-VA' })),
  ofRecord(({ record }) => ({ ...record, type: 'Officer' })),
]

/** What is asked of the viewer alone looks at no record: a record is damaged in a line that asks about one. */
function ofRecord(damaged: (question: Question, random: Random) => unknown): Damage {
  return (question, random) =>
    JSON.stringify({ ...question, action: undefined, dataClass: 'P4', record: damaged(question, random) })
}

/** Without one of its keys, those aside that may be missing. */
function without(from: Readonly<Record<string, unknown>>, random: Random, optional: readonly string[]): object {
  const key = random.pick(Object.keys(from).filter((name) => !optional.includes(name)))
  return { ...from, [key]: undefined }
}
