import { z } from 'zod'
import { ComityError } from '../../../contract/errors.js'
import { PURPOSES } from '../../../policy/index.js'
import { type PageArgs, pageOf, toConnection } from '../../kit/connection.js'
import { parseInput } from '../../kit/input.js'
import { type Context, officerById } from '../context.js'
import { agencyRef } from '../officer.type.js'
import type { LogEntry, LogFilter } from './log-entry.type.js'
import { countEntries, listEntries, type LogCriteria, type PlacedEntry } from './log-entry.repository.js'

const DAY = 86_400_000
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day, YYYY-MM-DD')
  // 30 February would become a day of March: the round trip tells.
  .refine((text) => {
    const date = new Date(`${text}T00:00:00Z`)
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  }, 'must be a day that exists')
  .transform((text) => new Date(`${text}T00:00:00Z`))
const idText = z.string().min(1, 'must not be empty').max(200, 'must have at most 200 characters')

const filterForm = z.object({
  officer: idText.nullish(),
  viewer: idText.nullish(),
  agency: idText.nullish(),
  purpose: z.enum(PURPOSES, { error: `must be one of ${PURPOSES.join(', ')}` }).nullish(),
  from: day.nullish(),
  until: day.nullish(),
})

/** What an entry records of its records, written by the gateway from contract/disclosure.ts. */
interface LoggedJson {
  readonly type: string
  readonly id: string
  readonly classes: readonly string[]
}

function toLogEntry({ entry, index }: PlacedEntry): LogEntry {
  const records = entry.records as unknown as readonly LoggedJson[]
  return {
    id: entry.id,
    index,
    at: entry.at.toISOString(),
    viewer: entry.viewer,
    service: entry.service,
    agency: entry.agency === 'NONE' ? null : agencyRef(entry.agency),
    jurisdiction: entry.jurisdiction,
    purpose: entry.purpose,
    caseReference: entry.caseReference,
    operation: entry.operation,
    policyVersion: entry.policyVersion,
    records: records.map(({ type, id, classes }) => ({ type, recordId: id, classes: [...classes] })),
  }
}

/** An officer whom the asker may not know of has no entries, like one who is not there. */
async function subjectsOf(context: Context, officer: string | null): Promise<readonly string[] | null> {
  if (officer === null) return null
  return (await officerById(context, officer))?.recordIds ?? []
}

/**
 * Entries of the disclosure log, the latest first. What is read is reported as a disclosure itself, also where it is
 * nothing: the log tells who has looked into it.
 * @throws ComityError BAD_INPUT, PAGE_TOO_LARGE, CURSOR_INVALID
 */
export async function entriesBy(context: Context, filter: LogFilter | null, args: PageArgs) {
  const form = parseInput(filterForm, filter ?? {}, 'filter')
  if (form.from && form.until && form.until < form.from)
    throw new ComityError('BAD_INPUT', 'filter.until: must not be before filter.from.')
  const criteria: LogCriteria = {
    subjects: await subjectsOf(context, form.officer ?? null),
    viewer: form.viewer ?? null,
    agency: form.agency ?? null,
    purpose: form.purpose ?? null,
    from: form.from ?? null,
    before: form.until ? new Date(form.until.getTime() + DAY) : null,
  }
  const page = pageOf(context, 'Query.disclosureLog', { ...form, subjects: criteria.subjects }, args)
  const isNobody = criteria.subjects?.length === 0
  const rows = isNobody ? [] : await listEntries(context.db, criteria, page.afterId, page.take)
  for (const { entry } of rows.slice(0, page.first)) context.collector.disclose('LogEntry', entry.id, [], 'P10')
  const count = () => (isNobody ? Promise.resolve(0) : countEntries(context.db, criteria))
  return toConnection(context, page, rows.map(toLogEntry), count)
}
