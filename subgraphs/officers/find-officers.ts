import { z } from 'zod'
import { type PageArgs, pageOf, toConnection } from '../kit/connection.js'
import { countOf } from '../kit/known.js'
import { nameText, parseInput } from '../kit/input.js'
import { type Context, officerById, officerIdsAt } from './context.js'
import { normalizeName } from './matching/index.js'
import { countOfficers, listOfficerIds, type OfficerCriteria } from './officer.repository.js'
import type { Agency, Officer, OfficerFilter } from './officer.type.js'

const filterForm = z.object({
  familyName: nameText.nullish().transform((text) => (text ? normalizeName(text) : null)),
  givenName: nameText.nullish().transform((text) => (text ? normalizeName(text) : null)),
  agency: z
    .string()
    .max(64)
    .nullish()
    .transform((id) => id ?? null),
  jurisdiction: z
    .string()
    .max(64)
    .nullish()
    .transform((code) => code ?? null),
})

async function load(context: Context, ids: readonly string[]): Promise<Officer[]> {
  const officers = await Promise.all(ids.map((id) => officerById(context, id)))
  return officers.filter((officer) => officer !== null)
}

/**
 * Officers that the viewer may know of. Name and jurisdiction filters AND the scope of class P1, the agency filter that
 * of P3a: a filter by a field that is withheld would be an oracle for it.
 * @throws ComityError BAD_INPUT, PAGE_TOO_LARGE, CURSOR_INVALID
 */
export async function officersBy(context: Context, filter: OfficerFilter | null, args: PageArgs) {
  const form = parseInput(filterForm, filter ?? {}, 'filter')
  const criteria: OfficerCriteria = {
    family: form.familyName,
    given: form.givenName,
    agency: form.agency,
    jurisdiction: form.jurisdiction,
  }
  const scopes = {
    record: context.access.scopeForFilter('IdentityRecord', ['P1']),
    spell: context.access.scopeForFilter('Employment', ['P3a']),
  }
  const page = pageOf(context, 'Query.officers', criteria, args)
  const listed = await listOfficerIds(context.db, context.access, scopes, criteria, page)
  const count = countOf(listed, () => countOfficers(context.db, scopes, criteria))
  return toConnection(context, page, await load(context, listed.rows), count)
}

/** Officers with a spell in scope at the agency, in id order. */
export async function officersOfAgency(context: Context, agency: Agency, args: PageArgs) {
  const page = pageOf(context, `Agency.officers/${agency.id}`, null, args)
  const all = await officerIdsAt(context, agency.id)
  const { afterId } = page
  const ids = (afterId === null ? all : all.filter((id) => id > afterId)).slice(0, page.take)
  return toConnection(context, page, await load(context, ids), async () => (await load(context, all)).length)
}
