import { describe, expect, it } from 'vitest'
import { loadPolicySet, type PolicyFiles } from '../../../policy/index.js'
import { PolicyStore } from '../../../subgraphs/kit/policy-store.js'

/** One rule that everything may be asked of, told apart by its title. */
const filesOf = (title: string): PolicyFiles => ({
  schema: `
    entity Viewer; entity Hub;
    action "read:P0" appliesTo { principal: Viewer, resource: Hub };`,
  policies: {
    'rules/one.cedar': `
      @id("ONE-1") @title("${title}") @cite("EO 13929") @citeRole("DESIGN_BASIS") @citeStatus("CHECKED")
      @checkedOn("2026-11-24")
      permit (principal, action == Action::"read:P0", resource);`,
  },
})
const sets = Array.from({ length: 12 }, (_, index) => filesOf(`Set ${index}`)).map((files) => ({
  files,
  hash: loadPolicySet(files).hash,
}))

/** A table of sets that counts how often it is read, and can be away. */
function table(rows: readonly { hash: string; files: PolicyFiles }[]) {
  const reads: string[] = []
  const state = { away: false }
  const db = {
    policySetRow: {
      findUnique({ where: { hash } }: { where: { hash: string } }) {
        reads.push(hash)
        if (state.away) return Promise.reject(new Error('away'))
        return Promise.resolve(rows.find((row) => row.hash === hash) ?? null)
      },
    },
  }
  return { db, reads, state }
}
const at = (index: number) => sets[index]?.hash ?? ''

describe('a process has the policy set that a request is pinned to, or refuses it', () => {
  it('reads a set once, also for two fetches at once', async () => {
    const { db, reads } = table(sets)
    const store = new PolicyStore(db)
    const [one, two] = await Promise.all([store.byHash(at(1)), store.byHash(at(1))])
    expect(one).toBe(two)
    expect(await store.byHash(at(1))).toBe(one)
    expect(reads).toEqual([at(1)])
  })

  it('reads none that it was given', async () => {
    const { db, reads } = table([])
    const [first, second] = [loadPolicySet(filesOf('Set 0')), loadPolicySet(filesOf('Set 1'))]
    const store = new PolicyStore(db, first)
    store.hold(second)
    expect([await store.byHash(first.hash), await store.byHash(second.hash)]).toEqual([first, second])
    expect(reads).toEqual([])
  })

  it('refuses one that there is not, and one that is filed under another hash', async () => {
    const { db } = table([{ hash: 'filed', files: filesOf('Set 2') }])
    const store = new PolicyStore(db)
    for (const hash of ['none', 'filed'])
      await expect(store.byHash(hash)).rejects.toMatchObject({ code: 'POLICY_VERSION_UNKNOWN' })
  })

  it('tries again after a database that was away', async () => {
    const { db, state } = table(sets)
    const store = new PolicyStore(db)
    state.away = true
    await expect(store.byHash(at(3))).rejects.toThrow('away')
    state.away = false
    expect((await store.byHash(at(3))).hash).toBe(at(3))
  })

  it('keeps the eight that were asked last', async () => {
    const { db, reads } = table(sets)
    const store = new PolicyStore(db)
    for (let index = 0; index < 8; index++) await store.byHash(at(index))
    await store.byHash(at(0))
    await store.byHash(at(8))
    await store.byHash(at(0))
    await store.byHash(at(1))
    expect(reads.slice(8)).toEqual([at(8), at(1)])
  })
})
