import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { judge } from './matching/judge.js'
import { matchingPage } from './matching/page.js'
import { screenFiles } from './matching/screening.js'
import { sharedSets } from './matching/sets.js'
import { screen } from '../hub/screening/screen.js'

const PAGE = join(import.meta.dirname, '..', 'docs', 'benchmarks', 'matching.md')

/** `npm run bench:matching`: writes docs/benchmarks/matching.md. A page with a data set missing would read as a whole one. */
const sets = sharedSets()
if (sets === null) {
  console.error('Not written: FEBRL and fake_1000 are not at ../shared/data/matching.')
  process.exitCode = 1
} else {
  const judged = []
  for (const set of sets) {
    console.error(`${set.title} …`)
    judged.push({ title: set.title, about: set.about, judgement: await judge(set) })
  }
  console.error('files with mistakes …')
  const files = await screenFiles({ index: 5_000, each: 250, strangers: 2_000 })
  console.error('background checks …')
  const hub = await screen({ people: 50_000, queries: 5_000, seed: 'matching-page' })
  writeFileSync(PAGE, matchingPage(judged, { files, hub }))
  console.error(`written: ${PAGE}`)
}
