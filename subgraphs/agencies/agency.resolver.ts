import { PageArgs } from '../kit/connection.js'
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from '../kit/graphql.js'
import { Agency, AgencyConnection, AgencyFilter, Jurisdiction } from './agency.type.js'
import { agencyById, type Context, jurisdictionByCode } from './context.js'
import { agenciesBy } from './find-agencies.js'
import { listJurisdictions } from './agency.repository.js'

@Resolver(() => Agency)
export class AgencyResolver {
  @Query(() => AgencyConnection, { nullable: true, description: 'Agencies that take part, and their bodies.' })
  agencies(
    @Arg('filter', () => AgencyFilter, { nullable: true }) filter: AgencyFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ) {
    return agenciesBy(context, filter, page)
  }

  @Query(() => Agency, { nullable: true })
  agency(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return agencyById(context, id)
  }

  @FieldResolver(() => Agency, { nullable: true })
  parent(@Root() agency: Agency, @Ctx() context: Context) {
    return agency.parentId === null ? null : agencyById(context, agency.parentId)
  }

  @FieldResolver(() => Jurisdiction, { nullable: true })
  jurisdiction(@Root() agency: Agency, @Ctx() context: Context) {
    return agency.jurisdictionCode === null ? null : jurisdictionByCode(context, agency.jurisdictionCode)
  }
}

@Resolver(() => Jurisdiction)
export class JurisdictionResolver {
  @Query(() => [Jurisdiction], { nullable: true, description: 'Every jurisdiction that the hub knows, by code.' })
  jurisdictions(@Ctx() context: Context) {
    return listJurisdictions(context.db)
  }

  @FieldResolver(() => AgencyConnection, { nullable: true })
  agencies(@Root() jurisdiction: Jurisdiction, @Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return agenciesBy(context, { jurisdiction: jurisdiction.code }, page, `Jurisdiction.agencies/${jurisdiction.code}`)
  }
}
