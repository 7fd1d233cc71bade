import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { ComityError } from '../contract/errors.js'
import { SUBGRAPHS, type SubgraphName } from '../contract/viewer.js'
import { OPERATION_MODES, type OperationMode } from '../gateway/operations/mode.js'
import {
  DATABASE_ROLES,
  LOG_LEVELS,
  VARIABLES,
  roleVariable,
  subgraphVariable,
  type DatabaseRole,
  type LogLevel,
} from './variables.js'

export type Mode = 'DEMO' | 'PRODUCTION'

/** What the hub runs with. Shaped from the environment; everything that is opened is opened from it, elsewhere. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Absolute. */
  readonly dataDir: string
  /** Null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null
  /** Counts only when the database is created; from then on the database's own mode does. */
  readonly modeAtCreation: Mode
  /** `databaseUrl` where a role has none of its own; null on the embedded database. */
  readonly roleUrls: Readonly<Record<DatabaseRole, string | null>>
  readonly issuersFile: string | null
  readonly subgraphUrls: Readonly<Record<SubgraphName, string | null>>
  /** Null: generated in `dataDir`. */
  readonly gatewayKeyFile: string | null
  /** Null: derived from the private key. */
  readonly gatewayPublicKeyFile: string | null
  readonly cursorSecretFile: string | null
  readonly candidateSecretFile: string | null
  /** Null: generated in `dataDir`. */
  readonly logKeyFile: string | null
  /** Null: no rotation is under way. */
  readonly logPreviousKeyFile: string | null
  readonly logOrigin: string
  /** Null: nobody is shown the disclosure log's heads. */
  readonly witnessFile: string | null
  readonly logLevel: LogLevel
  /** Null: no metrics. */
  readonly metricsPort: number | null
  readonly metricsHost: string
  /** Null: no traces. */
  readonly otlpEndpoint: string | null
  readonly limits: ConfiguredLimits
  readonly operationsFile: string | null
  /** Of viewers without a token. */
  readonly operations: OperationMode
  readonly tlsCertFile: string | null
  readonly tlsKeyFile: string | null
  /** Sentences for the log: set, but read by nobody. */
  readonly warnings: readonly string[]
}

/** What the edge lets through (gateway/limits). */
export interface ConfiguredLimits {
  /** Milliseconds for a request. */
  readonly deadline: number
  readonly concurrency: number
  /** Points a minute. */
  readonly rates: { readonly viewer: number; readonly agency: number; readonly address: number }
  readonly trustedProxies: readonly string[]
}

/** One fault of the configuration. `is` never shows a secret. */
export interface ConfigFault {
  readonly variable: string
  readonly is: string
  readonly mustBe: string
}

export type Environment = Readonly<Record<string, string | undefined>>

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535)
const url = (protocols: readonly string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol))
const postgres = url(['postgres:', 'postgresql:'])
const http = url(['http:', 'https:'])
/** What is sent there crosses a network only under TLS. An address that is shown in faults holds no password. */
const collector = http.refine((value) => {
  if (!URL.canParse(value)) return false
  const { protocol, hostname, username, password } = new URL(value)
  return username + password === '' && (protocol === 'https:' || isLoopback(hostname.replace(/^\[|\]$/g, '')))
})
/** C2SP tlog-checkpoint: a URL without its scheme. */
const logOrigin = z.string().regex(/^[A-Za-z0-9._/:-]{1,200}$/)
const host = z.string().regex(/^[A-Za-z0-9.:_-]{1,253}$/)

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)
/** Points are counted in a column of 32 bits, and a key's may be overdrawn. */
const POINTS_MAX = 1_000_000_000
const points = { schema: whole(1, POINTS_MAX), mustBe: `a whole number from 1 to ${POINTS_MAX}` }
const networks = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every(isNetwork))

function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more !== undefined) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

