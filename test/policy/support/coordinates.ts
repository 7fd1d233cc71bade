import { isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { FIELDS, fieldRule } from '../../../policy/index.js'
import type { DataClass } from '../../../policy/index.js'

/** `Type.field` of every field of every object type of a schema, introspection aside. */
export function coordinatesOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    )
}

/** The coordinates that no rule classifies: they are withheld from everyone. */
export function unclassified(coordinates: readonly string[]): string[] {
  return coordinates.filter((coordinate) => fieldRule(coordinate) === null)
}

/** The coordinates that the table classifies and no schema has. */
export function stale(coordinates: readonly string[]): string[] {
  const present = new Set(coordinates)
  return Object.keys(FIELDS).filter((coordinate) => !present.has(coordinate))
}

/** What a person at the source typed: raw cells, narratives, allegations. Sentences that the hub writes are none. */
const FREE_TEXT = /\.(\w*Raw|\w*[nN]arrative|allegationText|\w*[cC]omment|\w*[rR]emarks)$/
const GUARDED: readonly DataClass[] = ['P5', 'P6', 'P7', 'P8', 'P9']

export function freeTextBelowP5(coordinates: readonly string[]): string[] {
  return coordinates.filter((coordinate) => {
    if (!FREE_TEXT.test(coordinate)) return false
    const rule = fieldRule(coordinate)
    return !(typeof rule === 'object' && rule !== null && 'class' in rule && GUARDED.includes(rule.class))
  })
}
