/** A mistake in one file, as somebody could make it. */
export interface Planted {
  /** What the mistake is, in a few words. */
  readonly name: string
  /** From the root of the repository. */
  readonly file: string
  /** The file's text with the mistake. Throws EditError where the text is no longer there to be changed. */
  readonly edit: (text: string) => string
  /** The test of `npm run test:policy` that should miss it, from the root: run first, and if it passes, all the others. */
  readonly by: string
}

/** The text that an edit changes is gone, or is there more than once. */
export class EditError extends Error {}

export const AUTHORIZED = 'test/policy/authorized.test.ts'
export const CASES = 'test/policy/cases.test.ts'
export const LAYERS = 'test/policy/layers.test.ts'
export const POLICY_SET = 'test/policy/policy-set.test.ts'
export const FIELD_CLASSES = 'test/policy/field-classes.test.ts'
export const DIFFERENTIAL = 'test/policy/differential.test.ts'
export const LOAD = 'test/policy/load.test.ts'

/** One text for another; it must be there once. */
export function replaced(find: string, by: string): (text: string) => string {
  return (text) => {
    const parts = text.split(find)
    if (parts.length !== 2) throw new EditError(`${JSON.stringify(find)} is there ${parts.length - 1} times`)
    return parts.join(by)
  }
}

/** The first of several places of the same text. */
export function firstReplaced(find: string, by: string): (text: string) => string {
  return (text) => {
    if (!text.includes(find)) throw new EditError(`${JSON.stringify(find)} is not there`)
    return text.replace(find, () => by)
  }
}

/** An edit within one policy of a Cedar file. */
export function inPolicy(id: string, edit: (policy: string) => string): (text: string) => string {
  return (text) => {
    const from = text.indexOf(`@id("${id}")`)
    // A policy ends with the first semicolon at the end of a line: titles and comments have none there.
    const length = text.slice(from).search(/;\s*$/m)
    if (from < 0 || length < 0) throw new EditError(`there is no policy ${id}`)
    const until = from + length + 1
    return text.slice(0, from) + edit(text.slice(from, until)) + text.slice(until)
  }
}

export function withoutPolicy(id: string): (text: string) => string {
  return inPolicy(id, () => '')
}
