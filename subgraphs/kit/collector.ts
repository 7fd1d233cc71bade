import type { IMiddlewareFunction } from 'graphql-middleware'
import type { ChannelPayload, Disclosure, Mark } from '../../contract/disclosure.js'
import { type DataClass, type FieldRule, fieldRule } from '../../policy/index.js'
import { basisOf } from './facts.js'
import { WithheldError } from './withheld.js'

/** Gathers what one subgraph answer discloses and withholds. */
export class Collector {
  readonly #disclosed = new Map<string, { type: string; id: string; subjects: Set<string>; classes: Set<DataClass> }>()
  readonly #marks = new Map<string, { mark: Mark; count: number }>()

  disclose(type: string, id: string, subjects: readonly string[], dataClass: DataClass): void {
    const key = `${type}/${id}`
    const entry = this.#disclosed.get(key) ?? { type, id, subjects: new Set<string>(), classes: new Set<DataClass>() }
    for (const subject of subjects) entry.subjects.add(subject)
    entry.classes.add(dataClass)
    this.#disclosed.set(key, entry)
  }

  withhold(mark: Mark): void {
    const key = `${mark.coordinate}|${mark.policy ?? ''}|${mark.sentence}`
    const entry = this.#marks.get(key)
    if (entry) entry.count += 1
    else this.#marks.set(key, { mark, count: 1 })
  }

  payload(): ChannelPayload {
    const disclosures: Disclosure[] = [...this.#disclosed.values()].map((entry) => ({
      type: entry.type,
      id: entry.id,
      subjects: [...entry.subjects].filter((subject) => subject !== 'NONE'),
      classes: [...entry.classes].sort(),
    }))
    return { disclosures, marks: [...this.#marks.values()] }
  }
}

/** A key says that the record exists: as much as class P1. */
function classReported(rule: FieldRule): DataClass | undefined {
  if (rule === 'KEY') return 'P1'
  return typeof rule === 'object' && 'class' in rule ? rule.class : undefined
}

/**
 * Outermost around every field: sees the value that leaves it, whichever layer made it, and reports it. It decides
 * nothing; with the shield or the mask off it reports what then leaves.
 */
export const collecting: IMiddlewareFunction<unknown, { collector: Collector }> = async (
  resolve,
  parent,
  args,
  context,
  info,
): Promise<unknown> => {
  const value: unknown = await resolve(parent, args, context, info)
  if (value instanceof WithheldError) {
    context.collector.withhold(value.mark)
    return value
  }
  if (value === null || value === undefined || value instanceof Error) return value
  const basis = basisOf(parent)
  if (!basis) return value
  const rule = fieldRule(`${info.parentType.name}.${info.fieldName}`)
  const dataClass = rule === null ? undefined : classReported(rule)
  const id = (parent as { id?: unknown }).id
  if (dataClass !== undefined && typeof id === 'string') {
    context.collector.disclose(
      info.parentType.name,
      id,
      basis.facts.map((facts) => facts.subjectRecord),
      dataClass,
    )
  }
  return value
}
