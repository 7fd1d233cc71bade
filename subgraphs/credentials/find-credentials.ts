import { type PageArgs, pageOf, toConnection } from '../kit/connection.js'
import { type Context, credentialsOfAgency } from './context.js'
import type { Agency } from './references.type.js'

/** An agency's credentials, in id order. */
export async function agencyCredentials(context: Context, agency: Agency, args: PageArgs) {
  const page = pageOf(context, `Agency.credentials/${agency.id}`, null, args)
  const all = await credentialsOfAgency(context, agency)
  const { afterId } = page
  const rows = (afterId === null ? all : all.filter(({ id }) => id > afterId)).slice(0, page.take)
  return toConnection(context, page, rows, () => Promise.resolve(all.length))
}
