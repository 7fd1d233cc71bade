import type { DestinationStream } from 'pino'
import { readFileSync } from 'node:fs'
import { inject } from 'vitest'
import { type PersonFinder, personFinder, type Persons } from './persons.js'

/** A person's data in something that operators read. */
export class PersonInLog extends Error {
  override readonly name = 'PersonInLog'
}

export interface Sink extends DestinationStream {
  readonly lines: readonly string[]
  /** @throws PersonInLog for whatever was written, also where the one who wrote it has swallowed that. */
  assertClean(): void
}

/** Lines that are kept for a test to look at; the check itself sees every one. */
const KEPT = 2_000

let everybody: PersonFinder | null = null

/** Finds anybody of the demo world. */
export function personsIn(text: string): ReturnType<PersonFinder> {
  everybody ??= personFinder(JSON.parse(readFileSync(inject('templates').persons, 'utf8')) as Persons)
  return everybody(text)
}

/** A log's destination that throws on a person of the demo world. */
export function personSink(find: PersonFinder = personsIn): Sink {
  const lines: string[] = []
  let fault: PersonInLog | null = null
  return {
    lines,
    write(line) {
      if (lines.length < KEPT) lines.push(line)
      const [found] = find(line)
      if (!found) return
      const thrown = new PersonInLog(`A ${found.what}, "${found.text}", was written: ${line}`)
      fault ??= thrown
      throw thrown
    },
    assertClean() {
      if (fault) throw fault
    },
  }
}
