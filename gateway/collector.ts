import type { ChannelPayload, Disclosure } from '../contract/disclosure.js'

export type CountedMark = ChannelPayload['marks'][number]

/** Gathers what the subgraphs reported of one client request, over all fetches of its plan. */
export class AnswerCollector {
  readonly #payloads: ChannelPayload[] = []

  add(payload: ChannelPayload): void {
    this.#payloads.push(payload)
  }

  /** One per record: a record that several fetches touched is reported with all its classes and subjects. */
  disclosures(): Disclosure[] {
    const merged = new Map<string, Disclosure>()
    for (const disclosure of this.#payloads.flatMap((payload) => payload.disclosures)) {
      const key = `${disclosure.type}/${disclosure.id}`
      const before = merged.get(key)
      merged.set(key, {
        type: disclosure.type,
        id: disclosure.id,
        subjects: union(before?.subjects, disclosure.subjects),
        classes: union(before?.classes, disclosure.classes),
      })
    }
    return [...merged.values()]
  }

  marks(): CountedMark[] {
    return this.#payloads.flatMap((payload) => payload.marks)
  }
}

function union<T extends string>(a: readonly T[] | undefined, b: readonly T[]): T[] {
  return [...new Set([...(a ?? []), ...b])].sort()
}
