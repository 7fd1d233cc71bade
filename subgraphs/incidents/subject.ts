import { ComityError } from '../../contract/errors.js'
import type { JurisdictionClass, RecordFacts } from '../../policy/index.js'
import { newFacts } from './new-facts.js'
import type { Context } from './context.js'

/** What the officers subgraph publishes of an identity record, in the view `hub.officer_record`: whose it is, and of no person. */
interface OfficerRecord {
  readonly recordId: string
  readonly ownerJurisdiction: string
  readonly ownerClass: JurisdictionClass
  readonly ownerAgency: string
  readonly sealed: boolean
}

// The own agency's record first: every instance points to its own owner's identity record.
const RECORDS_OF = `
select record_id as "recordId", owner_jurisdiction as "ownerJurisdiction", owner_class as "ownerClass",
       owner_agency as "ownerAgency", sealed
  from hub.officer_record
 where officer_id = $1 or record_id = $2
 order by (owner_agency = $3) desc, record_id`

function factsOf(record: OfficerRecord): RecordFacts {
  const { ownerJurisdiction, ownerClass, ownerAgency, sealed } = record
  return {
    ...newFacts({ ownerJurisdiction, ownerClass, ownerAgency }, 'NONE'),
    id: record.recordId,
    subjectRecord: record.recordId,
    sealed,
  }
}

/**
 * The identity record that an instance of the viewer's is about: one under which the viewer may store. Unknown, hidden
 * and foreign officers are refused alike.
 * @throws ComityError BAD_INPUT
 */
export async function subjectOf(
  context: Context,
  named: { readonly officerId: string | null; readonly recordId: string | null },
): Promise<string> {
  const records = await context.db.$queryRawUnsafe<OfficerRecord[]>(
    RECORDS_OF,
    named.officerId ?? '',
    named.recordId ?? '',
    context.viewer.agency,
  )
  const own = records.find((record) => context.access.allows('store', 'IdentityRecord', factsOf(record)))
  if (!own) {
    const argument = named.officerId === null ? 'input.recordId' : 'input.officerId'
    throw new ComityError('BAD_INPUT', `${argument}: names no officer of whom your agency keeps an identity record.`, {
      arguments: [argument],
    })
  }
  return own.recordId
}
