import type { Case } from '../cases/case.js'

const viewer = 'iowaHiringInvestigator'

/** Each rule of the bundle, once its policy officer has signed for it, decides one and leaves one alone. */
// prettier-ignore
export const US_CA: readonly Case[] = [
  { viewer, action: 'know:Incident', record: 'reyesCaliforniaTermination', deny: 'US-CA-1' },
  { viewer, action: 'know:Incident', record: 'reyesCaliforniaSeparation', deny: 'US-CA-1' },
  { viewer: 'auditor', action: 'know:Incident', record: 'reyesCaliforniaTermination', deny: 'US-CA-1' },
  { viewer, action: 'know:Incident', record: 'reyesCaliforniaFinding', allow: 'HIR-1', spares: 'US-CA-1' },
  { viewer, action: 'know:Incident', record: 'reyesCaliforniaConviction', allow: 'HIR-1', spares: 'US-CA-1' },
  { viewer, action: 'know:Incident', record: 'reyesSeparation', allow: 'HIR-1', spares: 'US-CA-1' },
  { viewer: 'californiaCommission', action: 'know:Incident', record: 'reyesCaliforniaTermination', allow: 'COM-1', spares: 'US-CA-1' },
  { viewer: 'reyes', action: 'know:Incident', record: 'reyesCaliforniaTermination', allow: 'SUB-1', spares: 'US-CA-1' },
  { viewer, action: 'read:P3b', record: 'reyesCaliforniaSpell', deny: 'US-CA-2' },
  { viewer: 'auditor', action: 'read:P6', record: 'reyesCaliforniaSpell', deny: 'US-CA-2' },
  { viewer, action: 'read:P3a', record: 'reyesCaliforniaSpell', allow: 'HIR-1', spares: 'US-CA-2' },
  { viewer, action: 'read:P3b', record: 'reyesSpell', allow: 'HIR-1', spares: 'US-CA-2' },
  { viewer: 'californiaCommission', action: 'read:P3b', record: 'reyesCaliforniaSpell', allow: 'COM-1', spares: 'US-CA-2' },
  { viewer: 'reyes', action: 'read:P6', record: 'reyesCaliforniaSpell', allow: 'SUB-1', spares: 'US-CA-2' },
]
