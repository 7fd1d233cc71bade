import { virginiaReport } from './matching/virginia.js'

/** `npm run bench:virginia`: counts alone; real people's names are read from beside the repository and stay there. */
const report = await virginiaReport()
if (report === null) {
  console.log("Skipped: Virginia's list is not at ../shared/data/virginia.")
} else {
  console.log(`$ npm run bench:virginia\n${JSON.stringify(report, null, 2)}`)
}
