import { buildSubgraphSchema } from '@apollo/subgraph'
import { printSchemaWithDirectives } from '@graphql-tools/utils'
import { type GraphQLSchema, parse } from 'graphql'
import { buildSchema, type BuildSchemaOptions, createResolversMap } from 'type-graphql'

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@inaccessible"])`

/** Resolves one representation that the gateway sends to `_entities`; null where the viewer may not know of it. */
export type ReferenceResolver<Context> = (reference: Record<string, unknown>, context: Context) => unknown

export interface SubgraphParts<Context> {
  readonly resolvers: BuildSchemaOptions['resolvers']
  // type-graphql's own type for classes of object types.
  readonly orphanedTypes: NonNullable<BuildSchemaOptions['orphanedTypes']>
  readonly references: Readonly<Record<string, ReferenceResolver<Context>>>
}

export interface FederatedSchema {
  readonly schema: GraphQLSchema
  readonly sdl: string
}

/**
 * Turns type-graphql classes into a Federation 2 subgraph. `printSubgraphSchema` fails on classes with `@Directive`
 * and drops field directives (traps.md), so the SDL is printed with directives, the `@link` prepended and the
 * reference resolvers attached by hand. `resolvers` and `orphanedTypes` are explicit, so that the four subgraphs of one
 * process do not bleed into each other.
 */
export async function buildFederatedSchema<Context>(parts: SubgraphParts<Context>): Promise<FederatedSchema> {
  const classes = await buildSchema({
    resolvers: parts.resolvers,
    orphanedTypes: parts.orphanedTypes,
    validate: false,
    skipCheck: true,
  })
  const sdl = `${LINK}\n\n${printSchemaWithDirectives(classes)}`
  const map: Record<string, Record<string, unknown>> = {
    ...(createResolversMap(classes) as Record<string, Record<string, unknown>>),
  }
  for (const [type, resolveReference] of Object.entries(parts.references)) {
    map[type] = {
      ...map[type],
      __resolveReference: (reference: Record<string, unknown>, context: Context) =>
        resolveReference(reference, context),
    }
  }
  // graphql-tools' resolver map type cannot be met by a map that is built at run time.
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: map as never })
  return { schema, sdl }
}
