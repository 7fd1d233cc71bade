import { PageArgs } from '../../kit/connection.js'
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from '../../kit/graphql.js'
import { KEY_ARGUMENT, keyOrOnce } from '../../kit/idempotency.js'
import { permitted } from '../../kit/operation.js'
import { type Context, officerByRecord } from '../context.js'
import { Officer } from '../officer.type.js'
import { adjudicateOfficerLink, unlinkOfficers } from './adjudicate-link.js'
import { claimNotMe } from './claim-not-me.js'
import {
  AdjudicateOfficerLinkInput,
  ClaimNotMeInput,
  type LinkState,
  LinkStateEnum,
  OfficerLink,
  OfficerLinkConnection,
  OfficerLinkEnd,
  OfficerLinkStepConnection,
  ProposeOfficerLinksInput,
  UnlinkOfficersInput,
} from './link.type.js'
import { proposeOfficerLinks } from './propose-links.js'
import { historyOf, type LinkNode, linksBy } from './read-links.js'

@Resolver(() => OfficerLink)
export class OfficerLinkResolver {
  @Query(() => OfficerLinkConnection, {
    nullable: true,
    description: 'Links of records that you keep, or that are about you.',
  })
  officerLinks(
    @Arg('state', () => LinkStateEnum, { nullable: true }) state: LinkState | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ) {
    return permitted(context, 'Query', 'officerLinks', () => linksBy(context, state, page))
  }

  @Mutation(() => [OfficerLink], {
    nullable: true,
    description: 'Asks whether an officer of yours is one whom another owner knows: a person of that owner decides.',
  })
  proposeOfficerLinks(
    @Arg('input', () => ProposeOfficerLinksInput) input: ProposeOfficerLinksInput,
    @Arg('idempotencyKey', () => String, KEY_ARGUMENT) key: string | null,
    @Ctx() context: Context,
  ) {
    return permitted(context, 'Mutation', 'proposeOfficerLinks', () =>
      proposeOfficerLinks(context, input, keyOrOnce(key)),
    )
  }

  @Mutation(() => OfficerLink, {
    nullable: true,
    description: 'Confirms a link on two independent identifiers, or rejects it.',
  })
  adjudicateOfficerLink(
    @Arg('input', () => AdjudicateOfficerLinkInput) input: AdjudicateOfficerLinkInput,
    @Arg('idempotencyKey', () => String, KEY_ARGUMENT) key: string | null,
    @Ctx() context: Context,
  ) {
    return permitted(context, 'Mutation', 'adjudicateOfficerLink', () =>
      adjudicateOfficerLink(context, input, keyOrOnce(key)),
    )
  }

  @Mutation(() => OfficerLink, {
    nullable: true,
    description: 'Undoes a confirmed link: the officers are again what they were, with their records.',
  })
  unlinkOfficers(
    @Arg('input', () => UnlinkOfficersInput) input: UnlinkOfficersInput,
    @Arg('idempotencyKey', () => String, KEY_ARGUMENT) key: string | null,
    @Ctx() context: Context,
  ) {
    return permitted(context, 'Mutation', 'unlinkOfficers', () => unlinkOfficers(context, input, keyOrOnce(key)))
  }

  @Mutation(() => OfficerLink, {
    nullable: true,
    description:
      'To an officer: says that a linked record is of somebody else. It counts as theirs for nobody until a person has decided.',
  })
  claimNotMe(
    @Arg('input', () => ClaimNotMeInput) input: ClaimNotMeInput,
    @Arg('idempotencyKey', () => String, KEY_ARGUMENT) key: string | null,
    @Ctx() context: Context,
  ) {
    return permitted(context, 'Mutation', 'claimNotMe', () => claimNotMe(context, input, keyOrOnce(key)))
  }

  @FieldResolver(() => OfficerLinkStepConnection, { nullable: true, description: 'Every step, the latest first.' })
  history(@Root() link: OfficerLink, @Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    // What `officerLinks` and the mutations give.
    return historyOf(context, link as LinkNode, page)
  }
}

@Resolver(() => OfficerLinkEnd)
export class OfficerLinkEndResolver {
  @FieldResolver(() => Officer, { nullable: true })
  officer(@Root() end: OfficerLinkEnd, @Ctx() context: Context) {
    return officerByRecord(context, end.recordId)
  }
}
