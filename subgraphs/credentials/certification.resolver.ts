import { PageArgs } from '../kit/connection.js'
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from '../kit/graphql.js'
import { AgencyCredentialConnection } from './agency-credential.type.js'
import { Certification, CertificationConnection, CertificationFilter } from './certification.type.js'
import { certificationById, type Context } from './context.js'
import { certificationsBy, certificationsOfOfficer } from './find-certifications.js'
import { agencyCredentials } from './find-credentials.js'
import { Agency, Officer } from './references.type.js'

@Resolver(() => Certification)
export class CertificationResolver {
  @Query(() => CertificationConnection, { nullable: true, description: 'Certificates that the viewer may know of.' })
  certifications(
    @Arg('filter', () => CertificationFilter, { nullable: true }) filter: CertificationFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ) {
    return certificationsBy(context, filter, page)
  }

  @Query(() => Certification, {
    nullable: true,
    description: "Null alike for a certificate outside the viewer's scope and for none.",
  })
  certification(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return certificationById(context, id)
  }
}

@Resolver(() => Officer)
export class OfficerResolver {
  @Directive('@requires(fields: "recordIds")')
  @FieldResolver(() => CertificationConnection, {
    nullable: true,
    description: 'Certificates of the officer that the viewer may know of.',
  })
  certifications(@Root() officer: Officer, @Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return certificationsOfOfficer(context, officer, page)
  }
}

@Resolver(() => Agency)
export class AgencyResolver {
  @FieldResolver(() => AgencyCredentialConnection, {
    nullable: true,
    description: 'Credentials that the agency seeks, holds or held.',
  })
  credentials(@Root() agency: Agency, @Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return agencyCredentials(context, agency, page)
  }
}
