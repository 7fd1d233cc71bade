import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './client/client.js'
import { type Watching, watchedClient } from './observed-client.js'

type Raw = '$queryRaw' | '$queryRawUnsafe' | '$executeRaw'
/** What every subgraph reads of the hub: who may, until when, under which policy. */
type Reference =
  | 'hubState'
  | 'participation'
  | 'ownerAuthorization'
  | 'policySetRow'
  | 'policyActivation'
  | 'case'
  | 'waiver'
  | 'grant'
  | 'subjectLink'
  | 'idempotencyKey'
  | 'outbox'
  | 'outboxCursor'

type Models<Names extends keyof PrismaClient> = Pick<PrismaClient, Names | Raw>
interface TransactionOptions {
  readonly maxWait?: number
  readonly timeout?: number
}

/** The client narrowed to some models, in and outside a transaction. */
export type Narrowed<Names extends keyof PrismaClient> = Models<Names> & {
  /** `work` awaits nothing but `tx`: the embedded database has one session, and anything else would wait for itself. */
  $transaction<R>(work: (tx: Models<Names>) => Promise<R>, options?: TransactionOptions): Promise<R>
}

/** The same models inside a transaction, which does not nest. */
export type Tx<Db> = Omit<Db, '$transaction'>

/** What a policy set is put together from. */
type Bundles = 'bundlePublication' | 'policyKey'

export type AgenciesDb = Narrowed<Reference | Bundles | 'jurisdiction' | 'agency' | 'agencyOri' | 'agenciesAssertion'>
export type OfficersDb = Narrowed<
  | Reference
  | 'officer'
  | 'identityRecord'
  | 'identityAlias'
  | 'identityCertificate'
  | 'employment'
  | 'backgroundCheck'
  | 'match'
  | 'officerLink'
  | 'officerLinkStep'
  | 'officersAssertion'
  | 'disclosureEntry'
  | 'disclosureLeaf'
  | 'treeNode'
  | 'treeHead'
  | 'accessFlag'
>
export type IncidentsDb = Narrowed<Reference | 'incident' | 'incidentsAssertion' | 'separationLedger'>
export type CredentialsDb = Narrowed<
  Reference | 'certification' | 'certificationStatus' | 'agencyCredential' | 'credentialsAssertion'
>
export type HubDb = Narrowed<Reference | Bundles | 'importRun'>

export interface OpenPrisma {
  readonly client: PrismaClient
  readonly pool: pg.Pool
  /** Ends the client, then the pool. */
  close(): Promise<void>
}

/** Watching costs nothing where nobody does. */
export interface PrismaOptions extends Watching {
  readonly url: string
  /** Connections at most; 10 without it. */
  readonly max?: number
  /** Milliseconds after which PostgreSQL cancels a statement; without it never. The embedded database cancels none. */
  readonly statementTimeout?: number
}

/**
 * One generated client over one pool. Statements stay unnamed: named prepared statements collide on the embedded
 * database, whose connections share a session.
 */
export function openPrisma({ url, max = 10, statementTimeout, onStatement, observe }: PrismaOptions): OpenPrisma {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    ...(statementTimeout !== undefined && { statement_timeout: statementTimeout }),
    ...((onStatement ?? observe) && {
      Client: watchedClient({ ...(onStatement && { onStatement }), ...(observe && { observe }) }),
    }),
  })
  // Without a listener, a connection lost while idle would end the process; the pool replaces it by itself.
  pool.on('error', () => undefined)
  const client = new PrismaClient({
    adapter: new PrismaPg(pool),
    // Prisma's defaults (2 s, 5 s) are for a server with many sessions; on the embedded one a writer waits its turn.
    transactionOptions: { maxWait: 15_000, timeout: 60_000 },
  })
  return {
    client,
    pool,
    async close() {
      await client.$disconnect()
      await pool.end()
    },
  }
}
