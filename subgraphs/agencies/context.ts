import type { AgenciesDb } from '../../prisma/client.js'
import type { SubgraphContext } from '../kit/context.js'
import { loaderById } from '../kit/loader.js'
import { findAgencies, findJurisdictions } from './agency.repository.js'
import type { Agency, Jurisdiction } from './agency.type.js'

export type Context = SubgraphContext<AgenciesDb>

export function agencyById(context: Context, id: string): Promise<Agency | null> {
  return loaderById(context, 'agencyById', (ids) => findAgencies(context.db, ids)).load(id)
}

export function jurisdictionByCode(context: Context, code: string): Promise<Jurisdiction | null> {
  const loader = loaderById(context, 'jurisdictionByCode', async (codes) =>
    (await findJurisdictions(context.db, codes)).map((jurisdiction) => ({ id: jurisdiction.code, jurisdiction })),
  )
  return loader.load(code).then((found) => found?.jurisdiction ?? null)
}
