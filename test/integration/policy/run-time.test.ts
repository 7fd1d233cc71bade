import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleDigest } from '../../../contract/bundle-signature.js'
import { demoPolicyKey } from '../../../hub/keys.js'
import { registerPolicyKey } from '../../../hub/register-policy-key.js'
import { personaByHandle } from '../../../prisma/seed/index.js'
import { commissionId, commissionName } from '../../../prisma/seed/named-agencies.js'
import { asAnybody, tokenOf } from '../../support/as-anybody.js'
import { bundleText, publish, type Published } from '../../support/bundles.js'
import { type GatedProcess, openGatedProcess } from '../../support/gated-process.js'
import { type Client, openTestHub, type TestAnswer, type TestHub } from '../../support/hub.js'
import { TEST_NOW } from '../../support/now.js'
import { query } from '../../support/queries.js'

/** What a published bundle may take to be in force in every process, and what a busy machine may add, in milliseconds. */
const IN_FORCE_WITHIN = 2_000
const SLACK = 6_000
const LOOK_EVERY = 25

let now = TEST_NOW
const clock = () => now
let hub: TestHub
let other: GatedProcess
let pool: pg.Pool
beforeAll(async () => {
  hub = await openTestHub({ clock })
  other = await openGatedProcess(hub, 'incidents', clock)
  pool = new pg.Pool({ connectionString: hub.hub.database.ownerUrl, max: 1 })
})
afterAll(async () => {
  await pool.end()
  await other.close()
  await hub.close()
})

/** California's commission, which maintains its State's records; the bundle of these tests keeps instances from it. */
const CALIFORNIA = {
  ...personaByHandle('commission'),
  agency: commissionId('US-CA'),
  jurisdiction: 'US-CA',
  employerName: commissionName('California'),
}
const FORBIDS = bundleText('US-CA', { when: 'resource.ownerJurisdiction == "US-CA" && context.purpose == "hub:CERT"' })
const COUNT = '{ viewer { policyVersion } incidents { totalCount { value } } }'
interface Counted {
  readonly viewer: { readonly policyVersion: string }
  readonly incidents: { readonly totalCount: { readonly value: number } }
}
const look = async () => {
  const client = await asAnybody(hub, CALIFORNIA, {}, clock)
  const { data, text } = await client.ask<Counted>(COUNT)
  if (!data) throw new Error(text)
  return { version: data.viewer.policyVersion, instances: data.incidents.totalCount.value }
}
const lookElsewhere = async () => {
  const { data } = await other.ask<Counted>(await tokenOf(hub, CALIFORNIA, {}, clock), COUNT)
  return { version: data.viewer.policyVersion, instances: data.incidents.totalCount.value }
}

/** Looks until it holds; fails when it has not within the time that the hub promises. */
async function soon(holds: () => Promise<boolean> | boolean): Promise<void> {
  const start = performance.now()
  while (!(await holds())) {
    if (performance.now() - start > IN_FORCE_WITHIN + SLACK) throw new Error('not in force within two seconds')
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
  }
}
/** Until both processes pin to a set other than this. */
const replaced = (version: string) =>
  soon(async () => other.version() !== version && (await look()).version !== version)

const codes = ({ errors }: TestAnswer<unknown>) => errors.map(({ extensions }) => extensions.code)
const publications = async () =>
  (await pool.query<{ n: number }>('select count(*)::int as n from hub.bundle_publication')).rows[0]?.n
const stateOf = async (publication: string | undefined, client: Client = hub.as('policy-state')) => {
  const { data } = await client.ask<{ bundles: { publication: string | null; state: string }[] }>(
    '{ bundles { publication state } }',
  )
  return data?.bundles.find((bundle) => bundle.publication === publication)?.state
}
const published = ({ data, text }: TestAnswer<Published>) => {
  const bundle = data?.publishBundle ?? data?.withdrawBundle
  if (!bundle) throw new Error(`not published: ${text}`)
  return bundle
}

