import { z } from 'zod'
import { type Page, type PageArgs, pageOf, toConnection } from '../kit/connection.js'
import { countOf } from '../kit/known.js'
import { nameText, parseInput } from '../kit/input.js'
import { groupBy } from '../kit/group.js'
import { type Context, knownRecords, officerById, officersAtAgency } from './context.js'
import type { OfficerAt } from './employment.repository.js'
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

/** An officer, and the id under which it stands in a list: not its own, where a link joins it with one of a lesser id. */
interface Placed {
  readonly place: string
  readonly officer: Officer
}

async function load(context: Context, places: readonly string[]): Promise<Placed[]> {
  const officers = await Promise.all(
    places.map(async (place) => ({ place, officer: await officerById(context, place) })),
  )
  return officers.filter((placed): placed is Placed => placed.officer !== null)
}

function connectionOf(context: Context, page: Page, placed: readonly Placed[], count: () => Promise<number>) {
  const places = new Map(placed.map(({ place, officer }) => [officer, place]))
  return toConnection(
    context,
    page,
    placed.map(({ officer }) => officer),
    count,
    (officer) => places.get(officer) ?? officer.id,
  )
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
    known: knownRecords(context),
    record: context.access.scopeForFilter('IdentityRecord', ['P1']),
    spell: context.access.scopeForFilter('Employment', ['P3a']),
  }
  const page = pageOf(context, 'Query.officers', criteria, args)
  const listed = await listOfficerIds(context.db, context.access, scopes, criteria, page)
  const count = countOf(listed, () => countOfficers(context.db, scopes, criteria))
  return connectionOf(context, page, await load(context, listed.rows), count)
}

/** Of several officers of one person the first of whom the viewer may know. */
async function oncePerPerson(context: Context, all: readonly OfficerAt[]): Promise<string[]> {
  const joined = [...groupBy(all, ({ person }) => person).values()].filter((officers) => officers.length > 1)
  const later = new Set<string>()
  for (const officers of joined) {
    const known = await load(
      context,
      officers.map(({ id }) => id),
    )
    for (const { place } of known.slice(1)) later.add(place)
  }
  return all.map(({ id }) => id).filter((id) => !later.has(id))
}

/** Officers with a spell in scope at the agency, in id order. */
export async function officersOfAgency(context: Context, agency: Agency, args: PageArgs) {
  const page = pageOf(context, `Agency.officers/${agency.id}`, null, args)
  const all = await oncePerPerson(context, await officersAtAgency(context, agency.id))
  const { afterId } = page
  const ids = (afterId === null ? all : all.filter((id) => id > afterId)).slice(0, page.take)
  return connectionOf(context, page, await load(context, ids), async () => (await load(context, all)).length)
}
