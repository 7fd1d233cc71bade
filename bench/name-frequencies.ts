/** Writes the model's table of name frequencies: `npm run bench:names`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nameFrequencies } from '../prisma/seed/population/frequencies.js'

const FILE = join(import.meta.dirname, '..', 'subgraphs', 'officers', 'matching', 'model', 'name-frequencies.json')
const PEOPLE = 100_000

writeFileSync(FILE, `${JSON.stringify(nameFrequencies(PEOPLE, 'frequencies'), null, 2)}\n`)
console.log(`wrote ${FILE}: ${PEOPLE} people`)
