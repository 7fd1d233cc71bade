import { epochDay } from '../../contract/clock.js'
import { ComityError } from '../../contract/errors.js'
import { type Access, loadPolicySet, type PolicyFiles, type PolicySet, readPolicyFiles } from '../../policy/index.js'
import type { ImportConnection } from './database.js'
import type { ListOwner } from './facts.js'

const IN_FORCE = `
select s.files
  from hub.policy_activation a join hub.policy_set s on s.hash = a.hash
 order by a.seq desc
 limit 1`

/** The rules in force in this database; one in which no hub was opened yet has none, and gets the files' own then. */
export async function policyInForce(db: ImportConnection): Promise<PolicySet> {
  const { rows } = await db.query<{ files: PolicyFiles }>(IN_FORCE)
  return loadPolicySet(rows[0]?.files ?? readPolicyFiles())
}

/**
 * What the importer may do: it acts for the owner of the list, maintaining its own records, and for nobody else. The
 * operator who runs it has the database in any case; what the rules decide is what may be kept.
 * @throws ComityError NOT_PERMITTED where no rule lets an owner import its list
 */
export function importerAccess(policy: PolicySet, owner: ListOwner, actor: string, now: Date): Access {
  const access = policy.forRequest(
    {
      subject: actor,
      agency: owner.agencyId,
      jurisdiction: owner.jurisdiction,
      jurisdictionClass: owner.class,
      roles: ['COMMISSION_ANALYST'],
      assurance: 2,
    },
    {
      purpose: 'A',
      today: epochDay(now),
      caseKind: 'NONE',
      caseLive: false,
      waiverCovers: false,
      granted: [],
      self: [],
      authorizations: [],
    },
  )
  const { effect, sentence } = access.decideViewer('do:importRecords')
  if (effect === 'deny') throw new ComityError('NOT_PERMITTED', sentence)
  return access
}
