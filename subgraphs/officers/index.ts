import type { OfficersDb } from '../../prisma/client.js'
import type { SubgraphDefinition } from '../kit/subgraph.js'
import { AccessFlag } from './audit-log/access-flag.type.js'
import { AuditLogResolver } from './audit-log/audit-log.resolver.js'
import { LogEntry } from './audit-log/log-entry.type.js'
import { BackgroundCheckResolver, MatchResolver } from './check/check.resolver.js'
import { BackgroundCheck, Match } from './check/check.type.js'
import { officerById, officerByRecord } from './context.js'
import { Disclosure, DisclosureResolver } from './disclosures.js'
import { Employment } from './employment.type.js'
import { OfficerLinkEndResolver, OfficerLinkResolver } from './links/link.resolver.js'
import { OfficerLink, OfficerLinkEnd, OfficerLinkStep } from './links/link.type.js'
import { AgencyResolver, EmploymentResolver, OfficerResolver } from './officer.resolver.js'
import { Agency, Officer } from './officer.type.js'
import { takeOverMatters } from './outbox.js'
import { EmploymentExplanation, explainEmployment, explainOfficer, OfficerExplanation } from './why.js'

/** Persons, their spells, and the checks that hiring agencies run on candidates. */
export const officers: SubgraphDefinition<OfficersDb> = {
  name: 'officers',
  resolvers: [
    OfficerResolver,
    EmploymentResolver,
    AgencyResolver,
    BackgroundCheckResolver,
    MatchResolver,
    DisclosureResolver,
    AuditLogResolver,
    OfficerLinkResolver,
    OfficerLinkEndResolver,
  ],
  orphanedTypes: [
    Officer,
    Employment,
    Agency,
    BackgroundCheck,
    Match,
    Disclosure,
    LogEntry,
    AccessFlag,
    OfficerLink,
    OfficerLinkEnd,
    OfficerLinkStep,
    OfficerExplanation,
    EmploymentExplanation,
  ],
  references: {
    Officer: (reference, context) =>
      typeof reference['recordId'] === 'string'
        ? officerByRecord(context, reference['recordId'])
        : officerById(context, String(reference['id'])),
    OfficerExplanation: explainOfficer,
    EmploymentExplanation: explainEmployment,
    Agency: (reference) => ({ id: String(reference['id']) }),
  },
  beforeFetch: takeOverMatters,
}
