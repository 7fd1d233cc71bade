/** How many records a list holds. */
const COUNT = /^(.*\/totalCount\/value)=(\d+)$/

/**
 * Values of `answer` that are not in `allowed`, each with the fields that lead to it and the records it is of, so that
 * answers whose lists differ in length can be compared: `/officer/incidents/nodes/inc_1…/kind=TERMINATION`. Of a count,
 * only one that is higher.
 */
export function beyond(answer: unknown, allowed: unknown): string[] {
  const known = leavesOf(allowed)
  const counts = new Map([...known].map(countIn).filter((count) => count !== null))
  return [...leavesOf(answer)].filter((leaf) => {
    const count = countIn(leaf)
    return count ? count[1] > (counts.get(count[0]) ?? -1) : !known.has(leaf)
  })
}

type Count = readonly [path: string, value: number]

function countIn(leaf: string): Count | null {
  const [, path, value] = COUNT.exec(leaf) ?? []
  return path === undefined ? null : [path, Number(value)]
}

function leavesOf(data: unknown): ReadonlySet<string> {
  const leaves = new Set<string>()
  walk(data, '', leaves)
  return leaves
}

function walk(value: unknown, path: string, leaves: Set<string>): void {
  if (value === null || value === undefined) return
  if (Array.isArray(value)) {
    for (const item of value) walk(item, path, leaves)
  } else if (typeof value === 'object') {
    const { id } = value as { id?: unknown }
    const here = typeof id === 'string' ? `${path}/${id}` : path
    for (const [name, inner] of Object.entries(value)) walk(inner, `${here}/${name}`, leaves)
  } else {
    leaves.add(`${path}=${JSON.stringify(value)}`)
  }
}
