import { SUBGRAPHS } from '../contract/viewer.js'

/** One environment variable that the hub reads: the row of the README's table, and what `docker-compose.yml` is checked against. */
export interface Variable {
  readonly name: string
  /** One line, without a full stop at the end of a default. */
  readonly doc: string
  /** What holds when it is not set; null where nothing does. */
  readonly fallback: string | null
  /** Its value is never printed, not even in a fault. */
  readonly secret: boolean
}

/** Database roles, one per PostgreSQL schema and one for the disclosure log (design.md, Data). */
export const DATABASE_ROLES = ['AGENCIES', 'OFFICERS', 'INCIDENTS', 'CREDENTIALS', 'HUB', 'AUDIT'] as const
export type DatabaseRole = (typeof DATABASE_ROLES)[number]

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const plain = (name: string, fallback: string | null, doc: string): Variable => ({ name, doc, fallback, secret: false })
const secret = (name: string, fallback: string | null, doc: string): Variable => ({ name, doc, fallback, secret: true })

export const roleVariable = (role: DatabaseRole): string => `COMITY_DATABASE_URL_${role}`
export const subgraphVariable = (name: string): string => `COMITY_SUBGRAPH_URL_${name.toUpperCase()}`

/** Every variable, in the order in which the README shows them. The environment holds nothing else that the hub reads. */
export const VARIABLES: readonly Variable[] = [
  plain('PORT', '4000', 'TCP port to listen on, 0 to 65535 (0: any free one)'),
  plain('HOST', '127.0.0.1', 'Address to listen on. A demo listens on loopback only'),
  plain('COMITY_DATA_DIR', './.comity', 'Folder of the embedded database and of generated keys'),
  secret('DATABASE_URL', null, 'PostgreSQL 15 or newer, postgres://…; the embedded database where it is not set'),
  plain(
    'COMITY_MODE',
    'DEMO, or PRODUCTION with DATABASE_URL',
    'DEMO or PRODUCTION; read once, when the database is created',
  ),
  ...DATABASE_ROLES.map((role) =>
    secret(roleVariable(role), 'DATABASE_URL', `PostgreSQL address for the ${role.toLowerCase()} role`),
  ),
  plain('COMITY_ISSUERS_FILE', null, 'JSON file of the token issuers this hub trusts, and for whom each may speak'),
  ...SUBGRAPHS.map((name) =>
    plain(subgraphVariable(name), null, `Address of the ${name} service, http(s)://…; read by start:gateway`),
  ),
  plain(
    'COMITY_GATEWAY_KEY_FILE',
    'generated in the data folder',
    'Ed25519 private key (PKCS #8 PEM) with which the gateway signs',
  ),
  plain(
    'COMITY_GATEWAY_PUBLIC_KEY_FILE',
    'derived from the private key',
    'Its public key (SPKI PEM), all that a subgraph service is given',
  ),
  plain(
    'COMITY_CURSOR_SECRET_FILE',
    'generated in the data folder',
    'Secret, 32 bytes or more, that authenticates cursors; the same for all services',
  ),
  plain(
    'COMITY_CANDIDATE_SECRET_FILE',
    'generated in the data folder',
    'Secret, 32 bytes or more, under which candidates and waivers are recognised; never changed',
  ),
  plain('COMITY_METRICS_PORT', null, 'Port at which Prometheus reads /metrics; none where it is not set'),
  plain('COMITY_METRICS_HOST', '127.0.0.1', 'Address of that port; never one that the public reaches'),
  plain('COMITY_OTLP_ENDPOINT', null, 'Collector to which traces are sent by OTLP, https://… or http:// on loopback'),
  plain(
    'COMITY_LOG_KEY_FILE',
    'generated in the data folder',
    'Ed25519 private key (PKCS #8 PEM) that signs the heads of the disclosure log; the same for all gateways',
  ),
  plain(
    'COMITY_LOG_PREVIOUS_KEY_FILE',
    null,
    'The key before it, while those who verify the log change over: heads are signed by both',
  ),
  plain(
    'COMITY_LOG_ORIGIN',
    'comity.local/disclosures',
    "Name of the disclosure log in its signed heads and keys: an address of the operator's, without https://",
  ),
  plain(
    'COMITY_WITNESS_FILE',
    null,
    "File out of the database's reach that keeps the log's signed heads, each gateway its own; the hub serves only a log that has grown from them",
  ),
  plain('COMITY_REQUEST_TIMEOUT', '30', 'Seconds for a request, 1 to 300; then it is stopped, down to the database'),
  plain('COMITY_CONCURRENCY', '64', 'Requests that are answered at once; four times as many wait, others get 503'),
  plain('COMITY_RATE_VIEWER', '1000000', 'Points of estimated cost that a viewer may spend in a minute'),
  plain('COMITY_RATE_AGENCY', '5000000', 'Points that the viewers of an agency may spend in a minute together'),
  plain('COMITY_RATE_PUBLIC', '1000000', 'Points that may be spent without a token from one address in a minute'),
  plain(
    'COMITY_TRUST_PROXY',
    null,
    'Addresses or networks (CIDR), with commas between them, of the proxies whose X-Forwarded-For is believed',
  ),
  plain(
    'COMITY_OPERATIONS_FILE',
    null,
    'JSON manifest of persisted operations, { "<sha256>": "<document>" } or Apollo\'s',
  ),
  plain('COMITY_OPERATIONS', 'OPEN', 'OPEN, or SAFELIST: without a token, the operations of that manifest alone'),
  plain('COMITY_TLS_CERT_FILE', null, 'Certificate chain (PEM), to speak TLS 1.2 or newer; with COMITY_TLS_KEY_FILE'),
  plain('COMITY_TLS_KEY_FILE', null, 'Its private key (PEM)'),
  plain('COMITY_LOG_LEVEL', 'info with DATABASE_URL, else warn', LOG_LEVELS.join(', ')),
]
