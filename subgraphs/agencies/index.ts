import type { AgenciesDb } from '../../prisma/client.js'
import type { SubgraphDefinition } from '../kit/subgraph.js'
import { AgencyResolver, JurisdictionResolver } from './agency.resolver.js'
import { Agency, Jurisdiction } from './agency.type.js'
import { AuthorizationResolver } from './authorizations/authorization.resolver.js'
import { BundleResolver } from './bundles/bundle.resolver.js'
import { agencyById, jurisdictionByCode } from './context.js'
import { ViewerResolver } from './viewer.js'
import {
  CertificationExplanation,
  EmploymentExplanation,
  IncidentExplanation,
  OfficerExplanation,
  WhyResolver,
} from './why.js'

/** Agencies, jurisdictions, what owners authorize and forbid, and who is asking. */
export const agencies: SubgraphDefinition<AgenciesDb> = {
  name: 'agencies',
  resolvers: [AgencyResolver, JurisdictionResolver, AuthorizationResolver, BundleResolver, ViewerResolver, WhyResolver],
  orphanedTypes: [
    Agency,
    Jurisdiction,
    IncidentExplanation,
    OfficerExplanation,
    EmploymentExplanation,
    CertificationExplanation,
  ],
  references: {
    Agency: (reference, context) => agencyById(context, String(reference['id'])),
    Jurisdiction: (reference, context) => jurisdictionByCode(context, String(reference['code'])),
  },
}
