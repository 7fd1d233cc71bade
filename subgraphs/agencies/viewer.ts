import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver } from '../kit/graphql.js'
import { Agency } from './agency.type.js'
import { agencyById, type Context } from './context.js'

@ObjectType('Viewer', { description: 'Who the hub takes the asker to be, and for what purpose.' })
export class ViewerType {
  @Field(() => ID)
  subject!: string

  @Field(() => String)
  displayName!: string

  @Field(() => String)
  jurisdictionCode!: string

  @Field(() => String)
  jurisdictionClass!: string

  @Field(() => [String])
  roles!: string[]

  @Field(() => String, { description: "NIEM purpose code, or one of the hub's own." })
  purpose!: string

  @Field(() => String, { nullable: true })
  caseReference!: string | null

  @Field(() => Int, { description: 'ElectronicAuthenticationAssuranceLevelCode, 1 to 3.' })
  assurance!: number

  @Field(() => String, { description: 'Hash of the policy set that this request is decided under.' })
  policyVersion!: string
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType)
  viewer(@Ctx() { viewer, policyVersion }: Context) {
    return {
      subject: viewer.subject,
      displayName: viewer.displayName,
      jurisdictionCode: viewer.jurisdiction,
      jurisdictionClass: viewer.jurisdictionClass,
      roles: viewer.roles,
      purpose: viewer.purpose,
      caseReference: viewer.caseReference,
      assurance: viewer.assurance,
      policyVersion,
    }
  }

  @FieldResolver(() => Agency, { nullable: true })
  agency(@Ctx() context: Context) {
    return agencyById(context, context.viewer.agency)
  }
}
