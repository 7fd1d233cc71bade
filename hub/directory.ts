import type { Pool } from 'pg'
import type { Directory, DirectoryAgency } from '../gateway/identity/directory.js'

type JurisdictionRow = Exclude<Awaited<ReturnType<Directory['jurisdiction']>>, null>

/**
 * The directory over the reference tables of the agencies schema (class P0, shown to everyone). Read each time: a
 * viewer's place is asked once a request, and an agency that moved must not keep its old place in some process's memory.
 */
export function createDirectory(pool: Pool): Directory {
  return {
    async jurisdiction(code) {
      const { rows } = await pool.query<JurisdictionRow>('SELECT class FROM agencies.jurisdiction WHERE code = $1', [
        code,
      ])
      return rows[0] ?? null
    },
    async agency(id) {
      const { rows } = await pool.query<DirectoryAgency>(AGENCY, [id])
      return rows[0] ?? null
    },
  }
}

const AGENCY = `
  SELECT a.jurisdiction_code AS jurisdiction, a.jurisdiction_class AS "jurisdictionClass",
         ARRAY(SELECT o.ori FROM agencies.agency_ori o WHERE o.agency_id = a.id) AS oris
    FROM agencies.agency a
   WHERE a.id = $1`
