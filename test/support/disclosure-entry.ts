import type { DisclosureEntryInput } from '../../contract/disclosure-log.js'
import { TEST_NOW } from './now.js'

/** An entry of the disclosure log about one invented identity record. */
export const entryOf = (viewer: string, changes: Partial<DisclosureEntryInput> = {}): DisclosureEntryInput => ({
  at: TEST_NOW,
  viewer,
  service: null,
  agency: 'agy_one',
  jurisdiction: 'US-OH',
  purpose: 'J',
  caseReference: 'H-1',
  operation: 'Candidate',
  policyVersion: 'sha256:one',
  records: [{ type: 'Officer', id: 'off_one', subjects: ['idr_one'], classes: ['P1'] }],
  subjects: ['idr_one'],
  ...changes,
})
