import type { Access, RecordFacts, Stage } from '../../policy/index.js'
import type { CertificationStatus as StatusRow } from '../../prisma/client/client.js'
import { partialDate } from '../kit/partial-date.js'
import type { StatusEntry } from './certification.type.js'
import type { CertificateStatus } from './enums.js'

/**
 * The entries of a certificate's history that the viewer may see: each is decided as if the certificate stood where the
 * decision behind that entry does. A revocation that was overturned stays with its owner.
 */
export function visibleHistory(access: Access, facts: RecordFacts, rows: readonly StatusRow[]): StatusEntry[] {
  return rows
    .filter((row) => access.allows('read:P4', 'Certification', factsAt(facts, row.stage as Stage)))
    .map((row) => ({
      // CHECK constraints of the migrations hold the columns to the enumerations.
      status: row.status as CertificateStatus,
      effectiveOn: partialDate(row.effectiveOn, row.precision),
      stage: row.stage as Stage,
    }))
}

function factsAt(facts: RecordFacts, stage: Stage): RecordFacts {
  return stage === 'NONE'
    ? { ...facts, stage, kind: 'NONE', ownerKind: `${facts.ownerJurisdiction}/NONE` }
    : { ...facts, stage }
}
