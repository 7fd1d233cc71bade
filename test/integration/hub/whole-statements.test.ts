import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { OpenDatabase } from '../../../hub/database.js'
import { freshDatabase, type TestDatabase } from '../../support/database.js'

describe.skipIf(inject('templates').kind !== 'EMBEDDED')('the embedded database', () => {
  let made: TestDatabase
  let database: OpenDatabase
  beforeAll(async () => {
    made = await freshDatabase({ world: false })
    database = await made.open()
  })
  afterAll(async () => {
    await database.close()
    await made.drop()
  })

  it('Statements that queue behind a transaction keep their own text and values', async () => {
    const pool = new pg.Pool({ connectionString: database.ownerUrl, max: 12 })
    try {
      // Open beforehand, so that all of them send at once.
      const clients = await Promise.all(Array.from({ length: 12 }, () => pool.connect()))
      const [writer, ...readers] = clients
      if (!writer) throw new Error('no connection')
      for (let round = 0; round < 20; round++) {
        await writer.query('BEGIN')
        const waiting = readers.map(async (reader, index) => {
          if (index % 3 === 0) {
            await reader.query('BEGIN')
            await reader.query('SELECT $1::int AS mine', [index])
            await reader.query('COMMIT')
          }
          if (index % 3 === 1) await expect(reader.query('SELECT 1 / $1::int', [0])).rejects.toThrow(/division/)
          const { rows } = await reader.query<{ mine: number }>(`SELECT $1::int + ${index} AS mine`, [round])
          expect(rows).toEqual([{ mine: round + index }])
        })
        // Meanwhile they queue.
        await new Promise((resolve) => setTimeout(resolve, 5))
        await writer.query('COMMIT')
        await Promise.all(waiting)
      }
      for (const client of clients) client.release()
    } finally {
      await pool.end()
    }
  })

  it('A connection lost in the middle of a statement holds nobody up', async () => {
    const lost = new pg.Client({ connectionString: database.ownerUrl })
    lost.on('error', () => undefined)
    await lost.connect()
    const { connection } = lost as unknown as {
      connection: { parse(statement: object, more?: boolean): void; flush(): void; stream: { destroy(): void } }
    }
    connection.parse({ text: 'SELECT $1::int', name: '', types: [] })
    connection.flush()
    await new Promise((resolve) => setTimeout(resolve, 50))
    connection.stream.destroy()
    const next = new pg.Client({ connectionString: database.ownerUrl })
    await next.connect()
    expect((await next.query<{ one: number }>('SELECT $1::int AS one', [1])).rows).toEqual([{ one: 1 }])
    await next.end()
  })
})
