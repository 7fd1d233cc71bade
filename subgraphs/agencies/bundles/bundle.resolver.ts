import { Arg, Ctx, Mutation, Query, Resolver } from '../../kit/graphql.js'
import { KEY_ARGUMENT, keyOrOnce } from '../../kit/idempotency.js'
import { permitted } from '../../kit/operation.js'
import type { Context } from '../context.js'
import { listBundles } from './bundle.repository.js'
import { Bundle, PublishBundleInput, WithdrawBundleInput } from './bundle.type.js'
import { publishBundle } from './publish-bundle.js'
import { withdrawBundle } from './withdraw-bundle.js'

@Resolver(() => Bundle)
export class BundleResolver {
  @Query(() => [Bundle], {
    nullable: true,
    description: 'The bundles of all jurisdictions: in force, to come and replaced.',
  })
  bundles(@Ctx() context: Context) {
    return permitted(context, 'Query', 'bundles', () => listBundles(context.db, context.policySet, context.today))
  }

  @Mutation(() => Bundle, {
    nullable: true,
    description: 'A policy officer publishes the bundle of the own jurisdiction; it takes the place of the one before.',
  })
  publishBundle(
    @Arg('input', () => PublishBundleInput) input: PublishBundleInput,
    @Arg('idempotencyKey', () => String, KEY_ARGUMENT) key: string | null,
    @Ctx() context: Context,
  ) {
    return permitted(context, 'Mutation', 'publishBundle', () => publishBundle(context, input, keyOrOnce(key)))
  }

  @Mutation(() => Bundle, {
    nullable: true,
    description: 'A policy officer takes the bundle of the own jurisdiction back.',
  })
  withdrawBundle(
    @Arg('input', () => WithdrawBundleInput) input: WithdrawBundleInput,
    @Arg('idempotencyKey', () => String, KEY_ARGUMENT) key: string | null,
    @Ctx() context: Context,
  ) {
    return permitted(context, 'Mutation', 'withdrawBundle', () => withdrawBundle(context, input, keyOrOnce(key)))
  }
}