it('Of the bundles that came with the program the one is in force whose source lies in the repository', async () => {
  const { data } = await hub
    .as('policy-state')
    .ask<{ bundles: unknown }>('{ bundles { jurisdiction source state publication } }')
  const shipped = (jurisdiction: string, state: string) => ({
    jurisdiction,
    source: 'SHIPPED',
    state,
    publication: null,
  })
  expect(data?.bundles).toEqual([
    shipped('TRIBE-TALMIRRA', 'IN_FORCE'),
    shipped('US-CA', 'INACTIVE'),
    shipped('US-DE', 'INACTIVE'),
    shipped('US-FED', 'INACTIVE'),
  ])
})

describe('A bundle that its jurisdiction publishes', () => {
  let before: Awaited<ReturnType<typeof look>>

  it('is in force in this process and in another within two seconds; a request that began before ends under its own version', async () => {
    before = await look()
    expect(before.instances).toBeGreaterThan(0)
    expect(await lookElsewhere()).toEqual(before)

    const come = other.hold()
    const running = lookElsewhere()
    const letGo = await come
    const bundle = published(await publish(hub, { text: FORBIDS }))
    expect(bundle).toMatchObject({ source: 'PUBLISHED', state: 'IN_FORCE' })
    await replaced(before.version)
    const after = await look()
    expect(after.instances).toBe(0)
    expect(await lookElsewhere()).toEqual(after)
    letGo()
    expect(await running).toEqual(before)
  })

  it('is written down before it is pinned, with what attests it', async () => {
    const { version } = await look()
    const { rows } = await pool.query<{ files: { attested: Record<string, string> } }>(
      'select files from hub.policy_set where hash = $1',
      [version],
    )
    expect(Object.keys(rows[0]?.files.attested ?? {})).toEqual(['jurisdictions/US-CA.cedar'])
  })

  it('touches the records of no other jurisdiction', async () => {
    const { data } = await hub.as('commission').ask<Counted>(COUNT)
    expect(data?.incidents.totalCount.value).toBeGreaterThan(0)
  })

  it('is replaced by the next', async () => {
    const { version } = await look()
    const mild = FORBIDS.replace('shares no instances for hiring', 'shares no instances for prosecution').replace(
      '"hub:CERT"',
      '"C"',
    )
    published(await publish(hub, { text: mild }))
    await replaced(version)
    expect((await look()).instances).toBe(before.instances)
  })

  it('is withdrawn: the baseline alone holds for its records', async () => {
    const { version } = await look()
    const withdrawal = published(await publish(hub, { text: null }))
    expect(withdrawal).toMatchObject({ source: 'WITHDRAWAL', state: 'IN_FORCE' })
    await replaced(version)
    expect(await look()).toMatchObject({ instances: before.instances })
    expect(codes(await publish(hub, { text: null }))).toEqual(['BUNDLE_UNKNOWN'])
  })

  it('effective from tomorrow does nothing today, and then what it says', async () => {
    const today = await look()
    const bundle = published(await publish(hub, { text: FORBIDS, effectiveFrom: '2026-11-25' }))
    expect(bundle.state).toBe('TO_COME')
    // Another publication that is seen shows that this one was looked at.
    const { version } = await look()
    published(await publish(hub, { text: bundleText('US-CA', { id: 'US-CA-2' }) }))
    await replaced(version)
    expect((await look()).instances).toBe(today.instances)
    try {
      now = new Date('2026-11-25T09:00:00Z')
      await soon(async () => (await look()).instances === 0 && (await lookElsewhere()).instances === 0)
      expect(await stateOf(bundle.publication)).toBe('IN_FORCE')
    } finally {
      now = TEST_NOW
      await soon(async () => (await look()).instances === today.instances)
    }
  })

  it('sent twice under one key is published once', async () => {
    const many = await publications()
    const client = hub.as('policy-state')
    const twice: Client = {
      ask: (text, variables) => client.ask(text, { ...variables, key: 'bundle-once-1' }),
    }
    const first = published(await publish(hub, { as: twice }))
    expect(published(await publish(hub, { as: twice }))).toEqual(first)
    expect(await publications()).toBe((many ?? 0) + 1)
  })

  it('is changed by nobody, in the table neither', async () => {
    for (const sql of ['update hub.bundle_publication set text = null', 'delete from hub.bundle_publication'])
      await expect(pool.query(sql)).rejects.toMatchObject({ code: '23001' })
  })

  it('written to the table without a signature, or with that of another text, changes no rule', async () => {
    const { instances } = await look()
    await pool.query(
      `insert into hub.bundle_publication (id, jurisdiction, text, effective_from, published_by, key_id, signature, sha256, recorded_at)
       select 'bnd_forged', 'US-CA', $1, '2026-11-24', 'nobody', key_id, 'AAAA', $2, $3
         from hub.policy_key where jurisdiction = 'US-CA'`,
      [FORBIDS, bundleDigest(FORBIDS), now],
    )
    await pool.query(
      `insert into hub.bundle_publication (id, jurisdiction, text, effective_from, published_by, key_id, signature, sha256, recorded_at)
       select 'bnd_altered', jurisdiction, $1, effective_from, published_by, key_id, signature, sha256, recorded_at
         from hub.bundle_publication where text is not null and id <> 'bnd_forged' order by seq desc limit 1`,
      [FORBIDS],
    )
    // It is looked at: a publication after it is in force.
    const { version } = await look()
    published(await publish(hub, { text: bundleText('US-CA', { id: 'US-CA-3' }) }))
    await replaced(version)
    expect((await look()).instances).toBe(instances)
  })
})

