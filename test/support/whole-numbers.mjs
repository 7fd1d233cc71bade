import { parseArgs } from 'node:util'

/**
 * Options of a command that take whole numbers, in the order of their names; undefined for what is not given. Ends the
 * process with a word on what is wrong.
 * @param {...string} names
 * @returns {(string | undefined)[]}
 */
export function wholeNumbers(...names) {
  const { values } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: 'string' }])) })
  return names.map((name) => {
    const given = values[name]
    if (given !== undefined && !/^\d+$/.test(given)) {
      console.error(`--${name} takes a whole number, not "${given}".`)
      process.exit(1)
    }
    return given
  })
}
