import { readFileSync } from 'node:fs'
import { schemaToJson } from '@cedar-policy/cedar-wasm/nodejs'
import { describe, expect, it } from 'vitest'
import { CONTEXT_SHAPES, FACT_SHAPES, VIEWER_SHAPES } from '../../policy/attributes.js'
import type { Shape } from '../../policy/attributes.js'
import { RECORD_TYPES } from '../../policy/index.js'
import { FILES } from './support/policy.js'

const CEDAR: Record<Shape, object> = {
  string: { type: 'EntityOrCommon', name: 'String' },
  number: { type: 'EntityOrCommon', name: 'Long' },
  boolean: { type: 'EntityOrCommon', name: 'Bool' },
  set: { type: 'Set', element: { type: 'EntityOrCommon', name: 'String' } },
}
/** Days are DATE columns; everything else is what it looks like. */
const COLUMN: Record<Shape, string> = { string: 'String', number: 'DateTime', boolean: 'Boolean', set: 'String[]' }
const FILE: Record<(typeof RECORD_TYPES)[number], string> = {
  IdentityRecord: 'officers',
  Employment: 'officers',
  BackgroundCheck: 'officers',
  Certification: 'credentials',
  Incident: 'incidents',
}

function inCedar(shapes: Readonly<Record<string, Shape>>): object {
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, CEDAR[shape]]))
}

interface RecordShape {
  readonly attributes: Readonly<Record<string, { readonly required?: boolean } & Readonly<Record<string, unknown>>>>
}

/** Attributes of a record in the Cedar schema, each of them required. */
function attributesOf(shape: unknown): object {
  const { attributes } = shape as RecordShape
  expect(Object.values(attributes).filter(({ required }) => required === false)).toEqual([])
  // An attribute is its type and more: whether it is required, and annotations.
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { type, name: of, element }]) => [
      name,
      { type, ...(of ? { name: of } : { element }) },
    ]),
  )
}

function schema() {
  const answer = schemaToJson(FILES.schema)
  if (answer.type === 'failure') throw new Error(answer.errors[0]?.message)
  return answer.json['']
}

describe('the Cedar schema, the code and the tables know the same facts', () => {
  it.each(RECORD_TYPES)('%s in the Cedar schema', (type) => {
    const entity = schema()?.entityTypes[type] as { readonly shape?: unknown } | undefined
    expect(attributesOf(entity?.shape)).toEqual(inCedar(FACT_SHAPES))
  })

  it('the viewer and the request', () => {
    const viewer = schema()?.entityTypes['Viewer'] as { readonly shape?: unknown } | undefined
    expect(attributesOf(viewer?.shape)).toEqual(inCedar(VIEWER_SHAPES))
    expect(attributesOf(schema()?.commonTypes?.['Request'])).toEqual(inCedar(CONTEXT_SHAPES))
  })

  it.each(RECORD_TYPES)('%s in the database: a column a fact, none of them nullable', (type) => {
    const text = readFileSync(new URL(`../../prisma/schema/${FILE[type]}.prisma`, import.meta.url), 'utf8')
    const model = new RegExp(`\\nmodel ${type} \\{\\n([^]*?)\\n\\}`).exec(`\n${text}`)?.[1] ?? ''
    const columns: unknown = Object.fromEntries(
      [...model.matchAll(/^ {2}(\w+) +(\S+)/gm)].map(([, name, column]) => [name, column] as const),
    )
    const expected = Object.fromEntries(Object.entries(FACT_SHAPES).map(([name, shape]) => [name, COLUMN[shape]]))
    expect(columns).toMatchObject(expected)
  })
})
