import { type Fault, faultMeaning } from '../hub/audit-verify.js'

/** A line for each: where, what, and its name. */
export function faultsText(faults: readonly Fault[]): string {
  return faults.map((fault) => `${placeOf(fault)}: ${faultMeaning(fault.kind)} (${fault.kind})\n`).join('')
}

function placeOf({ line, entry, head, note }: Fault): string {
  const places = [
    line === null ? null : `line ${line}`,
    entry === null ? null : `entry ${entry}`,
    head === null ? null : `head of size ${head}`,
    note === null ? null : `note ${note} of the witness`,
  ].filter((place) => place !== null)
  return places.length === 0 ? 'the file' : places.join(', ')
}
