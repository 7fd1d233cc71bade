import type { DataClass } from './types.js'

/** What is in a class, and the sentence of a denial whose policy does not reveal its reason. */
export interface ClassText {
  readonly title: string
  readonly withheld: string
}

export const CLASS_TEXTS: Record<DataClass, ClassText> = {
  P0: { title: 'Agency directory and credentials', withheld: 'The directory is withheld.' },
  P1: {
    title: 'Index identity: name, certificate number, current agency',
    withheld: 'Identity is withheld for this purpose.',
  },
  P2: { title: 'Strong identifiers: date of birth', withheld: 'Strong identifiers are withheld for this purpose.' },
  P3a: { title: 'Employment spells: agency, dates, class', withheld: 'Employment is withheld for this purpose.' },
  P3b: { title: 'Kind of separation', withheld: 'The kind of separation is withheld for this purpose.' },
  P4: {
    title: 'Facts of final instances, certificate status, pointer to the source',
    withheld: 'Facts of instances are withheld for this purpose.',
  },
  P5: { title: 'Detail, free text, documents', withheld: 'Detail is withheld; ask the source.' },
  P6: { title: 'Raw reasons, flags of pending matters', withheld: 'Pending matters are withheld for this purpose.' },
  P7: { title: 'Civilians, minors, medical facts', withheld: 'Facts about civilians are withheld.' },
  P8: { title: 'Disclosure lists of prosecutors', withheld: 'Lists of prosecutors are withheld; ask the office.' },
  P9: { title: 'Sealed and expunged material', withheld: 'This material is withheld.' },
  P10: { title: 'Checks and the log of disclosures', withheld: 'The log of disclosures is withheld for this purpose.' },
  P11: { title: 'Aggregated, anonymized figures', withheld: 'The figures are withheld.' },
}
