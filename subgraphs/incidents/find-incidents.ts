import { z } from 'zod'
import { INCIDENT_KINDS, NEXUS, STAGES } from '../../policy/index.js'
import { dayToDate } from '../../contract/clock.js'
import { type PageArgs, pageOf, toConnection } from '../kit/connection.js'
import { countOf } from '../kit/known.js'
import { parseInput, partialDateText } from '../kit/input.js'
import { daySpan } from './admission/index.js'
import { type Context, incidentById, incidentIdsOfAgency, incidentIdsOfOfficer } from './context.js'
import { countIncidents, type IncidentCriteria, listIncidents } from './incident.repository.js'
import type { Agency, Incident, IncidentFilter, Officer } from './incident.type.js'

const orNull = <T>(value: T | null | undefined): T | null => value ?? null

function filterForm(today: number) {
  const date = partialDateText(today, true).nullish()
  return z.object({
    kind: z.enum(INCIDENT_KINDS).nullish().transform(orNull),
    stage: z.enum(STAGES).nullish().transform(orNull),
    nexus: z.enum(NEXUS).nullish().transform(orNull),
    agency: z.string().max(64, 'must be an id').nullish().transform(orNull),
    jurisdiction: z.string().max(64, 'must be a jurisdiction code').nullish().transform(orNull),
    decidedFrom: date.transform((day) => (day ? dayToDate(daySpan(day).earliest) : null)),
    decidedUntil: date.transform((day) => (day ? dayToDate(daySpan(day).latest) : null)),
  })
}

/**
 * Instances that the viewer may know of. A filter ANDs the scope of class P4, to which every field that it compares
 * belongs: a filter by a field that is withheld would be an oracle for it.
 * @throws ComityError BAD_INPUT, PAGE_TOO_LARGE, CURSOR_INVALID
 */
export async function incidentsBy(context: Context, filter: IncidentFilter | null, args: PageArgs) {
  const criteria: IncidentCriteria = parseInput(filterForm(context.today), filter ?? {}, 'filter')
  const filtered = Object.values(criteria).some((value) => value !== null)
  const classes = filtered ? (['P4'] as const) : []
  const scope = context.access.scopeForFilter('Incident', classes)
  const page = pageOf(context, 'Query.incidents', criteria, args)
  const listed = await listIncidents(context.db, context.access, scope, classes, criteria, page)
  const count = countOf(listed, () => countIncidents(context.db, scope, criteria))
  return toConnection(context, page, listed.rows, count)
}

export async function incidentsOfOfficer(context: Context, officer: Officer, args: PageArgs) {
  return connectionOf(
    context,
    `Officer.incidents/${[...officer.recordIds].sort().join()}`,
    args,
    await incidentIdsOfOfficer(context, officer),
  )
}

export async function incidentsOfAgency(context: Context, agency: Agency, args: PageArgs) {
  return connectionOf(context, `Agency.incidents/${agency.id}`, args, await incidentIdsOfAgency(context, agency))
}

async function load(context: Context, ids: readonly string[]): Promise<Incident[]> {
  const rows = await Promise.all(ids.map((id) => incidentById(context, id)))
  return rows.filter((row) => row !== null)
}

/** A page of ids in scope, in id order; the rows of all pages of the fetch are loaded together. */
async function connectionOf(context: Context, list: string, args: PageArgs, ids: readonly string[]) {
  const page = pageOf(context, list, null, args)
  const { afterId } = page
  const cut = (afterId === null ? ids : ids.filter((id) => id > afterId)).slice(0, page.take)
  return toConnection(context, page, await load(context, cut), async () => (await load(context, ids)).length)
}
