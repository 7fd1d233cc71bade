import type { Case } from '../cases/case.js'
import { TRIBE_TALMIRRA } from './TRIBE-TALMIRRA.js'
import { US_CA } from './US-CA.js'
import { US_DE } from './US-DE.js'
import { US_FED } from './US-FED.js'

/** The table beside each shipped bundle, by the code of its jurisdiction. */
export const TABLES: Readonly<Record<string, readonly Case[]>> = {
  'TRIBE-TALMIRRA': TRIBE_TALMIRRA,
  'US-CA': US_CA,
  'US-DE': US_DE,
  'US-FED': US_FED,
}
