import { enumOf } from '../kit/enum-of.js'
import { EXPLANATION_DESCRIPTION } from '../kit/explanation.js'
import {
  Arg,
  Directive,
  Field,
  ID,
  InterfaceType,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from '../kit/graphql.js'

const EXPLAINED_TYPES = ['Incident', 'Officer', 'Employment', 'Certification'] as const
type ExplainedType = (typeof EXPLAINED_TYPES)[number]
const ExplainedTypeEnum = enumOf(EXPLAINED_TYPES)
registerEnumType(ExplainedTypeEnum, {
  name: 'ExplainedType',
  description: 'Types of this API whose fields can be asked about.',
})

/** What this subgraph knows of an explanation: which record it is about. The owner of the record says the rest. */
@InterfaceType('Explanation', {
  description: EXPLANATION_DESCRIPTION,
  autoRegisterImplementations: false,
  resolveType: ({ __typename }: Stub) => __typename,
})
abstract class Explanation {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'The field that was asked about.' })
  field!: string
}

interface Stub {
  readonly __typename: `${ExplainedType}Explanation`
  readonly id: string
  readonly field: string
}

const KEY = '@key(fields: "id field", resolvable: false)'

@Directive(KEY)
@ObjectType({ implements: Explanation })
export class IncidentExplanation extends Explanation {}

@Directive(KEY)
@ObjectType({ implements: Explanation })
export class OfficerExplanation extends Explanation {}

@Directive(KEY)
@ObjectType({ implements: Explanation })
export class EmploymentExplanation extends Explanation {}

@Directive(KEY)
@ObjectType({ implements: Explanation })
export class CertificationExplanation extends Explanation {}

@Resolver()
export class WhyResolver {
  @Query(() => Explanation, {
    description:
      'Why the asker sees a field of a record in this request, or does not: the policies, and what they look at.',
  })
  why(
    @Arg('type', () => ExplainedTypeEnum) type: ExplainedType,
    @Arg('id', () => ID) id: string,
    @Arg('field', () => String, { description: 'Name of a field of the type, `groundRaw`.' }) field: string,
  ): Stub {
    return { __typename: `${type}Explanation`, id, field }
  }
}
