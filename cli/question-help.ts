/** What one line on standard input asks; a part of the help of the commands that read such lines. */
export const QUESTION = `A question is a JSON object on one line:
  viewer     { agency, jurisdiction, jurisdictionClass, roles, assurance, purpose }
  dataClass  "P1" … : may the viewer see fields of this class?  Or instead
  action     "know:Incident", "read:P4", "match", "store", "do:submitIncident" …
  record     { type, id, ownerJurisdiction, ownerClass, ownerAgency, decidingAuthority, subjectRecord, kind, stage,
               admitted, admissionBasis, sealed, subjectNoticed, counterSigned, nexus, pointerAllowed, decidedEarliest,
               decidedLatest, validFrom, validUntil, namedOwners }; days are whole days since 1970-01-01
  facts      optional: { today, caseKind, caseLive, waiverCovers, granted, self, authorizations }`
