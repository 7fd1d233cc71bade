import { z } from 'zod'
import type { DataClass } from '../../policy/index.js'
import { type PageArgs, pageOf, toConnection } from '../kit/connection.js'
import { countOf } from '../kit/known.js'
import { parseInput } from '../kit/input.js'
import type { Certification, CertificationFilter } from './certification.type.js'
import { type CertificationCriteria, countCertifications, listCertifications } from './certification.repository.js'
import { certificationById, certificationIdsOfOfficer, type Context } from './context.js'
import { CERTIFICATE_CLASSES, CERTIFICATE_STATUSES } from './enums.js'
import type { Officer } from './references.type.js'

const orNull = <T>(value: T | null | undefined): T | null => value ?? null

const filterForm = z.object({
  authority: z.string().max(64, 'must be an id').nullish().transform(orNull),
  number: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(40, 'must be 40 characters or fewer')
    .nullish()
    .transform(orNull),
  certificateClass: z.enum(CERTIFICATE_CLASSES).nullish().transform(orNull),
  status: z.enum(CERTIFICATE_STATUSES).nullish().transform(orNull),
  jurisdiction: z.string().max(64, 'must be a jurisdiction code').nullish().transform(orNull),
})

/** A filter by a field that is withheld would be an oracle for it: each ANDs the scope of the field's class. */
function classesOf(criteria: CertificationCriteria): DataClass[] {
  const { status, ...others } = criteria
  return [
    ...(Object.values(others).some((value) => value !== null) ? (['P1'] as const) : []),
    ...(status === null ? [] : (['P4'] as const)),
  ]
}

/**
 * Certificates that the viewer may know of.
 * @throws ComityError BAD_INPUT, PAGE_TOO_LARGE, CURSOR_INVALID
 */
export async function certificationsBy(context: Context, filter: CertificationFilter | null, args: PageArgs) {
  const criteria: CertificationCriteria = parseInput(filterForm, filter ?? {}, 'filter')
  const classes = classesOf(criteria)
  const scope = context.access.scopeForFilter('Certification', classes)
  const page = pageOf(context, 'Query.certifications', criteria, args)
  const listed = await listCertifications(context.db, context.access, scope, classes, criteria, page)
  const count = countOf(listed, () => countCertifications(context.db, scope, criteria))
  return toConnection(context, page, listed.rows, count)
}

async function load(context: Context, ids: readonly string[]): Promise<Certification[]> {
  const rows = await Promise.all(ids.map((id) => certificationById(context, id)))
  return rows.filter((row) => row !== null)
}

/** A page of ids in scope, in id order; the rows of all pages of the fetch are loaded together. */
export async function certificationsOfOfficer(context: Context, officer: Officer, args: PageArgs) {
  const page = pageOf(context, `Officer.certifications/${[...officer.recordIds].sort().join()}`, null, args)
  const ids = await certificationIdsOfOfficer(context, officer)
  const { afterId } = page
  const cut = (afterId === null ? ids : ids.filter((id) => id > afterId)).slice(0, page.take)
  return toConnection(context, page, await load(context, cut), async () => (await load(context, ids)).length)
}
