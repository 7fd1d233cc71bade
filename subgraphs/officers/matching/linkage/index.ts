/**
 * Linking rows of files: raw cells in, pairs with a score and an explanation out. Pure and synchronous; reading files,
 * the index over keys and the output are the caller's (hub/match-files.ts). Order of use:
 *   1. every row of either file through `FrequencyCounter.add(row, side)` (a first pass), then `table()`;
 *   2. `prepareRow(row, { dates })` once a row; rows that share one of its `keys` are candidates for `comparePair`;
 *   3. `comparePair` for each candidate pair once. The order of the two rows never matters.
 *   4. of one file with itself: the `odds` of all pairs into a `GroupBuilder`, then `settle` for each pair, and for each
 *      pair of a group that shares no key, so that three rows of one person are three pairs.
 * A key that very many rows share (a common name) may be left out by the caller: its pairs that a date of birth or
 * another column confirms share a rarer key as well.
 */
export { PROFILES, type Profile } from '../types.js'
export { comparePair, type LinkageOptions, type LinkedPair } from './compare.js'
export { FrequencyCounter, type Frequencies, type Side } from './frequency.js'
export { type Births, GroupBuilder, type Groups, UNKNOWN_ODDS } from './groups.js'
export { birthOf, prepareRow, type DateOrder, type LinkageRow, type PreparedRow, type RowOptions } from './row.js'
export { settle } from './settle.js'
