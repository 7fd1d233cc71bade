import type { Pool } from 'pg'
import { ComityError } from '../contract/errors.js'
import type { Directory, DirectoryEntry } from '../gateway/identity/directory.js'

/**
 * The directory over the reference tables of the agencies schema (class P0, shown to everyone) and the list of revoked
 * tokens. One statement, read each time: a viewer's place is asked once a request, an agency that moved must not keep its
 * old place in some process's memory, and a token that was revoked must not outlive it there.
 */
export function createDirectory(pool: Pool): Directory {
  return {
    async lookUp({ issuer, jti, subjects, issuedAt, jurisdiction, agency }) {
      try {
        const values = [issuer, jti, subjects, issuedAt, jurisdiction, agency]
        const { rows } = await pool.query<DirectoryEntry>(LOOK_UP, values)
        const [entry] = rows
        if (entry) return entry
      } catch {
        // What the driver says names hosts and roles; who asks needs none of it.
      }
      throw new ComityError('IDENTITY_UNAVAILABLE')
    },
  }
}

const LOOK_UP = `
  SELECT EXISTS (SELECT FROM hub.revoked_token r WHERE r.issuer = $1 AND r.jti = $2)
      OR EXISTS (SELECT FROM hub.revoked_token r
                  WHERE r.issuer = $1 AND r.subject = ANY ($3::text[]) AND r.issued_before > to_timestamp($4::float8))
         AS revoked,
         (SELECT j.class FROM agencies.jurisdiction j WHERE j.code = $5) AS "jurisdictionClass",
         (SELECT json_build_object(
                   'jurisdiction', a.jurisdiction_code,
                   'jurisdictionClass', a.jurisdiction_class,
                   'oris', ARRAY(SELECT o.ori FROM agencies.agency_ori o WHERE o.agency_id = a.id))
            FROM agencies.agency a
           WHERE a.id = $6) AS agency`
