import type { Case } from './case.js'

export const OWN: readonly Case[] = [
  // Records officer: the own agency.
  { viewer: 'norfolkRecordsOfficer', action: 'know:Incident', record: 'reyesFinalFinding', allow: 'OWN-1' },
  { viewer: 'norfolkRecordsOfficer', action: 'read:P2', record: 'reyesIdentity', allow: 'OWN-1', spares: 'CLS-2' },
  { viewer: 'norfolkRecordsOfficer', action: 'read:P5', record: 'reyesAllegation', allow: 'OWN-1', spares: 'CLS-5' },
  { viewer: 'norfolkRecordsOfficer', action: 'read:P6', record: 'reyesSpell', allow: 'OWN-1', spares: 'CLS-6' },
  {
    viewer: 'norfolkRecordsOfficer',
    action: 'know:Incident',
    record: 'reyesHeldFinding',
    allow: 'OWN-1',
    spares: 'DP-2',
  },
  {
    viewer: 'norfolkRecordsOfficer',
    action: 'know:Incident',
    record: 'reyesFindingAfterItsDay',
    allow: 'OWN-1',
    spares: 'DP-3',
  },
  {
    viewer: 'norfolkRecordsOfficer',
    action: 'know:Certification',
    record: 'reyesCertificate',
    unpermitted: true,
    spares: 'OWN-1',
  },
  {
    viewer: 'norfolkRecordsOfficerForHiring',
    action: 'know:Incident',
    record: 'reyesFinalFinding',
    unpermitted: true,
    spares: 'OWN-1',
  },
  { viewer: 'norfolkRecordsOfficerForHiring', action: 'know:Incident', record: 'reyesAllegation', deny: 'DP-2' },
  // Commission: the own jurisdiction.
  { viewer: 'virginiaCommission', action: 'know:Incident', record: 'reyesAllegation', allow: 'COM-1', spares: 'DP-2' },
  { viewer: 'virginiaCommission', action: 'read:P5', record: 'reyesHeldFinding', allow: 'COM-1' },
  {
    viewer: 'virginiaCommission',
    action: 'know:Incident',
    record: 'courtConviction',
    unpermitted: true,
    spares: 'COM-1',
  },
  {
    viewer: 'virginiaCommissionForHiring',
    action: 'know:Incident',
    record: 'reyesFinalFinding',
    unpermitted: true,
    spares: 'COM-1',
  },
  // Commission of another State: the person of its live certification case, final instances alone.
  { viewer: 'iowaCommissionOnCase', action: 'read:P4', record: 'reyesFinalFinding', allow: 'COM-2' },
  { viewer: 'iowaCommissionOnCase', action: 'read:P5', record: 'reyesFinalFinding', deny: 'CLS-5' },
  { viewer: 'iowaCommissionOnCase', action: 'know:Incident', record: 'reyesAllegation', deny: 'DP-2' },
  {
    viewer: 'iowaCommissionOnCase',
    action: 'know:Incident',
    record: 'otherFinding',
    unpermitted: true,
    spares: 'COM-2',
  },
  {
    viewer: 'iowaCommission',
    action: 'know:Incident',
    record: 'reyesFinalFinding',
    unpermitted: true,
    spares: 'COM-2',
  },
  // Prosecutor.
  { viewer: 'polkProsecutor', action: 'read:P4', record: 'reyesFinalFinding', allow: 'PRO-1' },
  { viewer: 'polkProsecutor', action: 'read:P2', record: 'reyesIdentity', deny: 'CLS-2' },
  { viewer: 'polkProsecutor', action: 'know:Incident', record: 'otherFinding', unpermitted: true, spares: 'PRO-1' },
  {
    viewer: 'polkProsecutorWithoutCase',
    action: 'know:Incident',
    record: 'reyesFinalFinding',
    unpermitted: true,
    spares: 'PRO-1',
  },
  // Data subject.
  { viewer: 'reyes', action: 'know:Incident', record: 'reyesFinalFinding', allow: 'SUB-1' },
  { viewer: 'reyes', action: 'read:P2', record: 'reyesIdentity', allow: 'SUB-1' },
  { viewer: 'reyes', action: 'read:P5', record: 'reyesHeldFinding', allow: 'SUB-1', spares: 'DP-2' },
  { viewer: 'reyes', action: 'know:Incident', record: 'reyesOverturnedFinding', allow: 'SUB-1', spares: 'VWR-2' },
  { viewer: 'reyes', action: 'know:Incident', record: 'reyesAllegation', unpermitted: true, spares: 'SUB-1' },
  { viewer: 'someoneElse', action: 'know:Incident', record: 'reyesFinalFinding', unpermitted: true, spares: 'SUB-1' },
  { viewer: 'reyes', action: 'read:P10', record: 'reyesFinalFinding', allow: 'SUB-2', spares: 'CLS-10' },
  { viewer: 'reyes', action: 'read:P10', record: 'reyesAllegation', unpermitted: true, spares: 'SUB-2' },
  { viewer: 'someoneElse', action: 'read:P10', record: 'reyesFinalFinding', deny: 'CLS-10', spares: 'SUB-2' },
]
