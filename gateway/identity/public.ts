import type { Viewer } from '../../contract/viewer.js'

/** Whoever comes without a token. Belongs to no agency and no jurisdiction; no rule names this one's class. */
export const PUBLIC_VIEWER: Viewer = {
  subject: 'public',
  agency: 'NONE',
  jurisdiction: 'NONE',
  jurisdictionClass: 'LOCAL',
  roles: ['PUBLIC'],
  assurance: 1,
  purpose: 'NONE',
  caseReference: null,
  issuer: 'NONE',
  service: null,
  displayName: 'The public',
  employerName: 'NONE',
}
