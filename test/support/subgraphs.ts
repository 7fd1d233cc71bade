import { generateKeyPairSync, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Clock } from '../../contract/clock.js'
import { createSigner } from '../../contract/signature.js'
import type { SubgraphRequest } from '../../contract/subgraph.js'
import { type SignedRequest, SUBGRAPHS, type SubgraphName, type Viewer } from '../../contract/viewer.js'
import type { Purpose } from '../../policy/index.js'
import { createLogger } from '../../hub/logger.js'
import { openCurrentPolicy } from '../../hub/policy.js'
import { openService, type OpenService } from '../../hub/services.js'
import { openPrisma } from '../../prisma/client.js'
import { type CastMember, personaByHandle } from '../../prisma/seed/index.js'
import { freshDatabase } from './database.js'
import { TEST_NOW } from './now.js'
import { personSink } from './sink.js'
import { signedWaiver } from './waiver.js'

export interface Variables {
  readonly [name: string]: unknown
}

/** What a subgraph answered, as JSON. */
export interface SubgraphAnswer<Data> {
  readonly data: Data | null
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code?: string } & Variables }[]
  readonly text: string
}

export interface Subgraphs {
  /** Signs as the gateway does and sends. */
  ask<Data = Record<string, unknown>>(
    name: SubgraphName,
    viewer: Viewer,
    query: string,
    variables?: Variables,
  ): Promise<SubgraphAnswer<Data>>
  /** A signature for one fetch, by a gateway of which `clock` is the clock. */
  sign(name: SubgraphName, viewer: Viewer, query: string, variables?: Variables, clock?: Clock): string
  send(name: SubgraphName, request: SubgraphRequest): Promise<SubgraphAnswer<Record<string, unknown>>>
  /** SQL of the statements that `work` sent through the subgraphs. */
  statementsOf(work: () => Promise<unknown>): Promise<readonly string[]>
  /** A look at the tables, past every rule. */
  rows<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

/** A persona of the demo, as the gateway makes a viewer of its token. */
export function viewerOf(handle: string, caseReference: string | null = null, purpose?: Purpose): Viewer {
  const { subject, agency, jurisdiction, jurisdictionClass, roles, assurance, displayName, employerName, ...persona } =
    personaByHandle(handle)
  return {
    subject,
    agency,
    jurisdiction,
    jurisdictionClass,
    roles,
    assurance,
    displayName,
    employerName,
    purpose: purpose ?? persona.defaultPurpose,
    caseReference,
    issuer: 'https://demo.comity.invalid',
    service: null,
  }
}

/** The four subgraphs over a database of the test's own, without a gateway before them. */
export async function openSubgraphs(): Promise<Subgraphs> {
  const database = await freshDatabase()
  const opened = await database.open()
  const hub = openPrisma({ url: opened.urlFor('HUB'), max: 2 })
  const policy = await openCurrentPolicy(hub.client, () => TEST_NOW)
  const keys = generateKeyPairSync('ed25519')
  const statements: string[] = []
  const sink = personSink()
  const logger = createLogger('trace', sink)
  const services = new Map<SubgraphName, OpenService>()
  for (const name of SUBGRAPHS) {
    const service = await openService(name, {
      logger,
      url: opened.urlFor(name.toUpperCase() as Uppercase<SubgraphName>),
      gatewayPublicKey: keys.publicKey,
      policy: policy.first,
      secrets: { cursor: new Uint8Array(32).fill(1), candidate: new Uint8Array(32).fill(2) },
      clock: () => TEST_NOW,
      onStatement: (sql) => statements.push(sql),
    })
    services.set(name, service)
  }
  const looker = new pg.Pool({ connectionString: opened.ownerUrl, max: 1 })

  const sign: Subgraphs['sign'] = (name, viewer, query, variables = {}, clock = () => TEST_NOW) => {
    const request: SignedRequest = {
      viewer,
      now: TEST_NOW.toISOString(),
      policyVersion: policy.version(),
      requestId: randomUUID(),
    }
    return createSigner(keys.privateKey, clock).sign(request, name, query, variables)
  }
  const send = async <Data>(name: SubgraphName, request: SubgraphRequest): Promise<SubgraphAnswer<Data>> => {
    const service = services.get(name)?.service
    if (!service) throw new RangeError(`${name} is not open`)
    const text = JSON.stringify(await service.send(request))
    const { data = null, errors = [] } = JSON.parse(text) as Partial<SubgraphAnswer<Data>>
    return { data, errors, text }
  }
  return {
    sign,
    send,
    ask: (name, viewer, query, variables = {}) =>
      send(name, { query, variables, signature: sign(name, viewer, query, variables) }),
    async statementsOf(work) {
      const before = statements.length
      await work()
      return statements.slice(before)
    },
    async rows<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) {
      return (await looker.query<Row>(sql, values)).rows
    },
    async close() {
      await looker.end()
      for (const service of services.values()) await service.close()
      policy.stop()
      await hub.close()
      await opened.close()
      await database.drop()
      sink.assertClean()
    },
  }
}

const CHECK = `mutation ($input: BackgroundCheckInput!) {
  requestBackgroundCheck(input: $input) { matches { outcome officer { id recordIds } } }
}`

interface Checked {
  readonly requestBackgroundCheck: {
    readonly matches: readonly { readonly officer: { readonly id: string } | null }[]
  } | null
}

/** An investigator whose case has opened the records of a member of the cast, by a check that states what is true. */
export async function investigatorOf(subgraphs: Subgraphs, member: CastMember, handle = 'hiring-city') {
  const viewer = viewerOf(handle, `HIRE-${member.key}`)
  const { data, text } = await subgraphs.ask<Checked>('officers', viewer, CHECK, {
    input: {
      candidate: {
        givenName: member.name.given,
        middleName: member.name.middle,
        familyName: member.name.family,
        suffix: member.name.suffix,
        dateOfBirth: member.dobText,
        formerEmployers: member.spells.map(({ agency, from, to }) => ({ agency: agency.name, from, to })),
      },
      waiver: signedWaiver(`W-${member.key}`),
    },
  })
  const found = data?.requestBackgroundCheck?.matches.some(({ officer }) => officer?.id === member.officerId)
  if (!found) throw new Error(`the check did not open ${member.key}: ${text}`)
  return viewer
}
