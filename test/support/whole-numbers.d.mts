/** Options that take whole numbers, in the order of their names; undefined for what is not given. */
export function wholeNumbers(...names: string[]): (string | undefined)[]
