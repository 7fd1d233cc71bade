import { schemaToJson } from '@cedar-policy/cedar-wasm/nodejs'
import { PolicyError } from './errors.js'
import { SCHEMA_FILE } from './files.js'

/** The Cedar resource type of what is asked of the viewer alone. */
export const HUB_TYPE = 'Hub'

/** The actions of the Cedar schema: what each applies to, and which are meant by the name of a group. */
export interface Vocabulary {
  /** Action -> resource types. Groups are not in it. */
  readonly appliesTo: ReadonlyMap<string, readonly string[]>
  /** The actions that an action or group stands for. */
  expand(name: string): readonly string[]
}

export function readVocabulary(schema: string): Vocabulary {
  const answer = schemaToJson(schema)
  if (answer.type === 'failure') {
    const [first] = answer.errors
    const line = lineAt(schema, first?.sourceLocations?.[0]?.start ?? 0)
    throw new PolicyError(SCHEMA_FILE, line, first?.message ?? 'the schema does not parse')
  }
  const actions = answer.json['']?.actions ?? {}
  const appliesTo = new Map<string, readonly string[]>()
  const members = new Map<string, string[]>()
  for (const [name, action] of Object.entries(actions)) {
    if (action.appliesTo) appliesTo.set(name, action.appliesTo.resourceTypes)
    for (const group of action.memberOf ?? []) members.set(group.id, [...(members.get(group.id) ?? []), name])
  }
  const expand = (name: string): readonly string[] => [
    ...(appliesTo.has(name) ? [name] : []),
    ...(members.get(name) ?? []).flatMap(expand),
  ]
  return { appliesTo, expand }
}

/** Line (from 1) of a byte offset, as Cedar counts. */
export function lineAt(text: string, byte: number): number {
  return Buffer.from(text, 'utf8').subarray(0, byte).toString('utf8').split('\n').length
}
