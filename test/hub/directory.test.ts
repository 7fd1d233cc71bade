import type { Pool } from 'pg'
import { expect, test } from 'vitest'
import { createDirectory } from '../../hub/directory.js'

const facts = { issuer: 'i', jti: null, subjects: ['s'], issuedAt: 0, jurisdiction: 'US-OH', agency: 'NONE' }

test('A database that does not answer lets nobody in, and what it said stays here', async () => {
  const pool = { query: () => Promise.reject(new Error('no password for comity_hub at 10.0.0.7')) }
  const error: unknown = await createDirectory(pool as unknown as Pool)
    .lookUp(facts)
    .catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code: 'IDENTITY_UNAVAILABLE' })
  expect(JSON.stringify(error) + String(error)).not.toMatch(/comity_hub|10\.0\.0\.7/)
})
