import type { Case } from './case.js'

export const DUE_PROCESS: readonly Case[] = [
  // Sealed and expunged: nobody, the owner and the subject included.
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesSealedFinding', deny: 'DP-1' },
  { viewer: 'norfolkRecordsOfficer', action: 'know:Incident', record: 'reyesSealedFinding', deny: 'DP-1' },
  { viewer: 'virginiaCommission', action: 'know:Incident', record: 'reyesExpungedFinding', deny: 'DP-1' },
  { viewer: 'reyes', action: 'know:Incident', record: 'reyesSealedFinding', deny: 'DP-1' },
  { viewer: 'norfolkRecordsOfficer', action: 'store', record: 'reyesSealedFinding', deny: 'DP-1' },
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesFinalFinding', allow: 'HIR-1', spares: 'DP-1' },
  // Only what is final and admitted leaves its owner.
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesAllegation', deny: 'DP-2' },
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesHeldFinding', deny: 'DP-2' },
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesModifiedFinding', deny: 'DP-2' },
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesOverturnedFinding', deny: 'DP-2' },
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesFindingWithoutFairProcess', deny: 'DP-2' },
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesIncidentWithoutStage', deny: 'DP-2' },
  { viewer: 'iowaHiringInvestigator', action: 'know:IdentityRecord', record: 'reyesIdentityNotAdmitted', deny: 'DP-2' },
  { viewer: 'polkProsecutor', action: 'know:Incident', record: 'reyesAllegation', deny: 'DP-2' },
  // A separation under investigation: fact and pointer, never the detail.
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesSeparation', allow: 'HIR-1', spares: 'DP-2' },
  { viewer: 'iowaHiringInvestigator', action: 'read:P4', record: 'reyesSeparation', allow: 'HIR-1' },
  { viewer: 'iowaHiringInvestigator', action: 'read:P5', record: 'reyesSeparation', deny: 'CLS-5' },
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesSeparationNotNoticed', deny: 'DP-2' },
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesSeparationNotCounterSigned', deny: 'DP-2' },
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesSeparationNotAllowed', deny: 'DP-2' },
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesSeparationOfOtherNexus', deny: 'DP-2' },
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesSeparationExpired', deny: 'DP-3' },
  // The window: its first day is in, the day after its last is out.
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesFindingBeforeItsDay', deny: 'DP-3' },
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesFindingOnItsFirstDay', allow: 'HIR-1', spares: 'DP-3' },
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesFindingOnItsLastDay', allow: 'HIR-1', spares: 'DP-3' },
  { viewer: 'iowaHiringInvestigator', action: 'know:Incident', record: 'reyesFindingAfterItsDay', deny: 'DP-3' },
  // A certificate under appeal: the status, where its owner permits and authorises it.
  { viewer: 'iowaHiringInvestigatorWithAppeals', action: 'know:Certification', record: 'reyesCertificateUnderAppeal', allow: 'HIR-1' },
  { viewer: 'iowaHiringInvestigatorWithAppeals', action: 'read:P4', record: 'reyesCertificateUnderAppeal', allow: 'HIR-1' },
  { viewer: 'iowaHiringInvestigatorWithAppeals', action: 'read:P5', record: 'reyesCertificateUnderAppeal', deny: 'CLS-5' },
  { viewer: 'iowaHiringInvestigatorWithAppeals', action: 'read:P3a', record: 'reyesCertificateUnderAppeal', deny: 'DP-2' },
  { viewer: 'iowaHiringInvestigatorWithAppeals', action: 'know:Certification', record: 'reyesCertificateUnderAppealNotAllowed', deny: 'DP-2' },
  { viewer: 'iowaHiringInvestigatorWithAppeals', action: 'know:Certification', record: 'otherCertificateUnderAppeal', unpermitted: true },
  { viewer: 'iowaHiringInvestigator', action: 'know:Certification', record: 'reyesCertificateUnderAppeal', deny: 'DP-2' },
  // What stays with its owner by class names its reason on a record in scope.
  { viewer: 'iowaHiringInvestigator', action: 'read:P2', record: 'reyesIdentity', deny: 'CLS-2' },
  { viewer: 'iowaHiringInvestigator', action: 'read:P5', record: 'reyesFinalFinding', deny: 'CLS-5' },
  { viewer: 'iowaHiringInvestigator', action: 'read:P6', record: 'reyesSpell', deny: 'CLS-6' },
  { viewer: 'virginiaCommission', action: 'read:P7', record: 'reyesFinalFinding', deny: 'CLS-7' },
  { viewer: 'virginiaCommission', action: 'read:P8', record: 'reyesFinalFinding', deny: 'CLS-8' },
  { viewer: 'virginiaCommission', action: 'read:P9', record: 'reyesFinalFinding', deny: 'CLS-9' },
  { viewer: 'virginiaCommission', action: 'read:P4', record: 'reyesFinalFinding', allow: 'COM-1', spares: 'CLS-7' },
  { viewer: 'virginiaCommission', action: 'read:P1', record: 'reyesFinalFinding', allow: 'COM-1', spares: 'CLS-8' },
  { viewer: 'virginiaCommission', action: 'read:P6', record: 'reyesFinalFinding', allow: 'COM-1', spares: 'CLS-9' },
  // Tribal rows: no consent, no flow.
  { viewer: 'iowaHiringInvestigator', action: 'know:Employment', record: 'reyesTribalSpell', deny: 'TRB-1' },
  { viewer: 'iowaHiringInvestigatorWithConsent', action: 'read:P3a', record: 'reyesTribalSpell', allow: 'HIR-1', spares: 'TRB-1' },
  { viewer: 'iowaHiringInvestigatorWithConsent', action: 'read:P2', record: 'reyesTribalIdentity', deny: 'CLS-2' },
  { viewer: 'ovennaRecordsOfficer', action: 'read:P6', record: 'reyesTribalSpell', allow: 'OWN-1', spares: 'TRB-1' },
  { viewer: 'virginiaCommission', action: 'store', record: 'reyesTribalSpell', deny: 'TRB-1' },
]
