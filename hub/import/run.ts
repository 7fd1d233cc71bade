import { access, constants, stat } from 'node:fs/promises'
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
  /** Asked for once the file is read; the connection is its caller's to close. */
  readonly connect: () => Promise<ImportConnection>
  readonly progress: Progress
}

async function readable(file: string): Promise<void> {
  const name = basename(file)
  try {
    await access(file, constants.R_OK)
  } catch {
    throw new ComityError('IMPORT_WRONG_FILE', `${name} cannot be read: no such file, or no permission.`)
  }
  if (!(await stat(file)).isFile()) throw new ComityError('IMPORT_WRONG_FILE', `${name} is not a file.`)
}

/** Reads and maps the whole file before the database is touched, so that a transaction waits for no file. */
export async function runImport(request: ImportRequest): Promise<ImportReport> {
  const profile: ImportProfile = profileNamed(request.profile)
  await readable(request.file)
  const plan = await profile.plan(request.file, request.now, request.progress)
  const connection = await request.connect()
  // Before the transaction, which waits for nothing but its own statements.
  const policy = await policyInForce(connection)
  return applyImport(plan, profile.authority, connection, { ...request, policy })
}
