import pg from 'pg'
import type { Clock } from '../contract/clock.js'
import type { Config } from './config.js'
import { openDatabase } from './database.js'

/**
 * Does one thing as the owner of the database, for a command of the operator; a hub may run meanwhile.
 * @throws those of opening the database
 */
export async function withOwner<T>(config: Config, clock: Clock, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const database = await openDatabase(config, clock)
  try {
    const client = new pg.Client({ connectionString: database.ownerUrl })
    await client.connect()
    try {
      return await act(client)
    } finally {
      await client.end()
    }
  } finally {
    await database.close()
  }
}
