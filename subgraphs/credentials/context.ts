import type { CredentialsDb } from '../../prisma/client.js'
import type { SubgraphContext } from '../kit/context.js'
import { loaderById, loaderOfMany } from '../kit/loader.js'
import { credentialsBy, findCredentials } from './agency-credential.repository.js'
import type { AgencyCredential } from './agency-credential.type.js'
import { certificationIdsBy, findCertifications } from './certification.repository.js'
import type { Certification } from './certification.type.js'
import type { Agency, Officer } from './references.type.js'

export type Context = SubgraphContext<CredentialsDb>

export function knownCertifications(context: Context) {
  return context.access.scope('know:Certification', 'Certification')
}

export function certificationById(context: Context, id: string): Promise<Certification | null> {
  return loaderById(context, 'certificationById', (ids) =>
    findCertifications(context.db, context.access, knownCertifications(context), ids),
  ).load(id)
}

export async function certificationIdsOfOfficer(context: Context, officer: Officer): Promise<readonly string[]> {
  const loader = loaderOfMany(context, 'certificationIdsByRecord', (ids) =>
    certificationIdsBy(context.db, knownCertifications(context), ids),
  )
  const found = await Promise.all(officer.recordIds.map((id) => loader.load(id)))
  return found.flat().sort()
}

export function credentialsOfAgency(context: Context, agency: Agency): Promise<readonly AgencyCredential[]> {
  return loaderOfMany(context, 'credentialsByAgency', (ids) => credentialsBy(context.db, ids)).load(agency.id)
}

export function credentialById(context: Context, id: string): Promise<AgencyCredential | null> {
  return loaderById(context, 'credentialById', (ids) => findCredentials(context.db, ids)).load(id)
}