/** A variable's schema and, for its faults, what the value must be. */
const RULES: Readonly<Record<string, { schema: z.ZodType; mustBe: string }>> = {
  PORT: { schema: port, mustBe: 'a whole number from 0 to 65535' },
  HOST: { schema: host, mustBe: 'an address or a host name' },
  DATABASE_URL: { schema: postgres, mustBe: 'a PostgreSQL address, postgres://user:password@host:5432/database' },
  COMITY_MODE: { schema: z.enum(['DEMO', 'PRODUCTION']), mustBe: 'DEMO or PRODUCTION' },
  COMITY_METRICS_PORT: { schema: port, mustBe: 'a whole number from 0 to 65535' },
  COMITY_METRICS_HOST: { schema: host, mustBe: 'an address or a host name' },
  COMITY_OTLP_ENDPOINT: { schema: collector, mustBe: 'an https address, or an http address of this machine' },
  COMITY_LOG_ORIGIN: { schema: logOrigin, mustBe: 'a name of 1 to 200 letters, digits and . - _ / : characters' },
  COMITY_REQUEST_TIMEOUT: { schema: whole(1, 300), mustBe: 'a whole number of seconds from 1 to 300' },
  COMITY_CONCURRENCY: { schema: whole(1, 10_000), mustBe: 'a whole number from 1 to 10000' },
  COMITY_RATE_VIEWER: points,
  COMITY_RATE_AGENCY: points,
  COMITY_RATE_PUBLIC: points,
  COMITY_TRUST_PROXY: { schema: networks, mustBe: 'addresses or networks, 10.0.0.7,10.1.0.0/16' },
  COMITY_OPERATIONS: { schema: z.enum(OPERATION_MODES), mustBe: 'OPEN or SAFELIST' },
  COMITY_LOG_LEVEL: { schema: z.enum(LOG_LEVELS), mustBe: `one of ${LOG_LEVELS.join(', ')}` },
  ...Object.fromEntries(
    DATABASE_ROLES.map((role) => [
      roleVariable(role),
      { schema: postgres, mustBe: 'a PostgreSQL address, postgres://user:password@host:5432/database' },
    ]),
  ),
  ...Object.fromEntries(
    SUBGRAPHS.map((name) => [subgraphVariable(name), { schema: http, mustBe: 'an address, http://host:port' }]),
  ),
}

/** A path: anything but a null byte, which no system takes. */
const PATH_RULE = { schema: z.string().refine((value) => !value.includes('\0')), mustBe: 'a path' }

/**
 * Environment -> Config. An empty value counts as not set, as `${NAME:-}` in a compose file makes it.
 * @throws ComityError CONFIG_INVALID naming every fault at once (also in `extensions.faults`).
 */
export function readConfig(env: Environment): Config {
  const values = new Map<string, unknown>()
  const faults: ConfigFault[] = []
  for (const variable of VARIABLES) {
    const text = env[variable.name]?.trim()
    if (!text) continue
    const rule = RULES[variable.name] ?? PATH_RULE
    const parsed = rule.schema.safeParse(text)
    if (parsed.success) values.set(variable.name, parsed.data)
    else faults.push({ variable: variable.name, is: variable.secret ? '(not shown)' : show(text), mustBe: rule.mustBe })
  }
  faults.push(...contradictions(values))
  if (faults.length > 0) throw configInvalid(faults)
  return shape(values, unknownNames(env))
}

function shape(values: ReadonlyMap<string, unknown>, warnings: readonly string[]): Config {
  const text = (name: string) => (values.get(name) as string | undefined) ?? null
  const path = (name: string) => (values.has(name) ? resolve(text(name) as string) : null)
  const databaseUrl = text('DATABASE_URL')
  return {
    port: (values.get('PORT') as number | undefined) ?? 4000,
    host: text('HOST') ?? '127.0.0.1',
    dataDir: path('COMITY_DATA_DIR') ?? resolve('.comity'),
    databaseUrl,
    modeAtCreation: (text('COMITY_MODE') as Mode | null) ?? (databaseUrl === null ? 'DEMO' : 'PRODUCTION'),
    roleUrls: record(DATABASE_ROLES, (role) => text(roleVariable(role)) ?? databaseUrl),
    issuersFile: path('COMITY_ISSUERS_FILE'),
    subgraphUrls: record(SUBGRAPHS, (name) => text(subgraphVariable(name))),
    gatewayKeyFile: path('COMITY_GATEWAY_KEY_FILE'),
    gatewayPublicKeyFile: path('COMITY_GATEWAY_PUBLIC_KEY_FILE'),
    cursorSecretFile: path('COMITY_CURSOR_SECRET_FILE'),
    candidateSecretFile: path('COMITY_CANDIDATE_SECRET_FILE'),
    logKeyFile: path('COMITY_LOG_KEY_FILE'),
    logPreviousKeyFile: path('COMITY_LOG_PREVIOUS_KEY_FILE'),
    logOrigin: text('COMITY_LOG_ORIGIN') ?? 'comity.local/disclosures',
    witnessFile: path('COMITY_WITNESS_FILE'),
    logLevel: (text('COMITY_LOG_LEVEL') as LogLevel | null) ?? (databaseUrl === null ? 'warn' : 'info'),
    metricsPort: (values.get('COMITY_METRICS_PORT') as number | undefined) ?? null,
    metricsHost: text('COMITY_METRICS_HOST') ?? '127.0.0.1',
    otlpEndpoint: text('COMITY_OTLP_ENDPOINT'),
    limits: limitsIn(values),
    operationsFile: path('COMITY_OPERATIONS_FILE'),
    operations: (text('COMITY_OPERATIONS') as OperationMode | null) ?? 'OPEN',
    tlsCertFile: path('COMITY_TLS_CERT_FILE'),
    tlsKeyFile: path('COMITY_TLS_KEY_FILE'),
    warnings,
  }
}

