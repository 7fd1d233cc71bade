import type { Case } from './case.js'
import type { RecordName } from './records.js'

const auditorReads = (action: Case['action'], record: RecordName): Case => ({
  viewer: 'auditor',
  action,
  record,
  allow: 'AUD-1',
})

// prettier-ignore
export const AUDIT: readonly Case[] = [
  // The log itself.
  { viewer: 'auditor', action: 'do:disclosureLog', allow: 'AUD-3' },
  { viewer: 'auditor', action: 'do:unusualAccess', allow: 'AUD-3' },
  { viewer: 'auditor', action: 'do:treeHead', allow: 'AUD-3', spares: 'SUB-4' },
  { viewer: 'auditor', action: 'do:inclusionProof', allow: 'AUD-3', spares: 'SUB-4' },
  { viewer: 'auditor', action: 'do:consistencyProof', allow: 'AUD-3', spares: 'SUB-4' },
  { viewer: 'auditorOnPassword', action: 'do:disclosureLog', deny: 'VWR-1' },
  { viewer: 'auditorForMaintenance', action: 'do:disclosureLog', unpermitted: true, spares: 'AUD-3' },
  { viewer: 'marylandRecordsOfficerForAudit', action: 'do:disclosureLog', unpermitted: true, spares: 'AUD-3' },
  { viewer: 'reyesForHiring', action: 'do:treeHead', unpermitted: true, spares: 'SUB-4' },
  { viewer: 'reyesAsRecordsOfficer', action: 'do:treeHead', unpermitted: true, spares: 'SUB-4' },
  { viewer: 'reyes', action: 'do:treeHead', allow: 'SUB-4', spares: 'AUD-3' },
  { viewer: 'reyes', action: 'do:inclusionProof', allow: 'SUB-4', spares: 'AUD-3' },
  { viewer: 'reyes', action: 'do:consistencyProof', allow: 'SUB-4', spares: 'AUD-3' },
  { viewer: 'reyes', action: 'do:disclosureLog', unpermitted: true, spares: 'AUD-3' },
  { viewer: 'iowaHiringInvestigator', action: 'do:disclosureLog', unpermitted: true, spares: 'AUD-3' },
  // What happened, and of which agency.
  auditorReads('know:IdentityRecord', 'reyesIdentity'),
  auditorReads('read:P3a', 'reyesSpell'),
  auditorReads('read:P3b', 'reyesSpell'),
  auditorReads('know:Incident', 'reyesFinalFinding'),
  auditorReads('read:P4', 'reyesFinalFinding'),
  auditorReads('know:Certification', 'reyesCertificate'),
  { ...auditorReads('read:P6', 'reyesSpell'), spares: 'CLS-6' },
  auditorReads('know:Incident', 'reyesSeparation'),
  // The checks, whoever requested them.
  { ...auditorReads('know:BackgroundCheck', 'iowaCheck'), spares: 'CHK-1' },
  auditorReads('read:P10', 'virginiaCheck'),
  { ...auditorReads('read:P10', 'reyesSpell'), spares: 'CLS-10' },
  // Of whom: a random id.
  { viewer: 'auditor', action: 'read:P1', record: 'reyesIdentity', deny: 'AUD-2' },
  { viewer: 'auditor', action: 'read:P1', record: 'reyesFinalFinding', deny: 'AUD-2' },
  { viewer: 'auditor', action: 'read:P2', record: 'reyesIdentity', deny: 'CLS-2' },
  { viewer: 'auditor', action: 'read:P5', record: 'reyesFinalFinding', deny: 'CLS-5' },
  { viewer: 'auditorWithDetail', action: 'read:P5', record: 'reyesFinalFinding', unpermitted: true, spares: 'AUD-1' },
  { viewer: 'auditor', action: 'match', record: 'reyesIdentity', unpermitted: true },
  // What was shared and then reversed, and nothing that never left its owner.
  { ...auditorReads('know:Incident', 'reyesOverturnedFinding'), spares: 'DP-2' },
  auditorReads('know:Incident', 'reyesVacatedFinding'),
  auditorReads('read:P4', 'reyesVoidFinding'),
  { viewer: 'auditor', action: 'know:Incident', record: 'reyesAllegation', deny: 'DP-2' },
  { viewer: 'auditor', action: 'know:Incident', record: 'reyesHeldFinding', deny: 'DP-2' },
  { viewer: 'auditor', action: 'know:Incident', record: 'reyesSeparationNotNoticed', deny: 'DP-2' },
  { viewer: 'auditor', action: 'know:Incident', record: 'reyesSeparationExpired', deny: 'DP-3' },
  { viewer: 'auditor', action: 'know:Incident', record: 'reyesSealedFinding', deny: 'DP-1' },
  { viewer: 'auditor', action: 'know:Incident', record: 'reyesExpungedFinding', deny: 'DP-1' },
  // A tribe's records under its own authorization alone.
  { viewer: 'auditor', action: 'know:Employment', record: 'reyesTribalSpell', deny: 'TRB-1' },
  { viewer: 'auditorWithConsent', action: 'know:Employment', record: 'reyesTribalSpell', allow: 'AUD-1', spares: 'TRB-1' },
  { viewer: 'auditorWithConsent', action: 'read:P6', record: 'reyesTribalSpell', deny: 'TRB-1' },
  // Role, purpose, agency, assurance.
  { viewer: 'auditorOnPassword', action: 'know:Incident', record: 'reyesFinalFinding', deny: 'VWR-1' },
  { viewer: 'auditorOfNoAgency', action: 'know:Incident', record: 'reyesFinalFinding', deny: 'VWR-2' },
  { viewer: 'auditorForMaintenance', action: 'know:Incident', record: 'reyesFinalFinding', unpermitted: true, spares: 'AUD-1' },
  { viewer: 'auditorForMaintenance', action: 'read:P1', record: 'reyesIdentity', unpermitted: true, spares: 'AUD-2' },
  { viewer: 'auditorForMaintenance', action: 'read:P6', record: 'reyesSpell', deny: 'CLS-6' },
  { viewer: 'auditorForMaintenance', action: 'read:P10', record: 'reyesSpell', deny: 'CLS-10' },
  { viewer: 'auditorForMaintenance', action: 'know:BackgroundCheck', record: 'iowaCheck', deny: 'CHK-1' },
  { viewer: 'auditorForMaintenance', action: 'know:Incident', record: 'reyesOverturnedFinding', deny: 'DP-2' },
  { viewer: 'marylandRecordsOfficerForAudit', action: 'know:Incident', record: 'reyesFinalFinding', unpermitted: true, spares: 'AUD-1' },
  { viewer: 'marylandRecordsOfficerForAudit', action: 'read:P1', record: 'reyesIdentity', unpermitted: true, spares: 'AUD-2' },
  { viewer: 'marylandRecordsOfficerForAudit', action: 'read:P6', record: 'reyesSpell', deny: 'CLS-6' },
  { viewer: 'marylandRecordsOfficerForAudit', action: 'read:P10', record: 'reyesSpell', deny: 'CLS-10' },
  { viewer: 'marylandRecordsOfficerForAudit', action: 'know:BackgroundCheck', record: 'iowaCheck', deny: 'CHK-1' },
  { viewer: 'marylandRecordsOfficerForAudit', action: 'know:Incident', record: 'reyesOverturnedFinding', deny: 'DP-2' },
  { viewer: 'iowaHiringInvestigator', action: 'read:P1', record: 'reyesIdentity', allow: 'HIR-1', spares: 'AUD-2' },
]
