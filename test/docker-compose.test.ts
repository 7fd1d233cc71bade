import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../hub/config.js'
import { VARIABLES } from '../hub/variables.js'

interface Service {
  readonly image: string
  readonly build?: string
  readonly command?: readonly string[]
  readonly restart?: string
  readonly environment: Readonly<Record<string, string>>
  readonly healthcheck?: object
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly secrets?: readonly string[]
  readonly ports?: readonly string[]
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>
  readonly secrets: Readonly<Record<string, { readonly file: string }>>
}

const file = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const { services, secrets } = parse(file('docker-compose.yml'), { merge: true }) as Compose
const ours = Object.entries(services).filter(([name]) => name !== 'postgres')
const subgraphs = ['agencies', 'officers', 'incidents', 'credentials']

/** As compose fills it in from .env. */
const filled = (service: Service) =>
  Object.fromEntries(
    Object.entries(service.environment).map(([name, value]) => [name, value.replace(/\$\{[^}]*\}/g, 'from-dot-env')]),
  )

describe('docker-compose.yml', () => {
  it('runs PostgreSQL, what prepares it, the four subgraphs and the gateway', () => {
    expect(Object.keys(services).sort()).toEqual(['postgres', 'prepare', ...subgraphs, 'gateway'].sort())
  })

  it('sets no variable that the configuration does not have, and every value is one that it takes', () => {
    const known = new Set(VARIABLES.map((variable) => variable.name))
    for (const [, service] of ours) {
      expect(Object.keys(service.environment).filter((name) => !known.has(name))).toEqual([])
      expect(readConfig(filled(service)).warnings).toEqual([])
    }
  })

  it('names commands of the command line', () => {
    expect(Object.fromEntries(ours.map(([name, { command }]) => [name, command?.join(' ')]))).toEqual({
      prepare: 'database prepare',
      ...Object.fromEntries(subgraphs.map((name) => [name, `start-subgraph ${name}`])),
      gateway: 'start-gateway',
    })
  })

  it('connects each service with a role of its own, and with the owner where the database is prepared alone', () => {
    const userOf = (url: string | undefined) => /^postgres:\/\/([^:]+):/.exec(url ?? '')?.[1]
    const users = Object.fromEntries(ours.map(([name, { environment }]) => [name, userOf(environment['DATABASE_URL'])]))
    expect(users).toEqual({
      prepare: 'comity',
      ...Object.fromEntries(subgraphs.map((name) => [name, `comity_${name}`])),
      gateway: 'comity_hub',
    })
    expect(userOf(services['gateway']?.environment['COMITY_DATABASE_URL_AUDIT'])).toBe('comity_audit')
  })

  it('gives the private key to the gateway alone', () => {
    const holders = Object.entries(services).filter(([, service]) => service.secrets?.includes('gateway_key'))
    expect(holders.map(([name]) => name)).toEqual(['gateway'])
    for (const name of subgraphs) expect(services[name]?.secrets).toContain('gateway_public_key')
  })

  it('holds no password, and names every secret that a service is given', () => {
    const passwords = [...file('docker-compose.yml').matchAll(/postgres:\/\/[^:]+:([^@]*)@/g)].map(
      ([, password]) => password,
    )
    expect(passwords.filter((password) => !/^\$\{PASSWORD_[A-Z]+:\?[^}]+\}$/.test(password ?? ''))).toEqual([])
    for (const [, service] of ours) for (const name of service.secrets ?? []) expect(secrets).toHaveProperty(name)
    const asked = [...file('docker-compose.yml').matchAll(/\$\{(PASSWORD_[A-Z]+)/g)].map(([, name]) => name)
    const offered = [...file('.env.example').matchAll(/^(PASSWORD_[A-Z]+)=$/gm)].map(([, name]) => name)
    expect([...new Set(asked)].sort()).toEqual(offered.sort())
  })

  it('puts neither passwords nor keys into an image, nor into the repository', () => {
    for (const name of ['.dockerignore', '.gitignore']) {
      const ignored = file(name)
        .split('\n')
        .map((line) => line.replace(/\/$/, ''))
      expect(ignored).toEqual(expect.arrayContaining(['.env', 'secrets']))
    }
  })

  it('pins its images, says of each service whether it is well, and waits for what it needs', () => {
    for (const [name, { image, healthcheck, depends_on: needs = {} }] of Object.entries(services)) {
      expect(image).toMatch(/:\d+\.\d+/)
      expect([name, healthcheck !== undefined]).toEqual([name, name !== 'prepare'])
      for (const need of Object.keys(needs)) expect(services).toHaveProperty(need)
    }
    expect(
      file('Dockerfile')
        .match(/^FROM \S+/gm)
        ?.every((line) => /:\d+\.\d+\.\d+/.test(line)),
    ).toBe(true)
  })

  it('opens one port, to this machine alone', () => {
    const ports = Object.values(services).flatMap((service) => service.ports ?? [])
    expect(ports).toEqual(['127.0.0.1:4000:4000'])
  })
})
