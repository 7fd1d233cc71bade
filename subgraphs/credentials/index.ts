import type { CredentialsDb } from '../../prisma/client.js'
import type { SubgraphDefinition } from '../kit/subgraph.js'
import { AgencyCredential } from './agency-credential.type.js'
import { AgencyResolver, CertificationResolver, OfficerResolver } from './certification.resolver.js'
import { Certification } from './certification.type.js'
import { certificationById, credentialById } from './context.js'
import { Agency, Officer } from './references.type.js'
import { takeOverReversals } from './reversal-outbox.js'
import { CertificationExplanation, explainCertification } from './why.js'

/** Certificates of officers, and credentials of agencies. */
export const credentials: SubgraphDefinition<CredentialsDb> = {
  name: 'credentials',
  resolvers: [CertificationResolver, OfficerResolver, AgencyResolver],
  orphanedTypes: [Certification, AgencyCredential, Officer, Agency, CertificationExplanation],
  references: {
    Certification: (reference, context) => certificationById(context, String(reference['id'])),
    AgencyCredential: (reference, context) => credentialById(context, String(reference['id'])),
    CertificationExplanation: explainCertification,
    // What the officers subgraph said of the person, for `@requires`; rows are looked up in the viewer's own scope.
    Officer: (reference) => ({
      recordId: String(reference['recordId']),
      recordIds: Array.isArray(reference['recordIds']) ? reference['recordIds'].map(String) : [],
    }),
    Agency: (reference) => ({ id: String(reference['id']) }),
  },
  beforeFetch: takeOverReversals,
}
