import type { World } from './rows.js'

/** Never in text about a person or an agency (rulings.md, Wording). */
export const BANNED = ['clear', 'cleared', 'no record', 'match found', 'non-compliant', 'eligible'] as const

const PATTERN = new RegExp(`\\b(${BANNED.join('|')})\\b`, 'i')

/** The banned word in a text, or null. */
export function bannedIn(text: string): string | null {
  return PATTERN.exec(text)?.[0] ?? null
}

/** Free text and statements of the world that use a banned word. */
export function proseFaults(world: World): string[] {
  const texts = [
    ...world['hub.participation'].map((row) => [row.jurisdiction, row.statement, row.nextUnit, row.nextForm] as const),
    ...world['hub.owner_authorization'].map((row) => [row.id, row.citation, row.reference] as const),
    ...world['incidents.incident'].map(
      (row) => [row.id, row.groundRaw, row.allegationText, row.statusRaw, row.sourceContact] as const,
    ),
    ...world['credentials.certification_status'].map((row) => [row.id, row.statusRaw] as const),
    ...world['agencies.agency'].map((row) => [row.id, row.name] as const),
  ]
  return texts.flatMap(([id, ...parts]) => {
    const found = bannedIn(parts.filter((part) => part !== null).join(' | '))
    return found === null ? [] : [`${id}: says "${found}"`]
  })
}
