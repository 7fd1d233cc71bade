import { PageArgs } from '../kit/connection.js'
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from '../kit/graphql.js'
import { type Context, officerById, officerByRecord } from './context.js'
import { Employment, EmploymentConnection } from './employment.type.js'
import { currentAgencyOf, employmentsOf } from './find-employments.js'
import { officersBy, officersOfAgency } from './find-officers.js'
import { Agency, Officer, OfficerConnection, OfficerFilter } from './officer.type.js'

@Resolver(() => Officer)
export class OfficerResolver {
  @Query(() => OfficerConnection, { nullable: true, description: 'Officers that the viewer may know of.' })
  officers(
    @Arg('filter', () => OfficerFilter, { nullable: true }) filter: OfficerFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ) {
    return officersBy(context, filter, page)
  }

  @Query(() => Officer, {
    nullable: true,
    description: "Null alike for an officer outside the viewer's scope and for none.",
  })
  officer(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return officerById(context, id)
  }

  @FieldResolver(() => EmploymentConnection, { nullable: true })
  employments(@Root() officer: Officer, @Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return employmentsOf(context, officer, page)
  }

  @FieldResolver(() => Agency, { nullable: true })
  currentAgency(@Root() officer: Officer, @Ctx() context: Context) {
    return currentAgencyOf(context, officer)
  }
}

@Resolver(() => Employment)
export class EmploymentResolver {
  @FieldResolver(() => Officer, { nullable: true })
  officer(@Root() employment: Employment, @Ctx() context: Context) {
    return officerByRecord(context, employment.subjectRecord)
  }
}

@Resolver(() => Agency)
export class AgencyResolver {
  @FieldResolver(() => OfficerConnection, {
    nullable: true,
    description: 'Officers with a spell here that the viewer may know of.',
  })
  officers(@Root() agency: Agency, @Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return officersOfAgency(context, agency, page)
  }
}
