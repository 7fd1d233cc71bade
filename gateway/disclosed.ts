import type { Disclosure } from '../contract/disclosure.js'
import { type DataClass, LOGGED_TYPES } from '../policy/index.js'
import type { AnswerObject } from './answer-walk.js'
import { existenceClass, type FieldRules, personClass } from './person-types.js'

/** The answer holds what no subgraph reported, or what no rule classifies: it must not leave. */
export class UnaccountedAnswer extends Error {
  constructor(what: string) {
    super(`The answer cannot be accounted for: ${what}`)
    this.name = 'UnaccountedAnswer'
  }
}

/** Id of the entry that stands for records that were counted and not named. */
export const COUNTED = '*'

/**
 * What the final answer discloses of persons: the subgraphs' reports, cut down to the records and classes that are
 * really in it, in a fixed order.
 *
 * @throws UnaccountedAnswer where the answer holds a record or class of a person that was not reported
 */
export function recordsDisclosed(
  objects: readonly AnswerObject[],
  reported: readonly Disclosure[],
  rules: FieldRules,
  personTypes: ReadonlySet<string>,
): Disclosure[] {
  const shown = new Map<string, { type: string; id: string; classes: Set<DataClass> }>()
  const show = (type: string, id: string, dataClass: DataClass) => {
    const key = `${type}/${id}`
    const record = shown.get(key) ?? { type, id, classes: new Set<DataClass>() }
    shown.set(key, record)
    record.classes.add(dataClass)
  }
  const reports = new Map(reported.map((disclosure) => [`${disclosure.type}/${disclosure.id}`, disclosure]))
  for (const object of objects) {
    const classes = classesIn(object, rules)
    const counted = countedIn(object, personTypes)
    if (counted) show(counted, COUNTED, existenceClass(counted))
    const explained = explainedIn(object, personTypes)
    if (explained && object.id !== null && reports.has(`${explained}/${object.id}`))
      show(explained, object.id, existenceClass(explained))
    if (!personTypes.has(object.type)) continue
    if (object.id !== null)
      for (const dataClass of [existenceClass(object.type), ...classes]) show(object.type, object.id, dataClass)
    else
      for (const record of recordsBehind(object, classes, reported))
        for (const dataClass of classes) show(record.type, record.id, dataClass)
  }
  return [...shown]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { type, id, classes }]) => {
      const report = reports.get(key)
      for (const dataClass of id === COUNTED ? [] : classes) {
        if (!report?.classes.includes(dataClass))
          throw new UnaccountedAnswer(`${dataClass} of ${type} was not reported`)
      }
      return { type, id, subjects: report?.subjects ?? [], classes: [...classes].sort() }
    })
}

function classesIn(object: AnswerObject, rules: FieldRules): DataClass[] {
  return object.fields.flatMap(({ coordinate, isNull }) => {
    if (isNull) return []
    const rule = rules(coordinate)
    if (rule === null) throw new UnaccountedAnswer(`${coordinate} is in no class`)
    return personClass(rule) ?? []
  })
}

/**
 * The record type that a connection counted: how many there are is a query over persons. Whoever asks the log is logged,
 * counted or not, and with nothing found.
 */
function countedIn(object: AnswerObject, personTypes: ReadonlySet<string>): string | null {
  const node = object.type.replace(/Connection$/, '')
  if (node === object.type || !personTypes.has(node)) return null
  if (Object.hasOwn(LOGGED_TYPES, node)) return node
  const counts = object.fields.some(({ coordinate, isNull }) => coordinate === `${object.type}.totalCount` && !isNull)
  return counts ? node : null
}

/** The type of the record that is explained: where its owner reported it, the explanation has told that it exists. */
function explainedIn({ type }: AnswerObject, personTypes: ReadonlySet<string>): string | null {
  const explained = type.replace(/Explanation$/, '')
  return explained !== type && personTypes.has(explained) ? explained : null
}

/** An object without id is part of a record: one of its own type that was reported, or the nearest record around it. */
function recordsBehind(
  object: AnswerObject,
  classes: readonly DataClass[],
  reported: readonly Disclosure[],
): { type: string; id: string }[] {
  if (classes.length === 0) return []
  const own = reported.filter(
    ({ type, classes: said }) => type === object.type && classes.every((one) => said.includes(one)),
  )
  if (own.length > 0) return own
  for (let around = object.parent; around; around = around.parent) {
    if (around.id !== null) return [{ type: around.type, id: around.id }]
  }
  throw new UnaccountedAnswer(`${object.type} is part of no record`)
}
