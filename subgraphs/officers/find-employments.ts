import { type PageArgs, pageOf, toConnection } from '../kit/connection.js'
import { type Context, spellsOfOfficer } from './context.js'
import type { Employment } from './employment.type.js'
import type { Agency, Officer } from './officer.type.js'

/** The officer's spells in scope, the latest first. */
export async function employmentsOf(context: Context, officer: Officer, args: PageArgs) {
  const page = pageOf(context, `Officer.employments/${officer.id}`, null, args)
  const all = await spellsOfOfficer(context, officer)
  const from = page.afterId === null ? 0 : all.findIndex((spell) => spell.id === page.afterId) + 1
  return toConnection(context, page, all.slice(from, from + page.take), () => Promise.resolve(all.length))
}

function isOpen(spell: Employment): boolean {
  return spell.ended === false
}

/** Where the officer serves now, as far as the spells in scope say; null if they do not. */
export async function currentAgencyOf(context: Context, officer: Officer): Promise<Agency | null> {
  const open = (await spellsOfOfficer(context, officer)).find(isOpen)
  return open?.agency ?? null
}
