import { PageArgs } from '../../kit/connection.js'
import { Arg, Args, Ctx, ID, Int, Query, Resolver } from '../../kit/graphql.js'
import { permitted } from '../../kit/operation.js'
import type { Context } from '../context.js'
import { AccessFlagConnection } from './access-flag.type.js'
import { entriesBy } from './find-entries.js'
import { flagsBy } from './find-flags.js'
import { LogEntry, LogEntryConnection, LogFilter } from './log-entry.type.js'
import { ConsistencyProof, InclusionProof, TreeHead } from './proof.type.js'
import { consistencyOf, headOf, inclusionOf } from './proofs.js'

@Resolver(() => LogEntry)
export class AuditLogResolver {
  @Query(() => LogEntryConnection, {
    nullable: true,
    description: 'To an auditor: the disclosure log, the latest first. Reading it is logged as well.',
  })
  disclosureLog(
    @Arg('filter', () => LogFilter, { nullable: true }) filter: LogFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ) {
    return permitted(context, 'Query', 'disclosureLog', () => entriesBy(context, filter, page))
  }

  @Query(() => AccessFlagConnection, {
    nullable: true,
    description: 'To an auditor: who asked unusually much, the latest first. Reading it is logged as well.',
  })
  unusualAccess(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return permitted(context, 'Query', 'unusualAccess', () => flagsBy(context, page))
  }

  @Query(() => TreeHead, { nullable: true, description: "The latest signed head of the disclosure log's tree." })
  treeHead(@Ctx() context: Context) {
    return permitted(context, 'Query', 'treeHead', () => headOf(context))
  }

  @Query(() => InclusionProof, {
    nullable: true,
    description: 'That an entry is in the log: to an auditor of any, to an officer of those about the officer.',
  })
  inclusionProof(@Arg('entry', () => ID) entry: string, @Ctx() context: Context) {
    return permitted(context, 'Query', 'inclusionProof', () => inclusionOf(context, entry))
  }

  @Query(() => ConsistencyProof, {
    nullable: true,
    description: 'That the log still begins with the entries that it had at a size: nothing was rewritten.',
  })
  consistencyProof(@Arg('from', () => Int) from: number, @Ctx() context: Context) {
    return permitted(context, 'Query', 'consistencyProof', () => consistencyOf(context, from))
  }
}
