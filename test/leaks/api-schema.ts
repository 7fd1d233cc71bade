import { buildASTSchema, type DirectiveNode, type GraphQLSchema, Kind, parse, visit } from 'graphql'

const machinery = /^(join|link)__/

/** What a client may ask, from a supergraph: without the federation's own parts and without what is `@inaccessible`. */
export function apiSchema(supergraph: string): GraphQLSchema {
  const document = visit(parse(supergraph), {
    enter(node) {
      if (node.kind === Kind.SCHEMA_DEFINITION) return { ...node, directives: [] }
      if (node.kind === Kind.DIRECTIVE_DEFINITION) return null
      if ('name' in node && node.name && machinery.test(node.name.value)) return null
      const { directives } = node as { directives?: readonly DirectiveNode[] }
      if (directives?.some(({ name }) => name.value === 'inaccessible')) return null
      return directives ? { ...node, directives: [] } : undefined
    },
  })
  return buildASTSchema(document, { assumeValidSDL: true })
}
