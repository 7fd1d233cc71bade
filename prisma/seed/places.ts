import type { Rng } from './rng.js'

const HEADS = [
  'Quill',
  'Vost',
  'Ozzen',
  'Tamber',
  'Yelv',
  'Brindel',
  'Grell',
  'Hoxen',
  'Jessam',
  'Kettren',
  'Lornim',
  'Mirken',
  'Nettrel',
  'Ollin',
  'Pembrel',
  'Rusken',
  'Skarn',
  'Thessal',
  'Umbren',
  'Wexel',
  'Zarrin',
  'Dovrel',
  'Farrim',
  'Ibbel',
]
const TAILS = [
  'mere',
  'strand',
  'wick',
  'haven',
  'stead',
  'moor',
  'fell',
  'barrow',
  'gate',
  'holm',
  'march',
  'thorpe',
  'water',
]

/** Invented place names, each once. The first ones are the stage of the cast and do not depend on the seed. */
export function placeNames(rng: Rng, reserved: readonly string[]): () => string {
  const all = HEADS.flatMap((head) => TAILS.map((tail) => `${head}${tail}`)).filter((name) => !reserved.includes(name))
  const order = rng.shuffle(all)
  let used = 0
  return () => {
    const name = order[used++]
    if (name === undefined) throw new RangeError('no place names left')
    return name
  }
}
