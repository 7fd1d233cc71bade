import type { Case } from '../cases/case.js'

const viewer = 'iowaHiringInvestigatorUnderRoutineUse'

/** Each rule of the bundle, once its policy officer has signed for it, decides one and leaves one alone. */
// prettier-ignore
export const US_FED: readonly Case[] = [
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesFederalFinding', deny: 'US-FED-1' },
  { viewer: 'iowaHiringInvestigator', action: 'match', record: 'reyesFederalIdentity', deny: 'US-FED-1' },
  { viewer, action: 'know:Incident', record: 'reyesFederalFinding', allow: 'HIR-1', spares: 'US-FED-1' },
  { viewer, action: 'match', record: 'reyesFederalIdentity', allow: 'MAT-1', spares: 'US-FED-1' },
  // A class that the routine use does not cover.
  { viewer, action: 'read:P3b', record: 'reyesFederalIdentity', deny: 'US-FED-1' },
  { viewer: 'federalRecordsOfficer', action: 'know:Incident', record: 'reyesFederalFinding', allow: 'OWN-1', spares: 'US-FED-1' },
  { viewer: 'reyes', action: 'know:Incident', record: 'reyesFederalFinding', allow: 'SUB-1', spares: 'US-FED-1' },
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesFinalFinding', allow: 'HIR-1', spares: 'US-FED-1' },
  // Seven years to the day.
  { viewer, action: 'know:Incident', record: 'reyesFederalFindingOfLongAgo', deny: 'US-FED-2' },
  { viewer, action: 'know:Incident', record: 'reyesFederalFindingOfSevenYearsAgo', allow: 'HIR-1', spares: 'US-FED-2' },
  { viewer: 'federalRecordsOfficer', action: 'know:Incident', record: 'reyesFederalFindingOfLongAgo', allow: 'OWN-1', spares: 'US-FED-2' },
  { viewer: 'reyes', action: 'know:Incident', record: 'reyesFederalFindingOfLongAgo', allow: 'SUB-1', spares: 'US-FED-2' },
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesFindingOfLongAgo', allow: 'HIR-1', spares: 'US-FED-2' },
]
