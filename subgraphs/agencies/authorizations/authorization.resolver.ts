import { Arg, Ctx, ID, Mutation, Query, Resolver } from '../../kit/graphql.js'
import { KEY_ARGUMENT, keyOrOnce } from '../../kit/idempotency.js'
import { permitted } from '../../kit/operation.js'
import type { Context } from '../context.js'
import { listAuthorizations } from './authorization.repository.js'
import { AuthorizationInput, AuthorizationPreview, OwnerAuthorization } from './authorization.type.js'
import { previewAuthorization } from './preview-authorization.js'
import { recordAuthorization } from './record-authorization.js'
import { revokeAuthorization } from './revoke-authorization.js'

@Resolver(() => OwnerAuthorization)
export class AuthorizationResolver {
  @Query(() => [OwnerAuthorization], {
    nullable: true,
    description: "The own jurisdiction's authorizations in all states, the latest first.",
  })
  authorizations(@Ctx() context: Context) {
    return permitted(context, 'Query', 'authorizations', () =>
      listAuthorizations(context.db, context.viewer.jurisdiction, context.today),
    )
  }

  @Query(() => AuthorizationPreview, {
    nullable: true,
    description: 'Before it is signed: which users would see which fields. Nothing is written.',
  })
  previewAuthorization(@Arg('input', () => AuthorizationInput) input: AuthorizationInput, @Ctx() context: Context) {
    return permitted(context, 'Query', 'previewAuthorization', () => previewAuthorization(context, input))
  }

  @Mutation(() => OwnerAuthorization, {
    nullable: true,
    description: 'Authorizes others to see records of the own jurisdiction, from the next request on.',
  })
  recordAuthorization(
    @Arg('input', () => AuthorizationInput) input: AuthorizationInput,
    @Arg('idempotencyKey', () => String, KEY_ARGUMENT) key: string | null,
    @Ctx() context: Context,
  ) {
    return permitted(context, 'Mutation', 'recordAuthorization', () =>
      recordAuthorization(context, input, keyOrOnce(key)),
    )
  }

  @Mutation(() => OwnerAuthorization, {
    nullable: true,
    description: 'Takes an authorization of the own jurisdiction back: the next request sees nothing under it.',
  })
  revokeAuthorization(
    @Arg('id', () => ID) id: string,
    @Arg('idempotencyKey', () => String, KEY_ARGUMENT) key: string | null,
    @Ctx() context: Context,
  ) {
    return permitted(context, 'Mutation', 'revokeAuthorization', () => revokeAuthorization(context, id, keyOrOnce(key)))
  }
}
