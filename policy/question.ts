import { z } from 'zod'
import {
  ADMISSION_BASES,
  CASE_KINDS,
  CHECK_KINDS,
  DATA_CLASSES,
  INCIDENT_KINDS,
  JURISDICTION_CLASSES,
  NEXUS,
  OPERATIONS,
  PURPOSES,
  RECORD_TYPES,
  ROLES,
  STAGES,
} from './types.js'
import type { Access } from './access.js'
import type { PolicySet } from './policy-set.js'
import type { Action, EpochDay, RecordFacts, RecordType, RequestFacts, ViewerAction } from './types.js'

/**
 * One line of `comity policy decide` and `comity policy explain`:
 * ```
 * { "viewer": { agency, jurisdiction, jurisdictionClass, roles, assurance, purpose?, subject? },
 *   "dataClass": "P4",               // asks for read:P4; or
 *   "action": "know:Incident",       // any action: know:, read:, match, store, do:
 *   "record": { "type": "Incident", ...RecordFacts },   // dates in whole days since 1970-01-01; ownerKind is optional
 *   "facts": { purpose?, today?, caseKind?, caseLive?, waiverCovers?, granted?, self?, authorizations? } }
 * ```
 * Facts that are not given are: the viewer's purpose or NONE, the day of the run, no case, no grants, no
 * authorizations. P0, P11 and do: look at no record.
 */
export type Question =
  | { readonly malformed: string }
  /** Asked of the viewer alone. */
  | { readonly access: Access; readonly viewerAction: ViewerAction }
  | { readonly access: Access; readonly action: Action; readonly type: RecordType; readonly facts: RecordFacts }

const name = z.string().min(1).max(200)
const names = z.array(name).max(10_000)
const day = z.number().int().min(-1_000_000).max(10_000_000)
const kind = z.enum([...INCIDENT_KINDS, ...CHECK_KINDS, 'NONE'])
const purpose = z.enum(PURPOSES)

const viewerShape = z.object({
  subject: name.default('line'),
  agency: name,
  jurisdiction: name,
  jurisdictionClass: z.enum(JURISDICTION_CLASSES),
  roles: z.array(z.enum(ROLES)).min(1),
  assurance: z.number().int().min(1).max(3),
  purpose: purpose.optional(),
})

const recordShape = z.object({
  type: z.enum(RECORD_TYPES),
  id: name,
  ownerJurisdiction: name,
  ownerClass: z.enum(JURISDICTION_CLASSES),
  ownerAgency: name,
  decidingAuthority: name,
  subjectRecord: name,
  kind,
  ownerKind: name.optional(),
  stage: z.enum(STAGES),
  admitted: z.boolean(),
  admissionBasis: z.enum(ADMISSION_BASES),
  sealed: z.boolean(),
  subjectNoticed: z.boolean(),
  counterSigned: z.boolean(),
  nexus: z.enum(NEXUS),
  pointerAllowed: z.boolean(),
  decidedEarliest: day,
  decidedLatest: day,
  validFrom: day,
  validUntil: day,
  namedOwners: names,
})

const factsShape = z.strictObject({
  purpose: purpose.optional(),
  today: day.optional(),
  caseKind: z.enum([...CASE_KINDS, 'NONE']).default('NONE'),
  caseLive: z.boolean().default(false),
  waiverCovers: z.boolean().default(false),
  granted: names.default([]),
  self: names.default([]),
  authorizations: z
    .array(
      z.strictObject({
        id: name,
        owner: name,
        instrument: z.enum(['CONSENT', 'STATUTE', 'COMPACT', 'ROUTINE_USE']),
        purposes: z.array(purpose),
        recipients: names,
        classes: z.array(z.enum(DATA_CLASSES)),
        kinds: z.array(z.union([kind, z.literal('*')])),
      }),
    )
    .default([]),
})

const VIEWER_ACTIONS: readonly string[] = ['read:P0', 'read:P11', ...OPERATIONS.map((operation) => `do:${operation}`)]
const RECORD_ACTIONS: readonly string[] = [
  ...RECORD_TYPES.map((type) => `know:${type}`),
  ...DATA_CLASSES.map((dataClass) => `read:${dataClass}`).filter((action) => !VIEWER_ACTIONS.includes(action)),
  'match',
  'store',
]

const lineShape = z.strictObject({
  viewer: viewerShape,
  dataClass: z.enum(DATA_CLASSES).optional(),
  action: z.enum([...VIEWER_ACTIONS, ...RECORD_ACTIONS]).optional(),
  record: z.unknown().optional(),
  facts: factsShape.optional(),
})

/** Reads one JSON line. Never throws: of what is malformed it says where, and nothing of its content. */
export function readQuestion(set: PolicySet, line: string, today: EpochDay): Question {
  const input = parseJson(line)
  if (input === undefined) return { malformed: 'it is not JSON' }
  const parsed = lineShape.safeParse(input)
  if (!parsed.success) return { malformed: placeOf(parsed.error) }
  const { viewer, dataClass, record: given } = parsed.data
  const action = (parsed.data.action ?? (dataClass && `read:${dataClass}`)) as Action | undefined
  if (action === undefined) return { malformed: 'dataClass or action is missing' }
  if (dataClass && action !== `read:${dataClass}`) return { malformed: 'dataClass and action ask different things' }
  const access = set.forRequest(viewer, requestFacts(parsed.data.facts ?? factsShape.parse({}), viewer.purpose, today))
  if (VIEWER_ACTIONS.includes(action)) return { access, viewerAction: action as ViewerAction }
  const record = recordShape.safeParse(given)
  if (!record.success) return { malformed: placeOf(record.error, 'record') }
  const { type, ...columns } = record.data
  const facts: RecordFacts = { ...columns, ownerKind: `${columns.ownerJurisdiction}/${columns.kind}` }
  if (columns.ownerKind !== undefined && columns.ownerKind !== facts.ownerKind)
    return { malformed: 'record.ownerKind is not ownerJurisdiction/kind' }
  if (!set.appliesTo.get(action)?.includes(type))
    return { malformed: 'the action does not apply to this type of record' }
  return { access, action, type, facts }
}

function requestFacts(
  facts: z.infer<typeof factsShape>,
  viewerPurpose: RequestFacts['purpose'] | undefined,
  today: EpochDay,
): RequestFacts {
  return { ...facts, purpose: facts.purpose ?? viewerPurpose ?? 'NONE', today: facts.today ?? today }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}

/** Where, never what: a line may hold a person's data. */
function placeOf(error: z.ZodError, within?: string): string {
  const [first] = error.issues
  const path = [...(within ? [within] : []), ...(first?.path ?? [])].join('.')
  const keys = first?.code === 'unrecognized_keys' ? ' has keys that are not known' : ` (${first?.code ?? 'invalid'})`
  return `${path || 'the line'}${keys}`
}
