import type { Case } from '../cases/case.js'

const viewer = 'iowaHiringInvestigatorWithTalmirraConsent'

/** Each rule of the bundle decides one and leaves one alone, though the Band has consented. */
// prettier-ignore
export const TRIBE_TALMIRRA: readonly Case[] = [
  { viewer, action: 'read:P3b', record: 'reyesTalmirraSpell', deny: 'TRIBE-TALMIRRA-1' },
  { viewer, action: 'read:P3a', record: 'reyesTalmirraSpell', allow: 'HIR-1', spares: 'TRIBE-TALMIRRA-1' },
  { viewer, action: 'read:P3b', record: 'reyesSpell', allow: 'HIR-1', spares: 'TRIBE-TALMIRRA-1' },
  { viewer: 'talmirraRecordsOfficer', action: 'read:P3b', record: 'reyesTalmirraSpell', allow: 'OWN-1', spares: 'TRIBE-TALMIRRA-1' },
  { viewer, action: 'know:Incident', record: 'reyesTalmirraSeparation', deny: 'TRIBE-TALMIRRA-2' },
  { viewer, action: 'know:Incident', record: 'reyesTalmirraFinding', allow: 'HIR-1', spares: 'TRIBE-TALMIRRA-2' },
  { viewer, action: 'know:Incident', record: 'reyesSeparation', allow: 'HIR-1', spares: 'TRIBE-TALMIRRA-2' },
  { viewer: 'talmirraRecordsOfficer', action: 'know:Incident', record: 'reyesTalmirraSeparation', allow: 'OWN-1', spares: 'TRIBE-TALMIRRA-2' },
  // Without its consent there is nothing to narrow.
  { viewer: 'iowaHiringInvestigator', action: 'read:P3a', record: 'reyesTalmirraSpell', deny: 'TRB-1' },
]
