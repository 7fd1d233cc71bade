/**
 * `npm run bench:policy`: what a field decision costs when warm, with 540 policies loaded, against Cedar's isAuthorized
 * and against a rule of graphql-shield that does nothing. Ratios within one run; nothing is asserted.
 */
import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { isAuthorized, preparsePolicySet, preparseSchema, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs'
import { rule } from 'graphql-shield'
import { contextFor } from '../policy/authorized.js'
import { loadPolicySet, readPolicyFiles, RECORD_TYPES, STAGES } from '../policy/index.js'
import type { PolicySet } from '../policy/index.js'
import type { PolicyViewer, RecordFacts, RequestFacts } from '../policy/types.js'

// Node 20's optimizer crashes in hot calls of WebAssembly that return a reference.
setFlagsFromString('--no-turbo-inline-js-wasm-calls')

const POLICIES = 540
const TODAY = 20_781
const ACTION = 'read:P4'
const TYPE = 'Incident'

/** The shipped rules, and bundles of 60 invented jurisdictions, until there are as many policies as asked for. */
function files(count: number) {
  const shipped = readPolicyFiles()
  const baseline = loadPolicySet(shipped, { activateUnchecked: true }).rules.length
  const policies: Record<string, string> = { ...shipped.policies }
  for (let made = 0; made < count - baseline; made++) {
    const code = `XX-${String.fromCharCode(65 + (made % 60) / 26, 65 + (made % 26))}${made % 60}`
    const file = `jurisdictions/${code}.cedar`
    policies[file] = `${policies[file] ?? ''}
@id("${code}-${made}") @title("Bundle rule ${made} of an invented jurisdiction") @cite("Invented code, section ${made}")
@citeRole("AUTHORITY") @citeStatus("UNCHECKED") @effectiveFrom("2026-01-01")
forbid (principal, action in [Action::"know:Incident", Action::"read:P4"], resource is Incident)
when {
  resource.ownerJurisdiction == "${code}" && context.purpose == "${['J', 'C', 'hub:CERT'][made % 3]}" &&
  resource.stage == "${STAGES[made % STAGES.length]}" && resource.decidedLatest < ${20_000 + made}
};
`
  }
  return { ...shipped, policies }
}

const viewer: PolicyViewer = {
  subject: 'bench',
  agency: 'agc_1',
  jurisdiction: 'US-IA',
  jurisdictionClass: 'LOCAL',
  roles: ['HIRING_INVESTIGATOR'],
  assurance: 2,
}
const granted = Array.from({ length: 100 }, (_, index) => `idr_${index}`)
const request: RequestFacts = {
  purpose: 'J',
  today: TODAY,
  caseKind: 'HIRING',
  caseLive: true,
  waiverCovers: true,
  granted,
  self: [],
  authorizations: [],
}

const records: readonly RecordFacts[] = Array.from({ length: 1000 }, (_, index) => {
  const ownerJurisdiction = ['US-VA', 'US-OH', 'XX-AA0', 'XX-BC2', 'US-CA'][index % 5] as string
  return {
    id: `inc_${index}`,
    ownerJurisdiction,
    ownerClass: 'STATE',
    ownerAgency: 'agc_2',
    decidingAuthority: 'agc_3',
    subjectRecord: `idr_${index % 125}`,
    kind: 'TERMINATION',
    ownerKind: `${ownerJurisdiction}/TERMINATION`,
    stage: index % 4 === 0 ? 'APPEAL_PENDING' : 'FINAL',
    admitted: index % 7 !== 0,
    admissionBasis: 'RECORDED',
    sealed: index % 11 === 0,
    subjectNoticed: true,
    counterSigned: true,
    nexus: 'FORCE',
    pointerAllowed: true,
    decidedEarliest: 19_900,
    decidedLatest: 19_900 + (index % 400),
    validFrom: 19_000,
    validUntil: 30_000,
    namedOwners: [],
  }
})

/** Nanoseconds a call, the best of 30 short rounds: what is slower was disturbed. `calls` are those of one round. */
async function cost(calls: number, call: (index: number) => unknown): Promise<number> {
  let best = Infinity
  for (let round = 0; round < 31; round++) {
    const started = process.hrtime.bigint()
    for (let index = 0; index < calls; index++) {
      const answer = call(index)
      if (answer instanceof Promise) await answer
    }
    const spent = Number(process.hrtime.bigint() - started) / calls
    // The first round warms up.
    if (round > 0) best = Math.min(best, spent)
  }
  return best
}

function question(facts: RecordFacts) {
  const { granted: opened, self, authorized, ...context } = contextFor(viewer, request, ACTION)
  const { subject, ...attributes } = viewer
  const principal = { type: 'Viewer', id: subject }
  const resource = { type: TYPE, id: facts.id }
  return {
    principal,
    action: { type: 'Action', id: ACTION },
    resource,
    context: { ...context, granted: [...opened], self: [...self], authorized: [...authorized] },
    entities: [
      { uid: principal, attrs: attributes as never, parents: [] },
      { uid: resource, attrs: facts as never, parents: [] },
    ],
  }
}

function decisions(set: PolicySet) {
  const staticPolicies = Object.fromEntries(set.rulesOn(TODAY).map(({ head, text }) => [head.id, text]))
  const schema = readPolicyFiles().schema
  preparseSchema('bench', schema)
  preparsePolicySet('bench', { staticPolicies })
  const stateful = (index: number) => {
    const answer = statefulIsAuthorized({
      ...question(at(index)),
      preparsedSchemaName: 'bench',
      preparsedPolicySetId: 'bench',
      validateRequest: false,
    })
    if (answer.type === 'failure') throw new Error(answer.errors[0]?.message)
    return answer.response.decision
  }
  const whole = (index: number) => isAuthorized({ ...question(at(index)), policies: { staticPolicies }, schema })
  return { stateful, whole }
}

const at = (index: number): RecordFacts => records[index % records.length] as RecordFacts

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim()

async function main(): Promise<void> {
  const started = performance.now()
  const set = loadPolicySet(files(POLICIES), { activateUnchecked: true })
  const loading = performance.now() - started
  const access = set.forRequest(viewer, request)
  const { stateful, whole } = decisions(set)

  const disagreeing = records.filter((facts, index) => access.decide(ACTION, TYPE, facts).effect !== stateful(index))
  if (disagreeing.length > 0) throw new Error(`${disagreeing.length} decisions disagree with Cedar's`)
  const allowed = records.filter((facts) => access.allows(ACTION, TYPE, facts)).length

  const decide = await cost(10_000, (index) => access.decide(ACTION, TYPE, at(index)))
  const lookup = await cost(200, () => set.forRequest(viewer, request))
  const compiling = await cost(5, (index) =>
    set.forRequest({ ...viewer, agency: `agc_${index}_${Math.random()}` }, request).decide(ACTION, TYPE, at(index)),
  )
  const bare = rule('bare', { cache: 'no_cache' })(() => true)
  const options = { debug: false } as never
  const shield = await cost(10_000, () => bare.resolve({}, {}, {} as never, {} as never, options))
  const inside = rule('inside', { cache: 'no_cache' })((facts: RecordFacts) => access.allows(ACTION, TYPE, facts))
  const shielded = await cost(10_000, (index) => inside.resolve(at(index), {}, {} as never, {} as never, options))
  const cedar = await cost(10, stateful)
  const reparsed = await cost(1, whole)

  const rows: readonly (readonly [string, number])[] = [
    ['Access.decide, warm', decide],
    ['bare graphql-shield rule (no_cache, returns true)', shield],
    ['graphql-shield rule that asks Access', shielded],
    ['PolicySet.forRequest, kept access (once a fetch)', lookup],
    ['new viewer: fold, compile and first decision', compiling],
    ["Cedar's isAuthorized, policies parsed before (stateful)", cedar],
    ["Cedar's isAuthorized", reparsed],
  ]
  const dirty = git('status', '--porcelain', '--', 'policy', 'bench') === '' ? '' : ' (with changes)'
  const [cpu] = cpus()
  console.log(`$ npm run bench:policy
commit    ${git('rev-parse', '--short', 'HEAD')}${dirty}, ${new Date().toISOString().slice(0, 16)}Z
machine   ${cpu?.model ?? 'unknown'}, ${cpus().length} CPUs; Node ${process.version} on ${process.platform} ${process.arch}
policies  ${set.rulesOn(TODAY).length} in force on the day, loaded and validated in ${loading.toFixed(0)} ms; ${RECORD_TYPES.length} types
question  ${ACTION} of ${TYPE} for a hiring investigator with ${granted.length} grants; ${records.length} records, ${allowed} allowed, none decided otherwise than by Cedar

${'what'.padEnd(58)}${'ns a call'.padStart(12)}${'x decide'.padStart(12)}`)
  for (const [what, nanoseconds] of rows) {
    console.log(
      `${what.padEnd(58)}${nanoseconds.toFixed(0).padStart(12)}${(nanoseconds / decide).toFixed(1).padStart(12)}`,
    )
  }
}

await main()
