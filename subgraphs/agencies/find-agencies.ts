import { z } from 'zod'
import { ComityError } from '../../contract/errors.js'
import { type PageArgs, pageOf, toConnection } from '../kit/connection.js'
import { parseInput } from '../kit/input.js'
import { type AgencyCriteria, countAgencies, listAgencies } from './agency.repository.js'
import { AgencyKind, type AgencyFilter } from './agency.type.js'
import { type Context, jurisdictionByCode } from './context.js'
import { JurisdictionClassEnum } from '../kit/jurisdiction-class.js'

const filterForm = z.object({
  jurisdiction: z
    .string()
    .nullish()
    .transform((code) => code ?? null),
  jurisdictionClass: z
    .enum(JurisdictionClassEnum)
    .nullish()
    .transform((value) => value ?? null),
  kind: z
    .enum(AgencyKind)
    .nullish()
    .transform((value) => value ?? null),
  nameContains: z
    .string()
    .trim()
    .min(2, 'must have at least 2 characters')
    .max(100, 'must have at most 100 characters')
    .nullish()
    .transform((text) => text ?? null),
})

/** Agencies by typed filter. @throws ComityError JURISDICTION_UNKNOWN, BAD_INPUT, PAGE_TOO_LARGE, CURSOR_INVALID */
export async function agenciesBy(
  context: Context,
  filter: AgencyFilter | null,
  args: PageArgs,
  list = 'Query.agencies',
) {
  const criteria: AgencyCriteria = parseInput(filterForm, filter ?? {}, 'filter')
  if (criteria.jurisdiction !== null && (await jurisdictionByCode(context, criteria.jurisdiction)) === null) {
    throw new ComityError('JURISDICTION_UNKNOWN', 'filter.jurisdiction.')
  }
  const page = pageOf(context, list, criteria, args)
  const rows = await listAgencies(context.db, criteria, page)
  return toConnection(context, page, rows, () => countAgencies(context.db, criteria))
}
