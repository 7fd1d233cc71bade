import type { ApolloGateway } from '@apollo/gateway'

type Given = NonNullable<NonNullable<ConstructorParameters<typeof ApolloGateway>[0]>['queryPlannerConfig']>
type Store = NonNullable<Given['cache']>
type Plan = Parameters<Store['set']>[1]

export interface CacheCounts {
  readonly hits: number
  readonly misses: number
  readonly entries: number
  /** About: a plan counts as long as its JSON. */
  readonly bytes: number
}

/** Query plans, up to a number of bytes; those used longest ago go first. */
export class PlanCache implements Store {
  readonly #plans = new Map<string, { readonly plan: Plan; readonly bytes: number }>()
  #bytes = 0
  #hits = 0
  #misses = 0

  constructor(private readonly maxBytes: number) {}

  get counts(): CacheCounts {
    return { hits: this.#hits, misses: this.#misses, entries: this.#plans.size, bytes: this.#bytes }
  }

  get(key: string): Promise<Plan | undefined> {
    const found = this.#plans.get(key)
    if (!found) {
      this.#misses += 1
      return Promise.resolve(undefined)
    }
    this.#hits += 1
    // A Map iterates in order of insertion: set again, the key is the youngest.
    this.#plans.delete(key)
    this.#plans.set(key, found)
    return Promise.resolve(found.plan)
  }

  set(key: string, plan: Plan): Promise<void> {
    this.#drop(key)
    const bytes = Buffer.byteLength(JSON.stringify(plan))
    this.#plans.set(key, { plan, bytes })
    this.#bytes += bytes
    for (const oldest of this.#plans.keys()) {
      if (this.#bytes <= this.maxBytes) break
      this.#drop(oldest)
    }
    return Promise.resolve()
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.#drop(key))
  }

  clear(): void {
    this.#plans.clear()
    this.#bytes = 0
  }

  #drop(key: string): boolean {
    const found = this.#plans.get(key)
    if (!found) return false
    this.#plans.delete(key)
    this.#bytes -= found.bytes
    return true
  }
}
