import { PageArgs } from '../kit/connection.js'
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from '../kit/graphql.js'
import { KEY_ARGUMENT, keyOrOnce } from '../kit/idempotency.js'
import { type Context, incidentById, separationOf } from './context.js'
import { incidentsBy, incidentsOfAgency, incidentsOfOfficer } from './find-incidents.js'
import { Agency, Incident, IncidentConnection, IncidentFilter, Officer } from './incident.type.js'
import { recordReversal } from './record-reversal.js'
import { RecordReversalInput, SubmitIncidentInput } from './submission.type.js'
import { submitIncident } from './submit-incident.js'

@Resolver(() => Incident)
export class IncidentResolver {
  @Query(() => IncidentConnection, { nullable: true, description: 'Instances that the viewer may know of.' })
  incidents(
    @Arg('filter', () => IncidentFilter, { nullable: true }) filter: IncidentFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ) {
    return incidentsBy(context, filter, page)
  }

  @Query(() => Incident, {
    nullable: true,
    description: "Null alike for an instance outside the viewer's scope and for none.",
  })
  incident(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return incidentById(context, id)
  }

  @Mutation(() => Incident, {
    nullable: true,
    description: 'An owner submits an instance; the admission gate of its kind judges it.',
  })
  submitIncident(
    @Arg('input', () => SubmitIncidentInput) input: SubmitIncidentInput,
    @Arg('idempotencyKey', () => String, KEY_ARGUMENT) key: string | null,
    @Ctx() context: Context,
  ) {
    return submitIncident(context, input, keyOrOnce(key))
  }

  @Mutation(() => Incident, {
    nullable: true,
    description: 'An owner records that a final decision was overturned or vacated.',
  })
  recordReversal(
    @Arg('input', () => RecordReversalInput) input: RecordReversalInput,
    @Arg('idempotencyKey', () => String, KEY_ARGUMENT) key: string | null,
    @Ctx() context: Context,
  ) {
    return recordReversal(context, input, keyOrOnce(key))
  }

  @FieldResolver(() => Incident, {
    nullable: true,
    description: 'The separation under investigation whose outcome this is.',
  })
  outcomeOf(@Root() incident: Incident, @Ctx() context: Context) {
    return separationOf(context, incident)
  }
}

@Resolver(() => Officer)
export class OfficerResolver {
  @Directive('@requires(fields: "recordIds")')
  @FieldResolver(() => IncidentConnection, {
    nullable: true,
    description: 'Instances about the officer that the viewer may know of.',
  })
  incidents(@Root() officer: Officer, @Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return incidentsOfOfficer(context, officer, page)
  }
}

@Resolver(() => Agency)
export class AgencyResolver {
  @FieldResolver(() => IncidentConnection, {
    nullable: true,
    description: 'Instances that arose here and that the viewer may know of.',
  })
  incidents(@Root() agency: Agency, @Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return incidentsOfAgency(context, agency, page)
  }
}
