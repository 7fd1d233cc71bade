import { isDoubleSurname } from './hyphenation.js'
import type { Mutation } from './mutation.js'

const isFull = (middle: string | null): middle is string => middle !== null && middle.replace('.', '').length > 1

/** Given name and surname in each other's cell. */
export const SWAP: readonly Mutation[] = [
  {
    name: 'given name and surname exchanged',
    apply: ({ given, family }) => (given === family ? null : { given: family, family: given }),
  },
]

export const MISSING_MIDDLE: readonly Mutation[] = [
  { name: 'middle name left out', apply: ({ middle }) => (middle === null ? null : { middle: null }) },
  {
    name: 'middle name as its initial',
    apply: ({ middle }) => (isFull(middle) ? { middle: `${middle.charAt(0)}.` } : null),
  },
]

export const ORDER: readonly Mutation[] = [
  {
    name: 'given and middle name exchanged',
    apply: ({ given, middle }) => (isFull(middle) && middle !== given ? { given: middle, middle: given } : null),
  },
  {
    name: 'given and middle name in one cell',
    apply: ({ given, middle }) => (middle === null ? null : { given: `${given} ${middle}`, middle: null }),
  },
  {
    name: 'surname first, in cells that expect it last',
    apply: ({ given, middle, family }) =>
      isFull(middle) && !isDoubleSurname(family) ? { given: family, middle: given, family: middle } : null,
  },
]