function limitsIn(values: ReadonlyMap<string, unknown>): ConfiguredLimits {
  const number = (name: string, otherwise: number) => (values.get(name) as number | undefined) ?? otherwise
  return {
    deadline: number('COMITY_REQUEST_TIMEOUT', 30) * 1_000,
    concurrency: number('COMITY_CONCURRENCY', 64),
    rates: {
      viewer: number('COMITY_RATE_VIEWER', 1_000_000),
      agency: number('COMITY_RATE_AGENCY', 5_000_000),
      address: number('COMITY_RATE_PUBLIC', 1_000_000),
    },
    trustedProxies: (values.get('COMITY_TRUST_PROXY') as readonly string[] | undefined) ?? [],
  }
}

/** Values that are well-formed one by one and cannot hold together. */
function contradictions(values: ReadonlyMap<string, unknown>): ConfigFault[] {
  return [...rolesWithoutDatabase(values), ...halfOfTls(values)]
}

/** A certificate without its key, or the reverse. */
function halfOfTls(values: ReadonlyMap<string, unknown>): ConfigFault[] {
  const both = ['COMITY_TLS_CERT_FILE', 'COMITY_TLS_KEY_FILE']
  const missing = both.filter((name) => !values.has(name))
  if (missing.length !== 1) return []
  const [given] = both.filter((name) => values.has(name))
  return missing.map((variable) => ({ variable, is: 'not set', mustBe: `set as well, or ${given} unset` }))
}

function rolesWithoutDatabase(values: ReadonlyMap<string, unknown>): ConfigFault[] {
  if (values.has('DATABASE_URL')) return []
  return DATABASE_ROLES.map(roleVariable)
    .filter((name) => values.has(name))
    .map((name) => ({
      variable: name,
      is: 'set',
      mustBe: 'unset, or DATABASE_URL set as well: the embedded database has one role',
    }))
}

/** A misspelt variable would otherwise leave its default in force without a word. */
function unknownNames(env: Environment): string[] {
  const known = new Set(VARIABLES.map((variable) => variable.name))
  return Object.keys(env)
    .filter((name) => name.startsWith('COMITY_') && !name.startsWith('COMITY_TEST_') && !known.has(name))
    .map((name) => `${name} is set, but is no variable of this hub`)
}

/**
 * A demo holds invented people and tokens that anyone on the machine can sign: it is not put on a network.
 * Asked at start, when the database's own mode is known.
 * @throws ComityError CONFIG_INVALID
 */
export function assertListenAddress(host: string, mode: Mode): void {
  if (mode === 'DEMO' && !isLoopback(host)) {
    throw configInvalid([
      { variable: 'HOST', is: show(host), mustBe: '127.0.0.1, ::1 or localhost: this database is a demo' },
    ])
  }
}

function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true
  return isIP(host) === 4 && host.startsWith('127.')
}

/** All faults in one error: the message is for a terminal, `extensions.faults` for a program. */
export function configInvalid(faults: readonly ConfigFault[]): ComityError {
  const lines = faults.map(({ variable, is, mustBe }) => `\n  ${variable}: is ${is}; must be ${mustBe}`)
  return new ComityError('CONFIG_INVALID', lines.join(''), { faults })
}

const show = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)

function record<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>
}
