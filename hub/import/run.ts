import { access, constants } from 'node:fs/promises'
import { basename } from 'node:path'
import { ComityError } from '../../contract/errors.js'
import { applyImport, type ApplyOptions } from './apply.js'
import type { ImportConnection } from './database.js'
import { policyInForce } from './importer.js'
import type { ImportProfile, Progress } from './profile.js'
import { profileNamed } from './profiles/index.js'
import type { ImportReport } from './report.js'

export interface ImportRequest extends Omit<ApplyOptions, 'policy'> {
  readonly profile: string
  readonly file: string
  /** One connection, held for the length of one transaction. */
  readonly connect: () => Promise<ImportConnection & { release(): void }>
  readonly progress: Progress
}

async function readable(file: string): Promise<void> {
  try {
    await access(file, constants.R_OK)
  } catch {
    throw new ComityError('IMPORT_WRONG_FILE', `${basename(file)} cannot be read: no such file, or no permission.`)
  }
}

/** Reads and maps the whole file before the database is touched, so that a transaction waits for no file. */
export async function runImport(request: ImportRequest): Promise<ImportReport> {
  const profile: ImportProfile = profileNamed(request.profile)
  await readable(request.file)
  const plan = await profile.plan(request.file, request.now, request.progress)
  const connection = await request.connect()
  try {
    // Before the transaction, which waits for nothing but its own statements.
    const policy = await policyInForce(connection)
    return await applyImport(plan, profile.authority, connection, { ...request, policy })
  } finally {
    connection.release()
  }
}
