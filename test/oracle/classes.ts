/** The classes of domain.md 3 with the split of rulings.md, as far as records about persons have them. */
export type PersonClass = 'P1' | 'P2' | 'P3a' | 'P3b' | 'P4' | 'P5' | 'P6' | 'P10'

/** A type whose objects are records about persons. */
export type PersonType = 'Officer' | 'Employment' | 'Incident' | 'Certification' | 'BackgroundCheck'

/**
 * What each field of a person's record is, read off domain.md 3 and rulings.md, "Classes", and not off the program:
 * P1 index identity (name, certificate, current agency); P2 strong identifiers; P3a agency, dates, class; P3b the mapped
 * reason; P4 final event facts, pointer and the certificate's status, with a ground code; P5 every text that a source
 * wrote; P6 raw reasons and investigation flags; P10 the log of who asked. `KNOWN`: shown of every record that the
 * viewer may know of, because it says no more than that there is one; what it leads to is decided there.
 */
export const CLASS_OF: Readonly<Record<PersonType, Readonly<Record<string, PersonClass | 'KNOWN'>>>> = {
  Officer: {
    id: 'KNOWN',
    name: 'P1',
    aliases: 'P1',
    certificateNumbers: 'P1',
    sources: 'P1',
    currentAgency: 'P1',
    dateOfBirth: 'P2',
    employments: 'KNOWN',
    certifications: 'KNOWN',
    incidents: 'KNOWN',
  },
  Employment: {
    id: 'KNOWN',
    officer: 'P1',
    agency: 'P3a',
    start: 'P3a',
    end: 'P3a',
    ended: 'P3a',
    rank: 'P3a',
    officerClass: 'P3a',
    ownerJurisdiction: 'P3a',
    separation: 'P3b',
    separationRaw: 'P6',
    separationCodeSystem: 'P6',
    separationCodeVersion: 'P6',
    investigationActive: 'P6',
    investigationRelatesForce: 'P6',
  },
  Incident: {
    id: 'KNOWN',
    officer: 'P1',
    agency: 'P4',
    kind: 'P4',
    stage: 'P4',
    stageText: 'P4',
    occurredOn: 'P4',
    decidedOn: 'P4',
    groundCode: 'P4',
    groundCodeSystem: 'P4',
    nexus: 'P4',
    fairProcess: 'P4',
    disposition: 'P4',
    onDutyBasis: 'P4',
    capacity: 'P4',
    source: 'P4',
    ownerJurisdiction: 'P4',
    outcomeOf: 'P4',
    groundRaw: 'P5',
    statusRaw: 'P5',
    allegationText: 'P5',
  },
  Certification: {
    id: 'KNOWN',
    officer: 'P1',
    authority: 'P1',
    number: 'P1',
    certificateClass: 'P1',
    issuedOn: 'P1',
    ownerJurisdiction: 'P1',
    status: 'P4',
    statusText: 'P4',
    statusOn: 'P4',
    history: 'P4',
    stage: 'P4',
    classRaw: 'P5',
    statusRaw: 'P5',
  },
  BackgroundCheck: {
    id: 'KNOWN',
    status: 'P10',
    requestedAt: 'P10',
    caseReference: 'P10',
    matches: 'P10',
    sources: 'P10',
    notice: 'P10',
    policyVersion: 'P10',
    reconciliation: 'P10',
  },
}
