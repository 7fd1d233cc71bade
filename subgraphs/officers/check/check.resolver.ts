import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from '../../kit/graphql.js'
import { KEY_ARGUMENT, keyOrOnce } from '../../kit/idempotency.js'
import type { Context } from '../context.js'
import { Officer } from '../officer.type.js'
import { adjudicateMatch } from './adjudicate-match.js'
import { BackgroundCheck, CasePayload, Match, ReconciliationLine } from './check.type.js'
import { BackgroundCheckInput } from './check.input.js'
import { AdjudicationInput } from './adjudication.input.js'
import { closeCase, withdrawWaiver } from './end-case.js'
import { officerOfMatch, presentedCheck, reconciliationOf } from './read-check.js'
import { requestBackgroundCheck } from './request-background-check.js'

@Resolver(() => BackgroundCheck)
export class BackgroundCheckResolver {
  @Query(() => BackgroundCheck, { nullable: true, description: "A check of the viewer's own agency." })
  backgroundCheck(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return presentedCheck(context, id)
  }

  @Mutation(() => BackgroundCheck, {
    nullable: true,
    description:
      'Checks the person of a case, which the first check opens: a candidate who signed a waiver (purpose J), ' +
      'the subject of a certification case (hub:CERT), an officer in a case of a prosecutor (C).',
  })
  requestBackgroundCheck(
    @Arg('input', () => BackgroundCheckInput) input: BackgroundCheckInput,
    @Arg('idempotencyKey', () => String, KEY_ARGUMENT) key: string | null,
    @Ctx() context: Context,
  ) {
    return requestBackgroundCheck(context, input, keyOrOnce(key))
  }

  @Mutation(() => BackgroundCheck, {
    nullable: true,
    description: 'Confirms a match on two independent identifiers, or dismisses it.',
  })
  adjudicateMatch(
    @Arg('input', () => AdjudicationInput) input: AdjudicationInput,
    @Arg('idempotencyKey', () => String, KEY_ARGUMENT) key: string | null,
    @Ctx() context: Context,
  ) {
    return adjudicateMatch(context, input, keyOrOnce(key))
  }

  @Mutation(() => CasePayload, { nullable: true, description: 'Closes the case of the token; what it opened ends.' })
  closeCase(@Arg('idempotencyKey', () => String, KEY_ARGUMENT) key: string | null, @Ctx() context: Context) {
    return closeCase(context, keyOrOnce(key))
  }

  @Mutation(() => CasePayload, {
    nullable: true,
    description: 'Records that the candidate withdrew the waiver; what the case opened ends.',
  })
  withdrawWaiver(@Arg('idempotencyKey', () => String, KEY_ARGUMENT) key: string | null, @Ctx() context: Context) {
    return withdrawWaiver(context, keyOrOnce(key))
  }

  @FieldResolver(() => [ReconciliationLine], { nullable: true })
  reconciliation(@Root() check: BackgroundCheck, @Ctx() context: Context) {
    return reconciliationOf(context, check)
  }
}

@Resolver(() => Match)
export class MatchResolver {
  @FieldResolver(() => Officer, { nullable: true })
  officer(@Root() match: Match, @Ctx() context: Context) {
    return officerOfMatch(context, match)
  }
}
