import type { Case } from './case.js'

export const VIEWER: readonly Case[] = [
  // No person in it: open to everyone.
  { viewer: 'public', action: 'read:P0', allow: 'PUB-1' },
  { viewer: 'public', action: 'read:P11', allow: 'PUB-2', spares: 'PUB-1' },
  { viewer: 'grantsOfficer', action: 'read:P0', allow: 'PUB-1', spares: 'PUB-2' },
  { viewer: 'grantsOfficer', action: 'know:IdentityRecord', record: 'reyesIdentity', unpermitted: true },
  // What a viewer must bring.
  { viewer: 'iowaHiringInvestigatorOnPassword', action: 'know:Incident', record: 'reyesFinalFinding', deny: 'VWR-1' },
  { viewer: 'iowaHiringInvestigatorOnPassword', action: 'do:requestBackgroundCheck', deny: 'VWR-1' },
  {
    viewer: 'iowaHiringInvestigator',
    action: 'know:Incident',
    record: 'reyesFinalFinding',
    allow: 'HIR-1',
    spares: 'VWR-1',
  },
  { viewer: 'public', action: 'know:IdentityRecord', record: 'reyesIdentity', deny: 'VWR-1' },
  { viewer: 'iowaHiringInvestigatorOfNoAgency', action: 'know:Incident', record: 'reyesFinalFinding', deny: 'VWR-2' },
  { viewer: 'iowaHiringInvestigator', action: 'read:P1', record: 'reyesFinalFinding', allow: 'HIR-1', spares: 'VWR-2' },
  { viewer: 'iowaHiringInvestigatorAlsoAuditor', action: 'know:Incident', record: 'reyesFinalFinding', deny: 'VWR-3' },
  { viewer: 'iowaHiringInvestigatorAlsoAuditor', action: 'do:requestBackgroundCheck', deny: 'VWR-3' },
  { viewer: 'reyes', action: 'know:IdentityRecord', record: 'reyesIdentity', allow: 'SUB-1', spares: 'VWR-3' },
  // Operations.
  { viewer: 'iowaHiringInvestigatorAfterClosing', action: 'do:requestBackgroundCheck', allow: 'OPS-1' },
  { viewer: 'iowaHiringInvestigator', action: 'do:adjudicateMatch', allow: 'OPS-1' },
  { viewer: 'iowaHiringInvestigator', action: 'do:closeCase', allow: 'OPS-1' },
  { viewer: 'iowaHiringInvestigator', action: 'do:withdrawWaiver', allow: 'OPS-1' },
  { viewer: 'virginiaCommission', action: 'do:requestBackgroundCheck', unpermitted: true, spares: 'OPS-1' },
  { viewer: 'norfolkRecordsOfficer', action: 'do:submitIncident', allow: 'OPS-2' },
  { viewer: 'norfolkRecordsOfficer', action: 'do:recordReversal', allow: 'OPS-2', spares: 'OPS-3' },
  { viewer: 'norfolkRecordsOfficer', action: 'do:importRecords', unpermitted: true, spares: 'OPS-3' },
  { viewer: 'norfolkRecordsOfficerForHiring', action: 'do:submitIncident', unpermitted: true, spares: 'OPS-2' },
  { viewer: 'virginiaCommission', action: 'do:importRecords', allow: 'OPS-3' },
  { viewer: 'virginiaCommission', action: 'do:submitIncident', allow: 'OPS-3', spares: 'OPS-2' },
  { viewer: 'reyes', action: 'do:disclosures', allow: 'OPS-4' },
  { viewer: 'iowaHiringInvestigator', action: 'do:disclosures', unpermitted: true, spares: 'OPS-4' },
  // What the hub may store.
  { viewer: 'norfolkRecordsOfficer', action: 'store', record: 'reyesFinalFinding', allow: 'STO-1' },
  { viewer: 'norfolkRecordsOfficer', action: 'store', record: 'reyesCertificate', unpermitted: true, spares: 'STO-1' },
  { viewer: 'virginiaCommission', action: 'store', record: 'reyesFinalFinding', allow: 'STO-2' },
  { viewer: 'virginiaCommission', action: 'store', record: 'courtConviction', allow: 'STO-2' },
  { viewer: 'iowaCommission', action: 'store', record: 'reyesFinalFinding', unpermitted: true, spares: 'STO-2' },
  {
    viewer: 'iowaHiringInvestigator',
    action: 'store',
    record: 'reyesFinalFinding',
    unpermitted: true,
    spares: 'STO-1',
  },
]
