import {
  ABSENT,
  type Explanation as Explained,
  explainField,
  type RecordFacts,
  type RecordType,
} from '../../policy/index.js'
import type { Collector } from './collector.js'
import type { RequestAccess } from './context.js'
import { enumOf } from './enum-of.js'
import { Directive, Field, ID, InterfaceType, ObjectType, registerEnumType } from './graphql.js'

const EFFECTS = ['ALLOW', 'DENY'] as const
type Effect = (typeof EFFECTS)[number]
const ExplanationEffect = enumOf(EFFECTS)
registerEnumType(ExplanationEffect, { name: 'ExplanationEffect' })

@Directive('@shareable')
@ObjectType({ description: 'A policy that spoke.' })
export class ExplainedPolicy {
  @Field(() => String)
  id!: string

  @Field(() => String)
  title!: string

  @Field(() => String)
  citation!: string
}

export const EXPLANATION_DESCRIPTION =
  'Why a field of a record is shown to the asker, or withheld. It is the same for a record that they may not know of, for ' +
  'none, and for a field that there is not.'

/** What the owner of a record says of it. Each subgraph lists the implementations of its own types. */
@InterfaceType({ description: EXPLANATION_DESCRIPTION, autoRegisterImplementations: false })
export abstract class Explanation {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'The field that was asked about.' })
  field!: string

  @Field(() => ExplanationEffect)
  effect!: Effect

  @Field(() => String)
  sentence!: string

  @Field(() => [ExplainedPolicy], {
    description: 'Those that spoke for the effect; of a denial those alone that may be named.',
  })
  policies!: ExplainedPolicy[]

  @Field(() => [String], {
    description: 'What these policies looked at: attributes of viewer, request and record, never a value.',
  })
  looksAt!: string[]
}

interface Asked {
  readonly id: string
  readonly field: string
}

/** Of a representation that the gateway sends. */
export function askedOf(reference: Record<string, unknown>): Asked {
  return { id: String(reference['id']), field: String(reference['field']) }
}

/**
 * `rows`: the facts of the records in scope that the object is made from, in the order in which it shows them. Whatever it
 * says of one tells that it exists, and is reported like the record's own id.
 */
export function explanationOf(
  { access, collector }: RequestAccess & { readonly collector: Collector },
  typeName: string,
  type: RecordType,
  { id, field }: Asked,
  rows: readonly RecordFacts[],
): Explanation {
  const explained = explainField(access, typeName, type, field, rows)
  if (explained !== ABSENT) {
    const subjects = rows.map(({ subjectRecord }) => subjectRecord)
    collector.disclose(typeName, id, subjects, 'P1')
  }
  return { id, field, ...told(explained) }
}

function told({ decision, grounds }: Explained): Omit<Explanation, 'id' | 'field'> {
  const looked = grounds.flatMap(({ looksAt: { viewer, request, facts } }) => [
    ...viewer.map((name) => `viewer ${name}`),
    ...request.map((name) => `request ${name}`),
    ...facts.map((name) => `record ${name}`),
  ])
  return {
    effect: decision.effect === 'allow' ? 'ALLOW' : 'DENY',
    sentence: decision.sentence,
    policies: grounds.map(({ policy }) => ({ id: policy.id, title: policy.title, citation: policy.citation.text })),
    looksAt: [...new Set(looked)],
  }
}