describe('A bundle that must not be put in force is refused with file, line and reason, and nothing is written', () => {
  const FILE = 'jurisdictions/US-CA.cedar'
  /** In its last line. */
  const BROKEN = `// Two lines\n// before it.\n${bundleText('US-CA', { when: 'resource. ==' })}`
  it.each([
    ['permits', bundleText('US-CA', { effect: 'permit' }), `${FILE}:1: the bundle of US-CA permits`],
    [
      "reaches other owners' records",
      bundleText('US-CA', { when: 'context.purpose == "J"' }),
      `${FILE}:1: the bundle of US-CA reaches`,
    ],
    [
      'names another owner',
      bundleText('US-CA', { when: 'resource.ownerJurisdiction == "US-OH"' }),
      `${FILE}:1: the bundle of US-CA reaches`,
    ],
    ['does not parse', BROKEN, `${FILE}:${BROKEN.trimEnd().split('\n').length}: `],
    [
      'names an unknown attribute',
      bundleText('US-CA', { when: 'resource.ownerJurisdiction == "US-CA" && resource.shoeSize == 43' }),
      `${FILE}:`,
    ],
    ['has no id of its own jurisdiction', bundleText('US-CA', { id: 'US-OH-1' }), `${FILE}:1: @id("US-OH-1")`],
    ["takes a policy's id from the baseline", bundleText('US-CA', { id: 'DP-1' }), ': DP-1 is also the id of '],
    ['holds no policy', '// Nothing.\n', `${FILE}:1: the bundle holds no policy`],
    ['is larger than it may be', `// ${'x'.repeat(262_144)}\n`, `${FILE}:1: the file is larger than`],
  ])('one that %s', async (_what, text, said) => {
    const before = await publications()
    const answer = await publish(hub, { text })
    expect(codes(answer)).toEqual(['BUNDLE_REFUSED'])
    expect(answer.data).toEqual({ publishBundle: null })
    expect(answer.errors[0]?.message).toContain(said)
    expect(await publications()).toBe(before)
  })

  it('one of a megabyte, at the door', async () => {
    const before = await publications()
    const answer = await publish(hub, { text: `// ${'x'.repeat(1_048_576)}\n` })
    expect({ status: answer.status, codes: codes(answer) }).toEqual({ status: 413, codes: ['REQUEST_INVALID'] })
    expect(await publications()).toBe(before)
  })
})

