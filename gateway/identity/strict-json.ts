/** A member's name, with its colon; any other text; or a bracket. Of JSON that parses, these are all that nests. */
const PIECES = /"(?:[^"\\]|\\.)*"\s*:?|[{}[\]]/gs

/** Whether an object anywhere in a JSON text has two members of one name, however they are escaped. */
export function hasDuplicateMembers(json: string): boolean {
  const open: Set<string>[] = []
  for (const [piece] of json.matchAll(PIECES)) {
    if (piece === '{' || piece === '[') open.push(new Set())
    else if (piece === '}' || piece === ']') open.pop()
    else if (piece.endsWith(':')) {
      const name = JSON.parse(piece.slice(0, -1)) as string
      const names = open.at(-1)
      if (names?.has(name)) return true
      names?.add(name)
    }
  }
  return false
}
