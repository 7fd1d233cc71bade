import { createHash } from 'node:crypto'
import type { PlannedAgencyName, PlannedName } from '../../plan.js'

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
}

/**
 * The list has no record id. ADR 0010: surname, given name, suffix, first letter of the middle name, agency. The date is
 * not in it (the list corrects dates, and drops them on reinstatement), nor the tab (a row moves from pending to
 * finalized to reinstated and stays one record). A digest, so that no index holds names as keys.
 */
export function sourceKey(profile: string, name: PlannedName, agencies: readonly PlannedAgencyName[]): string {
  const parts = [
    profile,
    fold(name.family),
    fold(name.given),
    fold(name.suffix ?? ''),
    fold(name.middle ?? '').slice(0, 1),
    ...agencies.map((agency) => agency.normalized),
  ]
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)
}
