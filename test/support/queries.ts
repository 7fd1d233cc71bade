import { readFileSync } from 'node:fs'

/** A query of `test/queries`, by its name. */
export function query(name: string): string {
  return readFileSync(new URL(`../queries/${name}.graphql`, import.meta.url), 'utf8')
}
