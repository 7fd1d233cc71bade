import type { Case } from './case.js'

export const HIRING: readonly Case[] = [
  // The candidate whom the case has opened.
  { viewer: 'iowaHiringInvestigator', action: 'know:IdentityRecord', record: 'reyesIdentity', allow: 'HIR-1' },
  { viewer: 'iowaHiringInvestigator', action: 'read:P1', record: 'reyesIdentity', allow: 'HIR-1' },
  { viewer: 'iowaHiringInvestigator', action: 'read:P3a', record: 'reyesSpell', allow: 'HIR-1' },
  { viewer: 'iowaHiringInvestigator', action: 'read:P3b', record: 'reyesSpell', allow: 'HIR-1' },
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesFinalFinding', allow: 'HIR-1' },
  { viewer: 'iowaHiringInvestigator', action: 'read:P4', record: 'reyesFinalFinding', allow: 'HIR-1' },
  { viewer: 'iowaHiringInvestigator', action: 'know:Certification', record: 'reyesCertificate', allow: 'HIR-1' },
  // Whatever ends or lacks the grant ends the view.
  {
    viewer: 'iowaHiringInvestigator',
    action: 'know:IdentityRecord',
    record: 'otherIdentity',
    unpermitted: true,
    spares: 'HIR-1',
  },
  {
    viewer: 'iowaHiringInvestigatorWithoutGrant',
    action: 'know:Incident',
    record: 'reyesFinalFinding',
    unpermitted: true,
    spares: 'HIR-1',
  },
  {
    viewer: 'iowaHiringInvestigatorAfterClosing',
    action: 'know:Incident',
    record: 'reyesFinalFinding',
    unpermitted: true,
    spares: 'HIR-1',
  },
  {
    viewer: 'iowaHiringInvestigatorWithdrawnWaiver',
    action: 'know:Incident',
    record: 'reyesFinalFinding',
    unpermitted: true,
    spares: 'HIR-1',
  },
  {
    viewer: 'iowaHiringInvestigatorForMaintenance',
    action: 'know:Incident',
    record: 'reyesFinalFinding',
    unpermitted: true,
    spares: 'HIR-1',
  },
  // Their own background checks, and nobody else's.
  { viewer: 'iowaHiringInvestigator', action: 'know:BackgroundCheck', record: 'iowaCheck', allow: 'HIR-2' },
  {
    viewer: 'iowaHiringInvestigatorAfterClosing',
    action: 'read:P10',
    record: 'iowaCheck',
    allow: 'HIR-2',
    spares: 'CHK-1',
  },
  {
    viewer: 'iowaHiringInvestigator',
    action: 'know:BackgroundCheck',
    record: 'virginiaCheck',
    deny: 'CHK-1',
    spares: 'HIR-2',
  },
  { viewer: 'virginiaCommission', action: 'know:BackgroundCheck', record: 'virginiaCheck', deny: 'CHK-1' },
  { viewer: 'norfolkRecordsOfficer', action: 'know:BackgroundCheck', record: 'virginiaCheck', unpermitted: true },
  // Matching.
  { viewer: 'iowaHiringInvestigatorWithoutGrant', action: 'match', record: 'otherIdentity', allow: 'MAT-1' },
  {
    viewer: 'iowaHiringInvestigator',
    action: 'match',
    record: 'reyesIdentityNotAdmitted',
    deny: 'DP-2',
    spares: 'MAT-1',
  },
  { viewer: 'iowaHiringInvestigator', action: 'match', record: 'reyesIdentitySealed', deny: 'DP-1', spares: 'MAT-1' },
  {
    viewer: 'iowaHiringInvestigatorWithdrawnWaiver',
    action: 'match',
    record: 'reyesIdentity',
    unpermitted: true,
    spares: 'MAT-1',
  },
  { viewer: 'norfolkRecordsOfficer', action: 'match', record: 'reyesIdentity', allow: 'MAT-2', spares: 'MAT-1' },
  // The spells of a candidate's name are compared under the same rule.
  { viewer: 'iowaHiringInvestigatorWithoutGrant', action: 'match', record: 'reyesSpell', allow: 'MAT-1' },
  { viewer: 'iowaHiringInvestigator', action: 'match', record: 'reyesSpellNotAdmitted', deny: 'DP-2', spares: 'MAT-1' },
  { viewer: 'iowaHiringInvestigator', action: 'match', record: 'reyesSpellSealed', deny: 'DP-1', spares: 'MAT-1' },
  { viewer: 'iowaHiringInvestigator', action: 'match', record: 'reyesTribalSpell', deny: 'TRB-1' },
  { viewer: 'iowaHiringInvestigator', action: 'match', record: 'reyesTribalIdentity', deny: 'TRB-1' },
  {
    viewer: 'iowaHiringInvestigatorWithConsent',
    action: 'match',
    record: 'reyesTribalIdentity',
    allow: 'MAT-1',
    spares: 'TRB-1',
  },
]
