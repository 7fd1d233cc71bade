import { canonicalGivens, nicknamesOf } from '../../../../subgraphs/officers/matching/nicknames.js'
import { withoutDiacritics } from '../people.js'
import { capitalised, type Mutation } from './mutation.js'

/** The table's longest list of names that one is short for is of 18. */
const FORMS_MAX = 20

/** From the shipped table: a short form of the given name, or the name that it is short for. */
export const NICKNAME: readonly Mutation[] = [
  {
    name: 'short form from the table',
    apply: ({ given }, rng) => {
      const name = withoutDiacritics(given).toLowerCase()
      const others = [...nicknamesOf(name), ...canonicalGivens(name, FORMS_MAX).slice(1)]
      return others.length === 0 ? null : { given: capitalised(rng.pick(others)) }
    },
  },
]
