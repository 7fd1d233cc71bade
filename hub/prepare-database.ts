import pg from 'pg'
import type { Clock } from '../contract/clock.js'
import { ComityError } from '../contract/errors.js'
import { loginOf } from '../prisma/connection.js'
import { configInvalid, type Config, type ConfigFault } from './config.js'
import { openDatabase } from './database.js'
import { DATABASE_ROLES, roleVariable, type DatabaseRole } from './variables.js'

interface Login {
  readonly role: DatabaseRole
  readonly user: string
  readonly password: string
}

/**
 * Migrates the database of DATABASE_URL, whose user owns it, and lets each role that has an address of its own log in with
 * the password in it. Lines of what was done, without a secret.
 * @throws ComityError NEEDS_POSTGRES, CONFIG_INVALID, DATABASE_UNREACHABLE, MIGRATION_*
 */
export async function prepareDatabase(config: Config, clock: Clock): Promise<string[]> {
  if (config.databaseUrl === null) throw new ComityError('NEEDS_POSTGRES')
  const logins = loginsOf(config)
  const database = await openDatabase(config, clock)
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    for (const { user, password } of logins) {
      await client.query(`ALTER ROLE ${client.escapeIdentifier(user)} LOGIN PASSWORD ${client.escapeLiteral(password)}`)
    }
  } finally {
    await client.end()
    await database.close()
  }
  return [`The database is migrated; its mode is ${database.mode}.`, ...logins.map(({ user }) => `${user} may log in.`)]
}

/** The roles that have an address of their own. @throws ComityError CONFIG_INVALID */
function loginsOf(config: Config): Login[] {
  const faults: ConfigFault[] = []
  const logins = DATABASE_ROLES.flatMap((role): Login[] => {
    const address = config.roleUrls[role]
    if (address === null || address === config.databaseUrl) return []
    const login = { role, ...loginOf(address) }
    const user = `comity_${role.toLowerCase()}`
    if (login.user === user && login.password !== '') return [login]
    faults.push({
      variable: roleVariable(role),
      is: '(not shown)',
      mustBe: `an address with user ${user} and a password`,
    })
    return []
  })
  if (faults.length > 0) throw configInvalid(faults)
  return logins
}
