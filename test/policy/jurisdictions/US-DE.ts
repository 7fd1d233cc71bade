import type { Case } from '../cases/case.js'

const viewer = 'iowaHiringInvestigator'

/** Each rule of the bundle, once its policy officer has signed for it, decides one and leaves one alone. */
// prettier-ignore
export const US_DE: readonly Case[] = [
  { viewer, action: 'know:Incident', record: 'reyesDelawareFinding', deny: 'US-DE-1' },
  { viewer, action: 'know:Incident', record: 'reyesDelawareTermination', deny: 'US-DE-1' },
  { viewer: 'iowaCommissionOnCase', action: 'know:Incident', record: 'reyesDelawareFinding', deny: 'US-DE-1' },
  { viewer: 'polkProsecutor', action: 'know:Incident', record: 'reyesDelawareFinding', deny: 'US-DE-1' },
  { viewer, action: 'know:Incident', record: 'reyesDelawareDecertification', allow: 'HIR-1', spares: 'US-DE-1' },
  { viewer, action: 'know:Incident', record: 'reyesFinalFinding', allow: 'HIR-1', spares: 'US-DE-1' },
  { viewer: 'delawareCommission', action: 'know:Incident', record: 'reyesDelawareFinding', allow: 'COM-1', spares: 'US-DE-1' },
  { viewer: 'reyes', action: 'know:Incident', record: 'reyesDelawareFinding', allow: 'SUB-1', spares: 'US-DE-1' },
  { viewer: 'auditor', action: 'read:P6', record: 'reyesDelawareSpell', deny: 'US-DE-2' },
  { viewer: 'auditor', action: 'read:P6', record: 'reyesSpell', allow: 'AUD-1', spares: 'US-DE-2' },
  { viewer: 'delawareCommission', action: 'read:P6', record: 'reyesDelawareSpell', allow: 'COM-1', spares: 'US-DE-2' },
]