describe('A bundle that is not signed by its own jurisdiction is refused, and nothing is written', () => {
  const stranger = generateKeyPairSync('ed25519').privateKey
  it.each([
    ['with a key that the hub does not hold', () => ({ key: stranger })],
    ["with another jurisdiction's key", () => ({ key: demoPolicyKey(hub.database.config, 'TRIBE-QUESSALIN') })],
    ['for another jurisdiction', () => ({ signed: { jurisdiction: 'US-OH' } })],
    ['for another text', () => ({ signed: { text: `${FORBIDS} ` } })],
    ['for another day', () => ({ signed: { effectiveFrom: '2026-11-25' } })],
    ['as a withdrawal', () => ({ signed: { text: null } })],
    ['as a text, and sent as a withdrawal', () => ({ text: null, signed: { text: FORBIDS } })],
  ])('signed %s', async (_what, change) => {
    const before = await publications()
    const answer = await publish(hub, { text: FORBIDS, ...change() })
    expect(codes(answer)).toEqual(['BUNDLE_SIGNATURE_REFUSED'])
    expect(await publications()).toBe(before)
  })

  it('signed by nobody', async () => {
    const input = {
      jurisdiction: 'US-CA',
      text: FORBIDS,
      effectiveFrom: '2026-11-24',
      keyId: 'none',
      signature: 'none',
    }
    const answer = await hub.as('policy-state').ask(query('publish-bundle'), { input })
    expect(codes(answer)).toEqual(['BUNDLE_SIGNATURE_REFUSED'])
  })

  it('signed with a key whose time is over', async () => {
    const before = await publications()
    await pool.query(`update hub.policy_key set until = '2026-11-24' where jurisdiction = 'US-CA'`)
    try {
      expect(codes(await publish(hub))).toEqual(['BUNDLE_SIGNATURE_REFUSED'])
      expect(await publications()).toBe(before)
    } finally {
      await pool.query(`update hub.policy_key set until = '9999-12-31' where jurisdiction = 'US-CA'`)
    }
  })

  it('signed with a key that the operator has registered, until the day on which it ends', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const folder = mkdtempSync(join(tmpdir(), 'comity-policy-key-'))
    const file = (name: string, pem: string | Buffer) => {
      writeFileSync(join(folder, name), pem)
      return join(folder, name)
    }
    const pub = file('officer.pub.pem', publicKey.export({ type: 'spki', format: 'pem' }))
    const register = (change: object = {}) =>
      registerPolicyKey({ jurisdiction: 'US-CA', file: pub, until: null, ...change }, hub.database.config, clock)
    try {
      expect(await register()).toMatch(/^Key [0-9a-f]{32} signs bundles of US-CA\.$/)
      published(await publish(hub, { text: bundleText('US-CA', { id: 'US-CA-4' }), key: privateKey }))
      expect(await register({ until: '2026-11-24' })).toMatch(/ until 2026-11-24\.$/)
      expect(codes(await publish(hub, { key: privateKey }))).toEqual(['BUNDLE_SIGNATURE_REFUSED'])

      await expect(register({ jurisdiction: 'US-ZZ' })).rejects.toMatchObject({ code: 'JURISDICTION_UNKNOWN' })
      const priv = file('officer.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }))
      for (const bad of [
        { file: priv },
        { file: file('text', 'no key') },
        { file: join(folder, 'absent') },
        { until: 'soon' },
      ])
        await expect(register(bad)).rejects.toMatchObject({ code: 'BAD_INPUT' })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it("for a jurisdiction that is not the officer's own, however well signed", async () => {
    const tribal = { jurisdiction: 'TRIBE-QUESSALIN' }
    expect(codes(await publish(hub, tribal))).toEqual(['OTHER_JURISDICTION'])
    expect(codes(await publish(hub, { as: hub.as('policy-tribal') }))).toEqual(['OTHER_JURISDICTION'])
  })

  it.each(['commission', 'hiring-city', 'records-officer', 'auditor', 'public'])(
    'by %s, shield or not',
    async (handle) => {
      for (const as of [hub.as(handle), hub.withoutShieldAs(handle)]) {
        expect(codes(await publish(hub, { as }))).toEqual(['NOT_PERMITTED'])
        expect(codes(await publish(hub, { as, text: null }))).toEqual(['NOT_PERMITTED'])
        expect(codes(await as.ask('{ bundles { jurisdiction } }'))).toEqual(['NOT_PERMITTED'])
      }
    },
  )

  it.each([
    ['yesterday', '2026-11-23'],
    ['a day that does not exist', '2026-02-30'],
    ['a month', '2026-12'],
  ])('effective from %s', async (_what, effectiveFrom) => {
    const answer = await publish(hub, { effectiveFrom })
    expect(codes(answer)).toEqual(['BAD_INPUT'])
    expect(answer.errors[0]?.message).toContain('input.effectiveFrom: ')
  })
})
